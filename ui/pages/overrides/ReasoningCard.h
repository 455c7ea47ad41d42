// What an analyst decided against the model, and why: the other side of the model's view.
#pragma once

#include "core/api/DecisionDtos.h"
#include "ui/widgets/Card.h"

namespace countersign {

class Badge;
class FieldGrid;

class ReasoningCard : public Card {
    Q_OBJECT

public:
    explicit ReasoningCard(QWidget *parent = nullptr);
    void showDecision(const api::DecisionInfo &decision, Instant now);

private:
    QLabel *addText(const QString &title);
    void showTerms(const api::DecisionInfo &decision);

    Badge *m_outcome = nullptr;
    QLabel *m_who = nullptr;
    FieldGrid *m_terms = nullptr;
    QLabel *m_conditions = nullptr;
    QLabel *m_reasons = nullptr;
    QLabel *m_reasoning = nullptr;
    QLabel *m_against = nullptr;
    QLabel *m_justification = nullptr;
};

} // namespace countersign
