// The pure middle of scoring: from applications, model and policy to scores, routes and what follows from them.
#pragma once

#include "server/ml/Scorer.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/ScoringRepo.h"

namespace countersign {

struct ScoringOutcome {
    QList<ScoredApplication> scored;
    QList<ScoredStatus> statuses;
    QList<NewQueueEntry> queueEntries;
    QList<AutomaticDecision> decisions;
    qint64 modelMicroseconds = 0;
};

/// `scorer` may be null or fail: then every application goes to a person with `model_unavailable`. Never approves
/// without a score.
ScoringOutcome scoreAndRoute(const QList<ApplicationToScore> &applications, const Scorer *scorer,
                             const ActivePolicy &active, Instant now);

} // namespace countersign
