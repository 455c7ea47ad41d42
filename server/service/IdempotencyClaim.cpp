#include "server/service/IdempotencyClaim.h"

#include "server/repo/IdempotencyRepo.h"

namespace countersign {

namespace {

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

} // namespace

IdempotencyClaim::IdempotencyClaim(Request request, const AnswerSeal &seal, Render render)
    : m_request(std::move(request)), m_seal(seal), m_render(std::move(render))
{
}

Result<void> IdempotencyClaim::begin(Transaction &transaction, TenantId tenant, Instant now)
{
    m_rendered.reset(); // of an attempt that failed
    const auto done = IdempotencyRepo(transaction, tenant).takeTurn(m_request.id, now);
    if (!done)
        return done.error();
    if (!*done)
        return {};
    if ((*done)->contentHash != m_request.contentHash)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("idempotency_key_reused"),
                     QStringLiteral("This Idempotency-Key came with another content before; use a new one."),
                     {}};
    if ((*done)->answer)
        m_stored = m_seal.open(*(*done)->answer, place(tenant));
    // Also when the key file was exchanged since: the effect is there, only its answer cannot be read any more.
    return m_stored
        ? conflict("idempotency_repeated", QStringLiteral("The stored answer stands."))
        : conflict("already_created",
                   QStringLiteral("A request with this Idempotency-Key has had its effect; its answer is not kept."));
}

Result<void> IdempotencyClaim::finish(Transaction &transaction, TenantId tenant, Instant now, const QJsonValue &answer)
{
    DoneRequest done{m_request.contentHash, {}};
    const QByteArray bytes = m_render ? m_render(answer) : QByteArray();
    if (m_render)
        done.answer = m_seal.seal(bytes, place(tenant));
    if (auto inserted = IdempotencyRepo(transaction, tenant).insert(m_request.id, done, now); !inserted)
        return inserted;
    m_rendered = bytes;
    return {};
}

} // namespace countersign
