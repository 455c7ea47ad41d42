#include "server/auth/Revocations.h"

namespace countersign {

Revocations::Standing Revocations::of(const Principal &principal) const
{
    const Instant now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_known.sessions.contains(principal.sessionId)
        || principal.authzVersion < m_known.versions.value(principal.userId))
        return Standing::Revoked;
    return m_heard && now - *m_heard < m_patience ? Standing::Good : Standing::Unknown;
}

void Revocations::replaceAll(Known known)
{
    const Instant now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    m_known = std::move(known);
    m_heard = now;
}

bool Revocations::add(QByteArrayView notice)
{
    const QStringList words = QString::fromLatin1(notice).split(QLatin1Char(' '));
    const std::lock_guard lock(m_mutex);
    if (words.size() == 2 && words[0] == QLatin1String("session")) {
        const auto session = SessionId::parse(words[1]);
        if (session)
            m_known.sessions.insert(*session);
        return session.has_value();
    }
    if (words.size() != 3 || words[0] != QLatin1String("user"))
        return false;
    const auto user = UserId::parse(words[1]);
    const int version = words[2].toInt();
    if (!user || version <= 0)
        return false;
    m_known.versions[*user] = std::max(m_known.versions.value(*user), version);
    return true;
}

void Revocations::goDeaf()
{
    const std::lock_guard lock(m_mutex);
    m_heard.reset();
}

} // namespace countersign
