#include "ui/pages/case/ConditionRow.h"

#include "ui/models/Words.h"
#include "ui/widgets/Card.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace countersign {

ConditionRow::ConditionRow(const api::ConditionCreate &condition, QDate today, QWidget *parent) : QWidget(parent)
{
    m_type = new QComboBox(this);
    for (const auto &row : enumTexts<ConditionType>)
        m_type->addItem(words::of(row.value), int(row.value));
    m_type->setCurrentIndex(int(condition.type));
    m_type->setAccessibleName(tr("Kind of condition"));
    m_text = new QLineEdit(condition.description, this);
    m_text->setPlaceholderText(tr("What the applicant has to do"));
    m_text->setAccessibleName(tr("What the applicant has to do"));
    m_text->setMaxLength(1000);
    m_due = new QDateEdit(condition.dueDate.value_or(today.addDays(7)), this);
    m_due->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    m_due->setMinimumDate(today);
    m_due->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_due->setAccessibleName(tr("Due on"));
    auto *remove = new QPushButton(QStringLiteral("×"), this);
    remove->setProperty("flat", true);
    remove->setFixedWidth(26);
    remove->setAccessibleName(tr("Remove this condition"));
    remove->setToolTip(tr("Remove this condition"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 4);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_type, 0, 0);
    grid->addWidget(makeLabel("muted", tr("due"), this), 0, 1);
    grid->addWidget(m_due, 0, 2);
    grid->addWidget(remove, 0, 3);
    grid->addWidget(m_text, 1, 0, 1, 4);
    grid->setColumnStretch(0, 1);
    connect(m_type, &QComboBox::currentIndexChanged, this, &ConditionRow::changed);
    connect(m_text, &QLineEdit::textChanged, this, &ConditionRow::changed);
    connect(m_due, &QDateEdit::dateChanged, this, &ConditionRow::changed);
    connect(remove, &QPushButton::clicked, this, &ConditionRow::removeRequested);
}

api::ConditionCreate ConditionRow::condition() const
{
    return {ConditionType(m_type->currentData().toInt()), m_text->text().trimmed(), m_due->date()};
}

void ConditionRow::focusText()
{
    m_text->setFocus();
}

} // namespace countersign
