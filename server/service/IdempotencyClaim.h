// A request that carries an Idempotency-Key, on its way through its unit of work: one effect, however often it is sent.
#pragma once

#include "core/base/Instant.h"
#include "server/auth/AnswerSeal.h"
#include "server/db/Transaction.h"

#include <QJsonValue>

#include <functional>
#include <typeinfo>

namespace countersign {

/// The claim and the answer are written in the transaction of the effect. So after a crash or an unknown COMMIT the same
/// request, sent again, finds either both or neither. Only successes are kept: whatever fails rolls back, its key included.
class IdempotencyClaim {
public:
    struct Request {
        QByteArray id;                ///< 32 bytes: who asks, at which endpoint, with which key
        QByteArray contentHash;       ///< 32 bytes: of path, query and body
        const std::type_info *answer; ///< what the endpoint answers: the unit of work with this result is the effect
    };
    /// The bytes of the answer as they are kept; empty function: the answer carries a secret and is not.
    using Render = std::function<QByteArray(const QJsonValue &)>;

    IdempotencyClaim(Request request, const AnswerSeal &seal, Render render);

    bool isFor(const std::type_info &result) const { return *m_request.answer == result; }

    /// Before the work. Conflict (`idempotency_in_flight`, `already_created`, or `idempotency_repeated` with stored()
    /// set), Invalid (`idempotency_key_reused`).
    Result<void> begin(Transaction &transaction, TenantId tenant, Instant now);
    /// After the work, before the commit.
    Result<void> finish(Transaction &transaction, TenantId tenant, Instant now, const QJsonValue &answer);

    /// The answer of an earlier request.
    const std::optional<QByteArray> &stored() const { return m_stored; }
    /// What this request stored, and so what its sender must get; nothing while it has not had its effect.
    const std::optional<QByteArray> &rendered() const { return m_rendered; }

private:
    QByteArray place(TenantId tenant) const { return tenant.uuid().toRfc4122() + m_request.id; }

    const Request m_request;
    const AnswerSeal &m_seal;
    const Render m_render;
    std::optional<QByteArray> m_stored;
    std::optional<QByteArray> m_rendered;
};

} // namespace countersign
