// Notes about applications in the database, sealed with the key of the applicant.
#pragma once

#include "core/api/NoteDtos.h"
#include "core/application/PersonId.h"
#include "server/db/Transaction.h"
#include "server/privacy/KeyRing.h"

namespace countersign {

class NoteRepo {
public:
    NoteRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    Result<void> insert(ApplicationId application, const api::NoteInfo &note, const SecretKey &key);
    Result<int> count(ApplicationId application);
    Result<QList<api::NoteInfo>> listOf(ApplicationId application, const KeyRing &keys);
    Result<void> forget(PersonId person); ///< his key is gone already

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
