// What follows from a decision: asked before it is made and when it is made, so that both say the same.
#pragma once

#include "core/api/DecisionRules.h"
#include "core/application/ApplicationStatus.h"
#include "core/queue/QueueStatus.h"

namespace countersign {

/// The part of a decision that its consequences depend on.
struct DecisionIntent {
    DecisionOutcome outcome = DecisionOutcome::Declined;
    bool withConditions = false;
    std::optional<api::ApprovedTerms> terms;
};

struct DecisionEffect {
    DecisionType type = DecisionType::AnalystDecline;
    OverrideAssessment assessed;
    DecisionStatus decision = DecisionStatus::Final;
    ApplicationStatus application = ApplicationStatus::Declined;
    QueueStatus entry = QueueStatus::Completed;
    std::optional<Recommendation> recommendation; ///< of the model
    std::optional<Amount> monthlyPayment;         ///< by annuity, when there are terms
    bool isCounteroffer = false;
};

/// Invalid when the terms have no payment. The context's request has been validated.
Result<DecisionEffect> effectOf(const DecisionIntent &intent, const DecisionContext &context);

/// The status of an application whose decision is in force.
ApplicationStatus statusAfter(DecisionOutcome outcome);

} // namespace countersign
