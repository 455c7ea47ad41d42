// Scores and their explanations in the database.
#pragma once

#include "core/api/ScoringDtos.h"
#include "core/policy/Router.h"
#include "core/scoring/FeatureVector.h"
#include "core/scoring/Scoring.h"
#include "core/scoring/TopFactors.h"
#include "server/db/Transaction.h"
#include "server/repo/PolicyRepo.h"

namespace countersign {

/// What the model said of one application, and where it went.
struct ScoredApplication {
    ApplicationId applicationId;
    FeatureVector features;
    std::optional<Scoring> scoring; ///< nothing: no model could score it
    std::optional<TopFactors> factors;
    Routing routing;
    qint64 scoringTimeUs = 0;
};

/// Under which model and policy a batch was scored.
struct ScoringTerms {
    std::optional<ModelId> model;
    QString bundle; ///< sha256; empty without a model
    PolicyId policy;
    int policyVersion = 0;
};

class ScoringRepo {
public:
    ScoringRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insertMany(const QList<ScoredApplication> &scored, const ScoringTerms &terms, Instant now);
    Result<std::optional<api::ScoringResult>> latestOf(ApplicationId application);

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
