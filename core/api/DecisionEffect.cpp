#include "core/api/DecisionEffect.h"

#include "core/policy/Router.h"
#include "core/scoring/Annuity.h"

namespace countersign {

namespace {

Result<Amount> paymentOf(const api::ApprovedTerms &terms, const Currency &currency)
{
    const auto amount = Money::fromAmount(terms.amount, currency);
    if (!amount)
        return amount.error();
    const auto payment = annuityPayment(*amount, terms.termMonths, terms.interestRate);
    return payment ? Result<Amount>(payment->toAmount()) : Result<Amount>(payment.error());
}

} // namespace

Result<DecisionEffect> effectOf(const DecisionIntent &intent, const DecisionContext &context)
{
    DecisionEffect effect;
    effect.type = decisionTypeOf(intent.outcome, intent.withConditions);
    effect.assessed = assessOverride(context.score, intent.outcome, context.policy);
    if (context.score)
        effect.recommendation = recommendationFor(*context.score, context.policy);
    effect.application = statusAfter(intent.outcome);
    if (effect.assessed.needsSecondPerson) {
        effect.decision = DecisionStatus::PendingApproval;
        effect.application = ApplicationStatus::PendingApproval;
        effect.entry = QueueStatus::AwaitingApproval;
    }
    if (!intent.terms)
        return effect;
    const auto payment = paymentOf(*intent.terms, context.currency);
    if (!payment)
        return payment.error();
    effect.monthlyPayment = *payment;
    effect.isCounteroffer = isCounteroffer(*intent.terms, context);
    return effect;
}

ApplicationStatus statusAfter(DecisionOutcome outcome)
{
    return outcome == DecisionOutcome::Approved ? ApplicationStatus::Approved : ApplicationStatus::Declined;
}

} // namespace countersign
