// The coded reasons of a decision: chips that are added from a menu of those that fit the outcome.
#pragma once

#include "core/decision/DecisionTypes.h"
#include "ui/pages/case/FormPart.h"

#include <QList>

class QPushButton;

namespace countersign {

class ReasonsEdit : public FormPart {
    Q_OBJECT

public:
    explicit ReasonsEdit(QWidget *parent = nullptr);

    /// Reasons that argue for the other outcome go.
    void setOutcome(DecisionOutcome outcome);
    void setReasons(const QList<ReasonCode> &reasons);
    QList<ReasonCode> reasons() const { return m_reasons; }

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    void openMenu();

    QWidget *m_chips = nullptr;
    QPushButton *m_add = nullptr;
    QList<ReasonCode> m_reasons;
    DecisionOutcome m_outcome = DecisionOutcome::Approved;
};

} // namespace countersign
