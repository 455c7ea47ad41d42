#include "server/service/ScoringBatchWork.h"

#include "core/api/IntakeRules.h"
#include "core/queue/Priority.h"
#include "core/scoring/Annuity.h"

#include <QElapsedTimer>

namespace countersign {

namespace {

/// What an automatic decline says: the features that cost the most points, four at most.
constexpr qsizetype kMaxReasons = 4;

QStringList reasonCodesOf(const std::optional<TopFactors> &factors)
{
    QStringList codes;
    if (!factors)
        return codes;
    for (const Factor &factor : factors->lowered) {
        const QString code = QLatin1String(feature(factor.feature).reasonCode);
        if (codes.size() < kMaxReasons && !codes.contains(code))
            codes.append(code);
    }
    return codes;
}

std::vector<std::optional<Scoring>> scoresOf(const std::vector<FeatureVector> &rows, const Scorer *scorer)
{
    std::vector<std::optional<Scoring>> scores(rows.size());
    if (!scorer || rows.empty())
        return scores;
    const auto answered = scorer->score(rows);
    if (!answered)
        return scores;
    for (std::size_t i = 0; i < rows.size(); ++i)
        scores[i] = (*answered)[i];
    return scores;
}

/// The decision that the policy makes by itself. Nothing when the terms cannot be computed: then a person decides.
std::optional<AutomaticDecision> decide(const ApplicationToScore &application, const ScoredApplication &scored,
                                        const Policy &policy)
{
    const api::LoanRequest &loan = application.loan;
    AutomaticDecision decision;
    decision.applicationId = application.id;
    decision.currency = loan.currency;
    decision.score = scored.scoring->score;
    decision.recommendation = *scored.routing.recommendation;
    if (scored.routing.route == Route::AutoDecline) {
        decision.outcome = DecisionOutcome::Declined;
        decision.reasonCodes = reasonCodesOf(scored.factors);
        return decision;
    }
    decision.outcome = DecisionOutcome::Approved;
    const double rate = loan.interestRate.value_or(policy.indicativeRate);
    const auto amount = Money::fromAmount(loan.amount, loan.currency);
    const auto payment = amount ? annuityPayment(*amount, loan.termMonths, rate) : Result<Money>(amount.error());
    if (!payment)
        return std::nullopt;
    decision.terms = api::ApprovedTerms{loan.amount, loan.termMonths, rate};
    decision.monthlyPayment = payment->toAmount();
    return decision;
}

NewQueueEntry queueEntry(const ApplicationToScore &application, const ScoredApplication &scored, const Policy &policy,
                         Instant now)
{
    const Priority priority = calculatePriority(
        {application.priorityCustomer, application.loan.amount, std::chrono::hours(policy.slaHours), 0});
    return {QueueId::make(now), application.id, priority, application.priorityCustomer, scored.routing.reasons.first(),
            scored.scoring ? std::optional(scored.scoring->score) : std::nullopt};
}

} // namespace

ScoringOutcome scoreAndRoute(const QList<ApplicationToScore> &applications, const Scorer *scorer,
                             const ActivePolicy &active, Instant now)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<FeatureVector> rows;
    rows.reserve(std::size_t(applications.size()));
    for (const ApplicationToScore &a : applications)
        rows.push_back(featuresOf(loanInputsOf(a.applicant, a.finances, a.bureau, a.loan), active.policy.indicativeRate));
    const auto scores = scoresOf(rows, scorer);
    ScoringOutcome outcome;
    outcome.modelMicroseconds = timer.nsecsElapsed() / 1000;
    const qint64 each = applications.isEmpty() ? 0 : outcome.modelMicroseconds / applications.size();

    for (qsizetype i = 0; i < applications.size(); ++i) {
        const ApplicationToScore &application = applications[i];
        ScoredApplication scored{application.id, rows[std::size_t(i)], scores[std::size_t(i)], {}, {}, each};
        if (scored.scoring)
            scored.factors = topFactors(*scored.scoring, scored.features);
        const auto score = scored.scoring ? std::optional(scored.scoring->score) : std::nullopt;
        scored.routing = routeOf({score, application.loan.amount, application.loan.termMonths, application.loan.purpose,
                                  active.automation, false}, active.policy);
        auto status = ApplicationStatus::Review;
        auto decision = scored.routing.route == Route::HumanReview ? std::nullopt : decide(application, scored, active.policy);
        if (decision) {
            status = decision->outcome == DecisionOutcome::Approved ? ApplicationStatus::Approved : ApplicationStatus::Declined;
            outcome.decisions.append(*decision);
        } else {
            outcome.queueEntries.append(queueEntry(application, scored, active.policy, now));
        }
        outcome.statuses.append({application.id, status, score,
                                 score ? std::optional(riskCategory(*score)) : std::nullopt});
        outcome.scored.append(std::move(scored));
    }
    return outcome;
}

} // namespace countersign
