// Scores, explains and routes applications in batches: everything of a batch in one transaction.
#pragma once

#include "server/ml/ModelHolder.h"
#include "server/repo/JobRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// What happened to a batch, for metrics.
struct ScoringBatch {
    int jobs = 0;   ///< claimed; 0: there is nothing to do now
    int putOff = 0; ///< of these: failed, and tried again later or given to a person
    int scored = 0; ///< with a score
    int approved = 0;
    int declined = 0;
    int toReview = 0;
    qint64 modelMicroseconds = 0;
};

class ScoringService {
public:
    ScoringService(const ServiceContext &context, const ModelHolder &models) : m_context(context), m_models(models) {}

    /// Claims up to `limit` due jobs, scores their applications and finishes the jobs. Exactly once: claim, scores,
    /// decisions, queue entries and the end of the jobs are one transaction. When a batch fails, each of its jobs is
    /// tried by itself; one that fails alone is put off and, after its last attempt, its application goes to a person.
    Result<ScoringBatch> runBatch(int limit) const;

private:
    Result<ScoringBatch> scoreClaimed(UnitOfWork &unit, const QList<ClaimedJob> &jobs) const;
    Result<ScoringBatch> runSingly(const QList<ClaimedJob> &jobs) const;
    Result<ScoringBatch> runOne(JobId id) const;
    Result<void> putOff(JobId id, const Error &cause) const;
    Result<bool> sendToReview(UnitOfWork &unit, const ClaimedJob &job) const;

    const ServiceContext &m_context;
    const ModelHolder &m_models;
};

} // namespace countersign
