// The other half of PersonRepo: erasure, export, retention and the rotation of keys.
#include "server/repo/PersonRepo.h"

namespace countersign {

Result<std::optional<LockedPerson>> PersonRepo::lock(PersonId id)
{
    Query row = m_transaction.query("person/lock");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedPerson>();
    Query open = m_transaction.query("person/count_open");
    if (auto done = open.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    open.next();
    return std::optional(LockedPerson{id, row.get<Instant>("created_at"), row.get<std::optional<Instant>>("erased_at"),
                                      open.get<int>("open_applications")});
}

Result<void> PersonRepo::erase(PersonId id, Instant now)
{
    Query erase = m_transaction.query("person/erase");
    if (auto done = erase.bind("tenant_id", m_tenant).bind("id", id).bind("now", now).exec(); !done)
        return done;
    return m_transaction.query("person/forget_lookups").bind("tenant_id", m_tenant).bind("person_id", id).exec();
}

Result<QList<api::ProtectedOf>> PersonRepo::protectedAttributesOf(PersonId id)
{
    Query row = m_transaction.query("person/protected_attributes");
    if (auto done = row.bind("tenant_id", m_tenant).bind("person_id", id).exec(); !done)
        return done.error();
    QList<api::ProtectedOf> attributes;
    while (row.next())
        attributes.append(
            {row.get<ApplicationId>("application_id"),
             {row.get<std::optional<QString>>("marital_status"), row.get<std::optional<QString>>("sex")}});
    return attributes;
}

Result<QList<PersonId>> PersonRepo::takeExpired(Instant before, int limit)
{
    Query row = m_transaction.query("person/take_expired");
    if (auto done = row.bind("tenant_id", m_tenant).bind("before", before).bind("limit", limit).exec(); !done)
        return done.error();
    QList<PersonId> locked;
    while (row.next())
        locked.append(row.get<PersonId>("id"));
    Query again = m_transaction.query("person/still_expired");
    if (auto done = again.bind("tenant_id", m_tenant).bind("ids", locked).bind("before", before).exec(); !done)
        return done.error();
    QList<PersonId> persons;
    while (again.next())
        persons.append(again.get<PersonId>("id"));
    return persons;
}

Result<QMap<int, qint64>> PersonRepo::countExpired(Instant before)
{
    Query row = m_transaction.query("person/count_expired");
    if (auto done = row.bind("tenant_id", m_tenant).bind("before", before).exec(); !done)
        return done.error();
    QMap<int, qint64> counts;
    while (row.next())
        counts.insert(row.get<int>("year"), row.get<qint64>("persons"));
    return counts;
}

Result<int> PersonRepo::rewrap(int limit)
{
    const auto current = qint64(m_keys.currentNumber());
    Query taken = m_transaction.query("person/take_for_rewrap");
    if (auto done = taken.bind("tenant_id", m_tenant).bind("key_number", current).bind("limit", limit).exec(); !done)
        return done.error();
    QJsonArray rows;
    while (taken.next()) {
        const auto id = taken.get<PersonId>("id");
        const auto key = m_keys.unwrap(m_tenant, id, taken.get<QByteArray>("wrapped_key"));
        if (!key)
            return key.error();
        rows.append(QJsonObject{
            {QStringLiteral("id"), id.toString()},
            {QStringLiteral("wrapped_key"), QString::fromLatin1(m_keys.wrap(m_tenant, id, *key).toBase64())}});
    }
    if (rows.isEmpty())
        return 0;
    Query rewrap = m_transaction.query("person/rewrap_many");
    if (auto done = rewrap.bind("tenant_id", m_tenant).bind("rows", rows).bind("key_number", current).exec(); !done)
        return done.error();
    return int(rows.size());
}

Result<QMap<quint32, qint64>> PersonRepo::countByKey()
{
    Query row = m_transaction.query("person/count_by_key");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    QMap<quint32, qint64> counts;
    while (row.next())
        counts.insert(quint32(row.get<std::optional<qint64>>("key_number").value_or(0)), row.get<qint64>("persons"));
    return counts;
}

} // namespace countersign
