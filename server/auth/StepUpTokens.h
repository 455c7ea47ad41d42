// Tokens that say: this person proved a moment ago who he is, for this one action on this one object.
#pragma once

#include "core/access/Actor.h"
#include "core/access/StepUp.h"
#include "server/db/Transaction.h"

namespace countersign {

/// Bound to the actor's user and session, good once, within 120 seconds; only the hash is stored.
class StepUpTokens {
public:
    static constexpr std::chrono::seconds kLifetime{120};

    struct Purpose {
        StepUpAction action;
        QUuid object;
    };

    StepUpTokens(Transaction &transaction, const Actor &actor) : m_transaction(transaction), m_actor(actor) {}

    /// 256 random bits as base64url. Old tokens that nobody used are swept away.
    Result<QString> issue(const Purpose &purpose);

    /// Uses up the token that came with the actor's request, in this transaction; false when it does not fit.
    Result<bool> use(const Purpose &purpose);

private:
    Transaction &m_transaction;
    const Actor &m_actor;
};

} // namespace countersign
