#include "ui/widgets/LabeledEdit.h"

#include "ui/widgets/Card.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace countersign {

LabeledEdit::LabeledEdit(const QString &label, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *name = makeLabel("section", label, this);
    column->addWidget(name);
    m_edit = new QLineEdit(this);
    m_edit->setAccessibleName(label);
    name->setBuddy(m_edit);
    column->addWidget(m_edit);
    m_fault = makeLabel("fault", {}, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setFault({}); });
}

QString LabeledEdit::text() const
{
    return m_edit->text();
}

void LabeledEdit::clear()
{
    m_edit->clear();
    setFault({});
}

void LabeledEdit::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    setLook(m_edit, "fault", !sentence.isEmpty());
}

QString LabeledEdit::fault() const
{
    return m_fault->text();
}

} // namespace countersign
