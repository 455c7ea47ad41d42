#include "ui/pages/case/OverridePart.h"

#include "ui/models/Words.h"
#include "ui/pages/case/TextPart.h"
#include "ui/widgets/Card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace countersign {

OverridePart::OverridePart(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_title = makeLabel("section", tr("Why against the model"), this);
    m_reason = new QComboBox(this);
    m_reason->addItem(tr("Choose a reason"), -1);
    for (const auto &row : enumTexts<OverrideReason>)
        m_reason->addItem(words::of(row.value), int(row.value));
    m_reason->setAccessibleName(m_title->text());
    m_title->setBuddy(m_reason);
    m_reasonFault = makeLabel("fault", {}, this);
    m_reasonFault->hide();
    m_justification = new TextPart({tr("Justification"), tr("What the model does not know or weighs wrongly"), kMinJustification, 3}, this);
    m_understood = new QCheckBox(tr("I know that this goes against the model"), this);
    m_understood->setAccessibleName(m_understood->text());
    column->addWidget(m_title);
    column->addWidget(m_reason);
    column->addWidget(m_reasonFault);
    column->addWidget(m_justification);
    column->addWidget(m_understood);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &OverridePart::changed);
    connect(m_justification, &TextPart::changed, this, &OverridePart::changed);
    connect(m_understood, &QCheckBox::toggled, this, &OverridePart::changed);
    hide();
}

void OverridePart::setAssessment(const OverrideAssessment &assessment)
{
    setVisible(assessment.isOverride());
    if (!assessment.isOverride())
        m_understood->setChecked(false); // known for one outcome is not known for another
}

std::optional<OverrideReason> OverridePart::reason() const
{
    const int value = m_reason->currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(OverrideReason(value));
}

QString OverridePart::justification() const
{
    return m_justification->text();
}

bool OverridePart::isUnderstood() const
{
    return m_understood->isChecked();
}

void OverridePart::setValues(std::optional<OverrideReason> reason, const QString &justification)
{
    m_reason->setCurrentIndex(reason ? 1 + int(*reason) : 0);
    m_justification->setText(justification);
    m_understood->setChecked(false);
}

void OverridePart::setFaults(const QString &reason, const QString &justification)
{
    m_reasonFault->setText(reason);
    m_reasonFault->setVisible(!reason.isEmpty());
    m_justification->setFault(justification);
}

} // namespace countersign
