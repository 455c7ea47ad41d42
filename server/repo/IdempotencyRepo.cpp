#include "server/repo/IdempotencyRepo.h"

#include <QtEndian>

namespace countersign {

namespace {

constexpr std::chrono::hours kKept{24};

Error inFlight()
{
    return {ErrorCode::Conflict,
            QStringLiteral("idempotency_in_flight"),
            QStringLiteral("A request with this Idempotency-Key is being served; ask again in a moment."),
            {}};
}

} // namespace

Result<std::optional<DoneRequest>> IdempotencyRepo::takeTurn(const QByteArray &id, Instant now)
{
    Query find = m_transaction.query("idempotency/find");
    find.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("turn", qFromBigEndian<qint64>(id.constData()))
        .bind("now", now);
    if (auto found = find.exec(); !found)
        return found.error();
    find.next();
    if (find.get<bool>("is_done"))
        return std::optional(
            DoneRequest{find.get<QByteArray>("content_hash"), find.get<std::optional<QByteArray>>("answer")});
    if (!find.get<bool>("is_my_turn"))
        return inFlight();
    return std::optional<DoneRequest>();
}

Result<void> IdempotencyRepo::insert(const QByteArray &id, const DoneRequest &done, Instant now)
{
    Query insert = m_transaction.query("idempotency/insert");
    insert.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("content_hash", done.contentHash)
        .bind("answer", done.answer);
    if (auto inserted = insert.bind("expires_at", Instant(now + kKept)).bind("now", now).exec(); !inserted)
        return inserted;
    return insert.affectedRows() == 1 ? Result<void>() : Result<void>(inFlight());
}

Result<int> IdempotencyRepo::purge(Instant now)
{
    Query purged = m_transaction.query("idempotency/purge");
    if (auto done = purged.bind("tenant_id", m_tenant).bind("now", now).exec(); !done)
        return done.error();
    return purged.affectedRows();
}

} // namespace countersign
