// Whether the session and the rights that an access token tells of still stand.
#pragma once

#include "server/auth/Revocations.h"
#include "server/db/Database.h"

namespace countersign {

class SessionCheck {
public:
    SessionCheck(const Revocations &revocations, Database &database) : m_revocations(revocations), m_database(database)
    {
    }

    /// Unauthenticated (`token_revoked`): refresh it. From memory; only while this daemon hears nothing it asks the database.
    Result<void> check(const Principal &principal) const;

    /// Never asks the database: for the event loop.
    Result<void> checkInMemory(const Principal &principal) const;

private:
    const Revocations &m_revocations;
    Database &m_database;
};

} // namespace countersign
