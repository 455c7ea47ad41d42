#include "ui/pages/case/FormPart.h"

#include "ui/widgets/Card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign {

FormPart::FormPart(const QString &title, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *heading = new QHBoxLayout;
    m_title = makeLabel("section", title, this);
    m_aside = makeLabel("muted", {}, this);
    heading->addWidget(m_title);
    heading->addStretch();
    heading->addWidget(m_aside);
    column->addLayout(heading);
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    column->addLayout(m_body);
    m_fault = makeLabel("fault", {}, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
}

void FormPart::setAside(const QString &text)
{
    m_aside->setText(text);
}

void FormPart::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace countersign
