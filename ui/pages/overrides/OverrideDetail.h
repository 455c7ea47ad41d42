// One waiting decision, side by side: the model's view, the analyst's reasoning, the facts and what happened.
#pragma once

#include "core/api/CaseDtos.h"

#include <QScrollArea>

namespace countersign {

class FactorBars;
class FactsCard;
class ReasoningCard;
class RiskCard;
class SignatureCard;

class OverrideDetail : public QScrollArea {
    Q_OBJECT

public:
    explicit OverrideDetail(QWidget *parent = nullptr);
    void showCase(const api::CaseDetail &detail, const api::DecisionInfo &decision, Instant now);
    SignatureCard *signature() const { return m_signature; }

private:
    QWidget *makeSides();

    RiskCard *m_risk = nullptr;
    FactorBars *m_factors = nullptr;
    ReasoningCard *m_reasoning = nullptr;
    SignatureCard *m_signature = nullptr;
    FactsCard *m_facts = nullptr;
};

} // namespace countersign
