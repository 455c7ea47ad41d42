// What makes a decision acceptable; asked by the daemon before it stores and by the window while one types.
#pragma once

#include "core/api/DecisionDtos.h"
#include "core/base/Error.h"
#include "core/decision/OverrideRule.h"

namespace countersign {

/// What a decision is judged against.
struct DecisionContext {
    Amount requestedAmount;
    int requestedTermMonths = 0;
    Currency currency;
    std::optional<int> score;
    Policy policy;
    QDate today; ///< in the tenant's time zone
};

/// Every fault of the decision, each with its JSON path; empty when it may be stored. Reasoning and justification
/// lengths are counted without the blanks at both ends.
QList<FieldError> validateDecision(const api::DecisionCreate &decision, const DecisionContext &context);

/// The faults of the terms alone.
QList<FieldError> validateTerms(const api::DecisionCreate &decision, const DecisionContext &context);

/// analyst_approve, analyst_approve_with_conditions or analyst_decline.
DecisionType decisionTypeOf(DecisionOutcome outcome, bool withConditions);

/// Terms other than those asked for are a counteroffer.
bool isCounteroffer(const api::ApprovedTerms &terms, const DecisionContext &context);

} // namespace countersign
