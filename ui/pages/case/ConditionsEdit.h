// What the applicant has to do before an approval counts: a list one adds to and removes from.
#pragma once

#include "core/api/DecisionDtos.h"
#include "ui/pages/case/FormPart.h"

class QPushButton;

namespace countersign {

class ConditionsEdit : public FormPart {
    Q_OBJECT

public:
    explicit ConditionsEdit(QWidget *parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    void setConditions(const QList<api::ConditionCreate> &conditions);
    QList<api::ConditionCreate> conditions() const;
    void addOne(); ///< an empty one, with the focus in it

Q_SIGNALS:
    void changed();

private:
    void addRow(const api::ConditionCreate &condition);

    QVBoxLayout *m_rows = nullptr;
    QPushButton *m_add = nullptr;
    QDate m_today;
};

} // namespace countersign
