#include "ui/widgets/FormField.h"

#include "ui/widgets/Card.h"

#include <QLabel>
#include <QVBoxLayout>

namespace countersign {

FormField::FormField(const QString &name, QWidget *control, QWidget *parent) : QWidget(parent), m_control(control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = makeLabel("section", name, this);
    label->setBuddy(control);
    control->setAccessibleName(name);
    m_fault = makeLabel("fault", {}, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(label);
    column->addWidget(control);
    column->addWidget(m_fault);
}

void FormField::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    m_control->setAccessibleDescription(sentence);
    setLook(m_control, "fault", !sentence.isEmpty());
}

} // namespace countersign
