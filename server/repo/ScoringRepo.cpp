#include "server/repo/ScoringRepo.h"

#include "core/api/FactorTexts.h"
#include "core/scoring/ScoreScale.h"
#include "server/repo/RowRead.h"

#include <bit>

namespace countersign {

namespace {

/// float32 bit for bit, so that a replay can compare exactly.
qint64 bitsOf(float value)
{
    return std::bit_cast<qint32>(value);
}

QJsonArray featureBits(const FeatureVector &features)
{
    QJsonArray bits;
    for (const float value : features)
        bits.append(bitsOf(value));
    return bits;
}

void addScoring(QJsonObject &row, const Scoring &scoring, const ScoringTerms &terms)
{
    QJsonArray contributions;
    for (const double contribution : scoring.contributions)
        contributions.append(contribution);
    row.insert(QStringLiteral("score"), scoring.score);
    row.insert(QStringLiteral("unclamped_score"), scoring.unclampedScore);
    row.insert(QStringLiteral("margin_bits"), bitsOf(scoring.margin));
    row.insert(QStringLiteral("base_value_bits"), bitsOf(scoring.baseValue));
    row.insert(QStringLiteral("probability_default"), scoring.probabilityOfDefault);
    row.insert(QStringLiteral("risk_category"), toText(riskCategory(scoring.score)));
    row.insert(QStringLiteral("contributions"), contributions);
    row.insert(QStringLiteral("model_bundle"), terms.bundle);
}

QJsonObject rowOf(const ScoredApplication &scored, const ScoringTerms &terms, Instant now)
{
    QJsonArray reasons;
    for (const RouteReason reason : scored.routing.reasons)
        reasons.append(toText(reason));
    QJsonObject row{{QStringLiteral("id"), ScoringId::make(now).toString()},
                    {QStringLiteral("application_id"), scored.applicationId.toString()},
                    {QStringLiteral("route"), toText(scored.routing.route)},
                    {QStringLiteral("route_reason"), toText(scored.routing.reasons.first())},
                    {QStringLiteral("route_reasons"), reasons},
                    {QStringLiteral("features"), featureBits(scored.features)},
                    {QStringLiteral("scoring_time_us"), scored.scoringTimeUs}};
    if (scored.routing.recommendation)
        row.insert(QStringLiteral("recommendation"), toText(*scored.routing.recommendation));
    if (scored.scoring)
        addScoring(row, *scored.scoring, terms);
    if (scored.factors) {
        row.insert(QStringLiteral("base_points"), scored.factors->basePoints);
        row.insert(QStringLiteral("other_points"), scored.factors->otherPoints);
        row.insert(QStringLiteral("top_factors"), Codec<QList<api::TopFactor>>::write(api::topFactorsOf(*scored.factors)));
    }
    return row;
}

} // namespace

Result<void> ScoringRepo::insertMany(const QList<ScoredApplication> &scored, const ScoringTerms &terms, Instant now)
{
    QJsonArray rows;
    for (const ScoredApplication &one : scored)
        rows.append(rowOf(one, terms, now));
    Query insert = m_transaction.query("scoring/insert_many");
    return insert.bind("tenant_id", m_tenant)
        .bind("rows", rows)
        .bind("model_id", terms.model)
        .bind("feature_set_version", QString::fromLatin1(kFeatureSet))
        .bind("policy_id", terms.policy)
        .bind("policy_version", terms.policyVersion)
        .bind("now", now)
        .exec();
}

Result<std::optional<api::ScoringResult>> ScoringRepo::latestOf(ApplicationId application)
{
    Query row = m_transaction.query("scoring/latest");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::ScoringResult>();
    api::ScoringResult result;
    result.score = row.get<std::optional<int>>("score");
    result.probabilityDefault = row.get<std::optional<double>>("probability_default");
    result.riskCategory = repo::optionalEnumOf<RiskCategory>(row, "risk_category");
    result.routingDecision = repo::enumOf<Route>(row, "route");
    result.routingReason = repo::enumOf<RouteReason>(row, "route_reason");
    for (const QString &text : row.get<QStringList>("route_reasons"))
        if (const auto reason = fromText<RouteReason>(text))
            result.routingReasons.append(*reason);
    result.recommendation = repo::optionalEnumOf<Recommendation>(row, "recommendation");
    if (const auto model = row.get<std::optional<QString>>("model_id"))
        result.model = api::ModelInfo{*model, row.get<QString>("model_version"), row.get<QString>("model_bundle"),
                                      row.get<QString>("model_kind")};
    result.policyVersion = row.get<int>("policy_version");
    result.cutoffs = {row.get<int>("auto_approve_min"), row.get<int>("auto_decline_max"), row.get<int>("recommendation_cutoff")};
    result.baseScore = row.get<int>("base_points");
    result.otherPoints = row.get<int>("other_points");
    if (row.get<std::optional<QString>>("top_factors")) {
        auto factors = repo::jsonOf<QList<api::TopFactor>>(row, "top_factors");
        if (!factors)
            return factors.error();
        result.topFactors = *factors;
    }
    result.scoredAt = row.get<Instant>("scored_at");
    result.scoringTimeUs = row.get<qint64>("scoring_time_us");
    return std::optional(result);
}

} // namespace countersign
