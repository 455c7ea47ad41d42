// One condition: its kind, what has to be done, until when.
#pragma once

#include "core/api/DecisionDtos.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace countersign {

class ConditionRow : public QWidget {
    Q_OBJECT

public:
    ConditionRow(const api::ConditionCreate &condition, QDate today, QWidget *parent = nullptr);

    api::ConditionCreate condition() const;
    void focusText();

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    QComboBox *m_type = nullptr;
    QLineEdit *m_text = nullptr;
    QDateEdit *m_due = nullptr;
};

} // namespace countersign
