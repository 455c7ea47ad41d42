#include "server/auth/Sessions.h"

namespace countersign {

namespace {

constexpr int kUserAgentLength = 120;

} // namespace

Result<void> Sessions::create(const SessionRow &row, const Client &client, Instant now)
{
    Query create = m_transaction.query("sessions/create");
    create.bind("id", row.id).bind("tenant_id", row.tenant).bind("user_id", row.user);
    create.bind("token_hash", row.tokenHash)
        .bind("family_key", row.familyKey)
        .bind("now", now)
        .bind("expires_at", row.expiresAt);
    if (auto created = create.exec(); !created)
        return created;
    Query note = m_transaction.query("sessions/create_client");
    return note.bind("tenant_id", row.tenant)
        .bind("session_id", row.id)
        .bind("address", client.address)
        .bind("user_agent", client.userAgent.left(kUserAgentLength))
        .exec();
}

Result<std::optional<SessionRow>> Sessions::lock(SessionId id)
{
    Query row = m_transaction.query("sessions/lock");
    if (auto locked = row.bind("id", id).exec(); !locked)
        return locked.error();
    if (!row.next())
        return std::optional<SessionRow>();
    return std::optional(SessionRow{id, row.get<TenantId>("tenant_id"), row.get<UserId>("user_id"),
                                    row.get<QByteArray>("token_hash"), row.get<QByteArray>("previous_hash"),
                                    row.get<QByteArray>("family_key"), row.get<Instant>("rotated_at"),
                                    row.get<Instant>("expires_at")});
}

Result<void> Sessions::rotate(const RefreshToken &next, Instant now)
{
    Query rotate = m_transaction.query("sessions/rotate");
    return rotate.bind("id", next.session).bind("token_hash", next.hash()).bind("now", now).exec();
}

Result<void> Sessions::rotateAgain(const RefreshToken &next)
{
    Query rotate = m_transaction.query("sessions/rotate_again");
    return rotate.bind("id", next.session).bind("token_hash", next.hash()).exec();
}

Result<void> Sessions::end(SessionId id, Instant now)
{
    Query end = m_transaction.query("sessions/end");
    return end.bind("id", id).bind("now", now).exec();
}

Result<QList<SessionId>> Sessions::endAll(const Of &which, Instant now)
{
    Query end = m_transaction.query("sessions/end_of_user");
    end.bind("tenant_id", which.tenant).bind("user_id", which.user).bind("now", now);
    end.bind("except", which.except).bind("only", which.only);
    if (auto done = end.exec(); !done)
        return done.error();
    QList<SessionId> ended;
    while (end.next())
        ended.append(end.get<SessionId>("id"));
    return ended;
}

Result<QList<api::SessionItem>> Sessions::listOf(const Of &which, Instant now, const SessionRules &rules)
{
    Query row = m_transaction.query("sessions/list_of_user");
    row.bind("tenant_id", which.tenant)
        .bind("user_id", which.user)
        .bind("now", now)
        .bind("idle_since", now - rules.idle);
    if (auto done = row.exec(); !done)
        return done.error();
    QList<api::SessionItem> items;
    while (row.next())
        items.append({row.get<SessionId>("id"), row.get<Instant>("created_at"), row.get<Instant>("rotated_at"),
                      row.get<Instant>("expires_at"), row.get<QString>("address"), row.get<QString>("user_agent"),
                      false});
    return items;
}

} // namespace countersign
