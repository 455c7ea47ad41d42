#include "server/repo/PersonRepo.h"

#include "core/application/PersonLookup.h"

namespace countersign {

namespace {

QString textOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QJsonArray PersonRepo::lookupsOf(const api::Personal &applicant) const
{
    QJsonArray lookups;
    if (applicant.email)
        lookups.append(textOf(m_keys.lookupHash(m_tenant, LookupKind::Email, emailForm(*applicant.email))));
    if (applicant.phone)
        lookups.append(textOf(m_keys.lookupHash(m_tenant, LookupKind::Phone, phoneForm(*applicant.phone))));
    return lookups;
}

Result<QList<PersonInHand>> PersonRepo::findOrMake(const QList<const api::Personal *> &applicants, Instant now)
{
    QList<QByteArray> hashes;
    QHash<QByteArray, PersonInHand> people;
    QHash<QByteArray, QJsonObject> rows;
    for (const api::Personal *applicant : applicants) {
        const QByteArray hash =
            m_keys.lookupHash(m_tenant, LookupKind::NationalId, nationalIdForm(applicant->nationalId));
        hashes.append(hash);
        QJsonArray lookups = lookupsOf(*applicant);
        if (people.contains(hash)) {
            for (const QJsonValue &known : rows[hash].value(QLatin1String("lookups")).toArray())
                lookups.append(known);
            rows[hash].insert(QStringLiteral("lookups"), lookups);
            continue;
        }
        const PersonInHand fresh{PersonId::make(now), SecretKey::random(), true};
        people.insert(hash, fresh);
        rows.insert(hash,
                    {{QStringLiteral("id"), fresh.id.toString()},
                     {QStringLiteral("national_id_hash"), textOf(hash)},
                     {QStringLiteral("wrapped_key"), textOf(m_keys.wrap(m_tenant, fresh.id, fresh.key))},
                     {QStringLiteral("lookups"), lookups}});
    }
    QJsonArray given;
    for (const QJsonObject &row : rows)
        given.append(row);
    Query upsert = m_transaction.query("person/upsert_many");
    upsert.bind("tenant_id", m_tenant)
        .bind("rows", given)
        .bind("key_number", qint64(m_keys.currentNumber()))
        .bind("now", now);
    if (auto done = upsert.exec(); !done)
        return done.error();
    if (upsert.rowCount() < people.size())
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("privacy_key_retired"),
                     QStringLiteral("master key %1 is retired; start the daemon again with the new key file")
                         .arg(m_keys.currentNumber()),
                     {}};
    while (upsert.next()) {
        PersonInHand &person = *people.find(upsert.get<QByteArray>("national_id_hash"));
        const auto id = upsert.get<PersonId>("id");
        if (id == person.id)
            continue;
        const auto key = m_keys.unwrap(m_tenant, id, upsert.get<QByteArray>("wrapped_key"));
        if (!key)
            return key.error();
        person = {id, *key, false};
    }
    QList<PersonInHand> found;
    for (const QByteArray &hash : hashes)
        found.append(*people.constFind(hash));
    return found;
}

Result<void> PersonRepo::dropUnused(const QList<PersonId> &ids)
{
    return m_transaction.query("person/delete_unused").bind("tenant_id", m_tenant).bind("ids", ids).exec();
}

} // namespace countersign
