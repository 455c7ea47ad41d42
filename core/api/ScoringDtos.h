// A score and its explanation, on the wire.
#pragma once

#include "core/json/Codec.h"
#include "core/policy/Policy.h"
#include "core/policy/RouteTypes.h"
#include "core/scoring/RiskCategory.h"

namespace countersign::api {

enum class FactorDirection { Raises, Lowers };

struct TopFactor {
    QString feature;        ///< stable key: `dti_ratio`
    QString label;          ///< English; the workbench translates by `feature`
    std::optional<double> value;
    std::optional<QString> category; ///< of a categorical feature
    QString formattedValue;
    double contribution = 0; ///< in log-odds
    int points = 0;          ///< of the score; all points and the base add up to the unclamped score
    FactorDirection direction = FactorDirection::Raises;
};

struct ModelInfo {
    QString id;
    QString version;
    QString bundle; ///< sha256 of the bundle
    QString kind;   ///< xgboost
};

struct Cutoffs {
    int autoApproveMin = 720;
    int autoDeclineMax = 480;
    int recommendationCutoff = 600;
};

struct ScoringResult {
    std::optional<int> score; ///< absent when no model could be asked
    std::optional<double> probabilityDefault;
    std::optional<RiskCategory> riskCategory;
    Route routingDecision = Route::HumanReview;
    RouteReason routingReason = RouteReason::BorderlineScore;
    QList<RouteReason> routingReasons;
    std::optional<Recommendation> recommendation;
    std::optional<ModelInfo> model;
    int policyVersion = 0;
    Cutoffs cutoffs;
    int baseScore = 0; ///< where the points start
    QList<TopFactor> topFactors;
    int otherPoints = 0; ///< of the factors that are not listed
    Instant scoredAt;
    qint64 scoringTimeUs = 0;
};

struct SystemInfo {
    std::optional<ModelInfo> model;
    std::optional<int> policyVersion;
    std::optional<Cutoffs> cutoffs;
    std::optional<double> indicativeRate;
    std::optional<BandOverrideApproval> bandOverrideApproval;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto enumTexts<api::FactorDirection> = std::array{
    EnumText{api::FactorDirection::Raises, "raises"},
    EnumText{api::FactorDirection::Lowers, "lowers"},
};

template <>
inline constexpr auto fieldsOf<api::TopFactor> = record("TopFactor",
    field("feature", &api::TopFactor::feature),
    field("label", &api::TopFactor::label),
    field("value", &api::TopFactor::value),
    field("category", &api::TopFactor::category),
    field("formatted_value", &api::TopFactor::formattedValue),
    field("contribution", &api::TopFactor::contribution, "log-odds"),
    field("points", &api::TopFactor::points, "points of the score"),
    field("direction", &api::TopFactor::direction));

template <>
inline constexpr auto fieldsOf<api::ModelInfo> = record("ModelInfo",
    field("id", &api::ModelInfo::id),
    field("version", &api::ModelInfo::version),
    field("bundle", &api::ModelInfo::bundle, "sha256"),
    field("kind", &api::ModelInfo::kind));

template <>
inline constexpr auto fieldsOf<api::Cutoffs> = record("Cutoffs",
    field("auto_approve_min", &api::Cutoffs::autoApproveMin),
    field("auto_decline_max", &api::Cutoffs::autoDeclineMax),
    field("recommendation_cutoff", &api::Cutoffs::recommendationCutoff));

template <>
inline constexpr auto fieldsOf<api::ScoringResult> = record("ScoringResult",
    field("score", &api::ScoringResult::score, "0 to 1000, higher is safer"),
    field("probability_default", &api::ScoringResult::probabilityDefault),
    field("risk_category", &api::ScoringResult::riskCategory),
    field("routing_decision", &api::ScoringResult::routingDecision),
    field("routing_reason", &api::ScoringResult::routingReason),
    field("routing_reasons", &api::ScoringResult::routingReasons),
    field("recommendation", &api::ScoringResult::recommendation),
    field("model", &api::ScoringResult::model),
    field("policy_version", &api::ScoringResult::policyVersion),
    field("cutoffs", &api::ScoringResult::cutoffs),
    field("base_score", &api::ScoringResult::baseScore, "where the points start"),
    field("top_factors", &api::ScoringResult::topFactors),
    field("other_points", &api::ScoringResult::otherPoints, "points of the factors that are not listed"),
    field("scored_at", &api::ScoringResult::scoredAt),
    field("scoring_time_us", &api::ScoringResult::scoringTimeUs));

template <>
inline constexpr auto fieldsOf<api::SystemInfo> = record("SystemInfo",
    field("model", &api::SystemInfo::model),
    field("policy_version", &api::SystemInfo::policyVersion),
    field("cutoffs", &api::SystemInfo::cutoffs),
    field("indicative_rate", &api::SystemInfo::indicativeRate, "nominal annual percent"),
    field("band_override_approval", &api::SystemInfo::bandOverrideApproval,
          "which decisions against the recommendation need a second person inside the band"));

} // namespace countersign
