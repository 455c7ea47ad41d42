#include "server/ml/train/Evaluation.h"

#include "core/scoring/ScoreScale.h"
#include "server/ml/train/Metrics.h"

namespace countersign {

namespace {

QJsonObject toJson(const Rate &rate)
{
    return {{QStringLiteral("value"), rate.value},
            {QStringLiteral("low"), rate.interval.low},
            {QStringLiteral("high"), rate.interval.high}};
}

QJsonObject toJson(const RouteRates &rates)
{
    return {{QStringLiteral("cases"), rates.cases},
            {QStringLiteral("bad"), rates.bad},
            {QStringLiteral("share_observed"), toJson(rates.share)},
            {QStringLiteral("bad_rate_observed"), toJson(rates.badRate)},
            {QStringLiteral("share_portfolio_weighted"), toJson(rates.weightedShare)},
            {QStringLiteral("bad_rate_portfolio_weighted"), toJson(rates.weightedBadRate)}};
}

RoutedOutcome outcomeOf(const CreditDataRow &row, int score, const Policy &policy)
{
    const RouteQuestion question{.score = score, .amount = row.amount, .termMonths = row.termMonths};
    return {routeOf(question, policy).route, row.defaulted};
}

} // namespace

QJsonObject Evaluation::toJson() const
{
    return {{QStringLiteral("rows"), rates.cases},
            {QStringLiteral("bad"), rates.bad},
            {QStringLiteral("auc"), auc},
            {QStringLiteral("gini"), gini},
            {QStringLiteral("ks"), ks},
            {QStringLiteral("brier"), brier},
            {QStringLiteral("log_loss"), logLoss},
            {QStringLiteral("auto_approved"), countersign::toJson(rates.approved)},
            {QStringLiteral("auto_declined"), countersign::toJson(rates.declined)}};
}

EvaluationRows evaluationRows(const QList<CreditDataRow> &data, CreditDataPart part)
{
    EvaluationRows result;
    result.set = trainingSetOf(data, part);
    std::copy_if(data.begin(), data.end(), std::back_inserter(result.rows),
                 [part](const CreditDataRow &row) { return isInPart(row, part); });
    return result;
}

Result<Evaluation> evaluate(const EvaluationRows &rows, const Scorer &scorer, double priorShift, double portfolioBadRate)
{
    const auto scorings = scorer.score(rows.set.rows);
    if (!scorings)
        return scorings.error();
    const Policy policy;
    std::vector<float> margins;
    std::vector<double> probabilities;
    std::vector<RoutedOutcome> outcomes;
    for (std::size_t i = 0; i < scorings->size(); ++i) {
        const Scoring &scoring = (*scorings)[i];
        margins.push_back(scoring.margin);
        const double logOdds = scoring.calibration.logOddsOfDefault(double(scoring.margin)) - priorShift;
        probabilities.push_back(ScoreScale::probability(logOdds));
        outcomes.push_back(outcomeOf(rows.rows[qsizetype(i)], scoring.score, policy));
    }
    Evaluation result;
    result.auc = areaUnderRoc(margins, rows.set.labels);
    result.gini = 2 * result.auc - 1;
    result.ks = kolmogorovSmirnov(margins, rows.set.labels);
    result.brier = brierScore(probabilities, rows.set.labels);
    result.logLoss = logLoss(probabilities, rows.set.labels);
    result.rates = outcomeRates(outcomes, portfolioBadRate);
    return result;
}

} // namespace countersign
