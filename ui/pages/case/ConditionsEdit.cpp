#include "ui/pages/case/ConditionsEdit.h"

#include "ui/pages/case/ConditionRow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kMost = 20; ///< as many as the daemon takes

} // namespace

ConditionsEdit::ConditionsEdit(QWidget *parent) : FormPart(tr("Conditions"), parent)
{
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    body()->addLayout(m_rows);
    m_add = new QPushButton(tr("+ Add condition"), this);
    m_add->setProperty("flat", true);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &ConditionsEdit::addOne);
}

void ConditionsEdit::setConditions(const QList<api::ConditionCreate> &conditions)
{
    qDeleteAll(findChildren<ConditionRow *>(QString(), Qt::FindDirectChildrenOnly));
    for (const api::ConditionCreate &condition : conditions)
        addRow(condition);
    m_add->setEnabled(conditions.size() < kMost);
}

QList<api::ConditionCreate> ConditionsEdit::conditions() const
{
    QList<api::ConditionCreate> conditions;
    for (int i = 0; i < m_rows->count(); ++i)
        conditions.append(static_cast<ConditionRow *>(m_rows->itemAt(i)->widget())->condition());
    return conditions;
}

void ConditionsEdit::addRow(const api::ConditionCreate &condition)
{
    auto *row = new ConditionRow(condition, m_today, this);
    m_rows->addWidget(row);
    connect(row, &ConditionRow::changed, this, &ConditionsEdit::changed);
    connect(row, &ConditionRow::removeRequested, this, [this, row] {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
        m_add->setEnabled(true);
        m_add->setFocus();
        Q_EMIT changed();
    });
}

void ConditionsEdit::addOne()
{
    addRow({});
    static_cast<ConditionRow *>(m_rows->itemAt(m_rows->count() - 1)->widget())->focusText();
    m_add->setEnabled(m_rows->count() < kMost);
    Q_EMIT changed();
}

} // namespace countersign
