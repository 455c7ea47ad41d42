// Persons in the database: their wrapped keys, and the hashes they are found by.
#pragma once

#include "core/api/PersonDtos.h"
#include "server/db/Transaction.h"
#include "server/privacy/KeyRing.h"

namespace countersign {

/// A person whose key is at hand; the row is locked until the transaction ends.
struct PersonInHand {
    PersonId id;
    SecretKey key;
    bool isNew = false; ///< made by this transaction
};

/// A person, locked until the transaction ends, so that nobody stores an application of his meanwhile.
struct LockedPerson {
    PersonId id;
    Instant createdAt;
    std::optional<Instant> erasedAt;
    int openApplications = 0;
};

class PersonRepo {
public:
    PersonRepo(Transaction &transaction, TenantId tenant, const KeyRing &keys)
        : m_transaction(transaction), m_tenant(tenant), m_keys(keys)
    {
    }

    /// Those of `applicants`, in their order: known by their national id, or made. One statement for all. Unavailable
    /// (`privacy_key_retired`) when the first master key of this process may not be used any more.
    Result<QList<PersonInHand>> findOrMake(const QList<const api::Personal *> &applicants, Instant now);
    /// Of those that this transaction has made, the ones that got no application.
    Result<void> dropUnused(const QList<PersonId> &ids);

    Result<std::optional<LockedPerson>> lock(PersonId id);
    /// Destroys the person's key and everything the person could be found by.
    Result<void> erase(PersonId id, Instant now);
    Result<QList<api::ProtectedOf>> protectedAttributesOf(PersonId id);

    /// Up to `limit` persons whose applications have all ended before `before`; locked.
    Result<QList<PersonId>> takeExpired(Instant before, int limit);
    Result<QMap<int, qint64>> countExpired(Instant before); ///< by the year they became known in

    /// Wraps up to `limit` keys anew that another master key than the first has wrapped; answers how many.
    Result<int> rewrap(int limit);
    Result<QMap<quint32, qint64>> countByKey(); ///< persons by master key; 0: erased

private:
    QJsonArray lookupsOf(const api::Personal &applicant) const;

    Transaction &m_transaction;
    const TenantId m_tenant;
    const KeyRing &m_keys;
};

} // namespace countersign
