// A bank in which decisions against the model wait for their second signature.
#pragma once

#include "ServiceFixture.h"

#include "server/service/CancellationService.h"
#include "server/service/OverrideService.h"

namespace countersign {

class OverrideFixture : public ServiceFixture {
public:
    OverrideFixture();

    OverrideService overrides{context};

    struct WaitingCase {
        Case inHand;
        api::DecisionInfo decision;
    };
    /// A person's approval of somebody whom the model would decline.
    WaitingCase waitingCase(const Actor &decider, int score = 550);
    /// The actor as he comes with a step-up token for the approval of this decision.
    Actor provedFor(const Actor &actor, DecisionId decision);
    Result<api::DecisionInfo> approve(const Actor &actor, const api::DecisionInfo &decision,
                                      const QString &comment = {});
    Result<api::DecisionInfo> reject(const Actor &actor, const api::DecisionInfo &decision);

    QString queueStatusOf(const Case &inHand);
    /// Applications whose status, decisions and queue entry do not say the same; empty when all is well.
    QStringList contradictions();
};

inline const QString kRejection = QStringLiteral("The letter of the employer is not in the file.");

} // namespace countersign
