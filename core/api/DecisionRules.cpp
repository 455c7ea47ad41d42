#include "core/api/DecisionRules.h"

#include "core/base/Characters.h"

namespace countersign {

namespace {

using Faults = QList<FieldError>;

void fault(Faults &faults, const char *path, const char *code, const char *message)
{
    faults.append({QLatin1String(path), QLatin1String(code), QLatin1String(message)});
}

bool hasCondition(const api::DecisionCreate &decision, ConditionType type)
{
    return std::any_of(decision.conditions.begin(), decision.conditions.end(),
                       [type](const api::ConditionCreate &condition) { return condition.type == type; });
}

void checkTerms(const api::DecisionCreate &decision, const DecisionContext &context, Faults &faults)
{
    if (decision.decisionOutcome == DecisionOutcome::Declined) {
        if (decision.approvedTerms)
            fault(faults, "approved_terms", "not_allowed", "a decline has no approved terms");
        if (!decision.conditions.isEmpty())
            fault(faults, "conditions", "not_allowed", "a decline has no conditions");
        return;
    }
    if (!decision.approvedTerms)
        return fault(faults, "approved_terms", "required", "an approval needs amount, term and rate");
    const api::ApprovedTerms &terms = *decision.approvedTerms;
    if (terms.amount.hundredths <= 0)
        fault(faults, "approved_terms.amount", "must_be_positive", "must be greater than 0");
    else if (terms.amount > context.requestedAmount)
        fault(faults, "approved_terms.amount", "above_request", "must not be more than the applicant asked for");
    else if (!Money::fromAmount(terms.amount, context.currency))
        fault(faults, "approved_terms.amount", "too_many_decimals", "the currency has fewer decimals");
    if (terms.termMonths < 1 || terms.termMonths > 480)
        fault(faults, "approved_terms.term_months", "out_of_range", "must be 1 to 480 months");
    if (!(terms.interestRate >= 0 && terms.interestRate <= 100))
        fault(faults, "approved_terms.interest_rate", "out_of_range", "must be 0 to 100 percent");
    if (hasCondition(decision, ConditionType::ReducedAmount) && terms.amount >= context.requestedAmount)
        fault(faults, "approved_terms.amount", "not_reduced", "a reduced amount must be below the request");
    if (hasCondition(decision, ConditionType::ReducedTerm) && terms.termMonths >= context.requestedTermMonths)
        fault(faults, "approved_terms.term_months", "not_reduced", "a reduced term must be below the request");
}

void checkConditions(const api::DecisionCreate &decision, const DecisionContext &context, Faults &faults)
{
    for (qsizetype i = 0; i < decision.conditions.size(); ++i) {
        const auto &condition = decision.conditions[i];
        if (characterCount(condition.description.trimmed()) < 3)
            faults.append({QStringLiteral("conditions[%1].description").arg(i), QStringLiteral("too_short"),
                           QStringLiteral("say what the applicant has to do")});
        if (condition.dueDate && *condition.dueDate < context.today)
            faults.append({QStringLiteral("conditions[%1].due_date").arg(i), QStringLiteral("in_the_past"),
                           QStringLiteral("must not be in the past")});
    }
}

void checkReasons(const api::DecisionCreate &decision, Faults &faults)
{
    if (decision.decisionOutcome == DecisionOutcome::Declined && decision.reasonCodes.isEmpty())
        fault(faults, "reason_codes", "required", "a decline needs at least one coded reason");
    for (qsizetype i = 0; i < decision.reasonCodes.size(); ++i) {
        const QString path = QStringLiteral("reason_codes[%1]").arg(i);
        if (!reasonFits(decision.reasonCodes[i], decision.decisionOutcome))
            faults.append({path, QStringLiteral("does_not_fit"), QStringLiteral("argues for the other outcome")});
        if (decision.reasonCodes.indexOf(decision.reasonCodes[i]) < i)
            faults.append({path, QStringLiteral("duplicate"), QStringLiteral("is named twice")});
    }
    if (characterCount(decision.reasoning.trimmed()) < kMinReasoning)
        fault(faults, "reasoning", "too_short", "must have at least 20 characters");
}

void checkOverride(const api::DecisionCreate &decision, const DecisionContext &context, Faults &faults)
{
    const bool isOverride = assessOverride(context.score, decision.decisionOutcome, context.policy).isOverride();
    if (isOverride && !decision.overrideReason)
        fault(faults, "override_reason", "required", "the decision goes against the model");
    if (isOverride && characterCount(decision.overrideJustification.value_or(QString()).trimmed()) < kMinJustification)
        fault(faults, "override_justification", "too_short", "must have at least 50 characters");
    if (!isOverride && (decision.overrideReason || decision.overrideJustification))
        fault(faults, "override_reason", "not_an_override", "the decision follows the model");
}

} // namespace

QList<FieldError> validateDecision(const api::DecisionCreate &decision, const DecisionContext &context)
{
    Faults faults;
    checkTerms(decision, context, faults);
    checkConditions(decision, context, faults);
    checkReasons(decision, faults);
    checkOverride(decision, context, faults);
    return faults;
}

QList<FieldError> validateTerms(const api::DecisionCreate &decision, const DecisionContext &context)
{
    Faults faults;
    checkTerms(decision, context, faults);
    return faults;
}

DecisionType decisionTypeOf(DecisionOutcome outcome, bool withConditions)
{
    if (outcome == DecisionOutcome::Declined)
        return DecisionType::AnalystDecline;
    return withConditions ? DecisionType::AnalystApproveWithConditions : DecisionType::AnalystApprove;
}

bool isCounteroffer(const api::ApprovedTerms &terms, const DecisionContext &context)
{
    return terms.amount != context.requestedAmount || terms.termMonths != context.requestedTermMonths;
}

} // namespace countersign
