#include "server/auth/RevocationFeed.h"

#include "server/db/Query.h"

#include <spdlog/spdlog.h>

namespace countersign {

namespace {

constexpr int kScansBetweenCleanings = 360; // an hour of beats

} // namespace

RevocationFeed::RevocationFeed(Database &database, Revocations &revocations, const ListenerTiming &timing)
    : m_database(database), m_revocations(revocations),
      m_listener(database,
                 {"revocation/hear", [this] { return scan(); },
                  [this](QByteArrayView notice) {
                      if (!m_revocations.add(notice))
                          spdlog::warn("a revocation came in a form that is not ours");
                  },
                  [this](const Error &error) {
                      m_revocations.goDeaf();
                      if (!m_isLost)
                          spdlog::warn("revocations are not heard; each request asks the database: {}",
                                       error.detail.toStdString());
                      m_isLost = true;
                  }},
                 timing)
{
}

Result<void> RevocationFeed::scan()
{
    if (m_scans++ % kScansBetweenCleanings == 0) {
        Query forget = Query::alone(m_database, "revocation/forget_old");
        if (auto done = forget.exec(); !done)
            return done;
    }
    Query row = Query::alone(m_database, "revocation/recent");
    if (auto done = row.exec(); !done)
        return done;
    Revocations::Known known;
    while (row.next()) {
        if (const auto session = row.get<std::optional<SessionId>>("session_id"))
            known.sessions.insert(*session);
        else
            known.versions.insert(row.get<UserId>("user_id"), row.get<int>("authz_version"));
    }
    m_revocations.replaceAll(std::move(known));
    if (std::exchange(m_isLost, false))
        spdlog::info("revocations are heard again");
    return {};
}

} // namespace countersign
