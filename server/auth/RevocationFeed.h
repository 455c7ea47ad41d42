// Keeps Revocations true: reads the table, hears what is announced, and says when it hears nothing.
#pragma once

#include "server/auth/Revocations.h"
#include "server/db/Listener.h"

namespace countersign {

class RevocationFeed {
public:
    /// Both must outlive the feed.
    RevocationFeed(Database &database, Revocations &revocations, const ListenerTiming &timing = {});

    void start() { m_listener.start(); }
    void stop() { m_listener.stop(); }

private:
    Result<void> scan();

    Database &m_database;
    Revocations &m_revocations;
    int m_scans = 0;
    bool m_isLost = false;
    Listener m_listener;
};

} // namespace countersign
