#include "server/http/Health.h"

#include <QJsonArray>

#include <algorithm>

namespace countersign {

Health::Health(Settings settings, std::vector<HealthCheck> checks, const Clock &clock)
    : m_settings(std::move(settings)),
      m_checks(std::move(checks)),
      m_clock(clock),
      m_startedAt(clock.now()),
      m_states(m_checks.size())
{
}

Health::~Health()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stop.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Health::start()
{
    runChecks();
    m_thread = std::thread([this] {
        std::unique_lock lock(m_mutex);
        while (!m_stop.wait_for(lock, m_settings.interval, [this] { return m_isStopping; })) {
            lock.unlock();
            runChecks();
            lock.lock();
        }
    });
}

void Health::runChecks()
{
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        const Instant began = m_clock.now();
        const Result<> result = m_checks[i].run();
        const Instant ended = m_clock.now();
        const std::lock_guard lock(m_mutex);
        m_states[i] = {result.ok(), result ? QString() : result.error().reason, ended, ended - began};
    }
}

bool Health::isGood(const State &state) const
{
    return state.ok && m_clock.now() - state.checkedAt <= m_settings.staleAfter;
}

bool Health::isReady() const
{
    const std::lock_guard lock(m_mutex);
    return !m_isDraining
        && std::all_of(m_states.begin(), m_states.end(), [this](const State &state) { return isGood(state); });
}

void Health::setDraining()
{
    const std::lock_guard lock(m_mutex);
    m_isDraining = true;
}

QJsonObject Health::report() const
{
    const bool ready = isReady();
    const std::lock_guard lock(m_mutex);
    QJsonArray checks;
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        const State &state = m_states[i];
        const bool good = isGood(state);
        QJsonObject check{{QStringLiteral("name"), m_checks[i].name},
                          {QStringLiteral("status"), good ? QStringLiteral("ok") : QStringLiteral("unavailable")}};
        if (!good)
            check.insert(QStringLiteral("reason"), state.ok ? QStringLiteral("stale") : state.reason);
        if (state.checkedAt != Instant())
            check.insert(QStringLiteral("checked_at"), toIso(state.checkedAt));
        check.insert(QStringLiteral("duration_ms"), double(state.took.count()) / 1000.0);
        checks.append(check);
    }
    const auto uptime = std::chrono::floor<std::chrono::seconds>(m_clock.now() - m_startedAt);
    return {{QStringLiteral("status"), ready ? QStringLiteral("ok") : QStringLiteral("unavailable")},
            {QStringLiteral("version"), m_settings.version},
            {QStringLiteral("draining"), m_isDraining},
            {QStringLiteral("uptime_seconds"), qint64(uptime.count())},
            {QStringLiteral("checks"), checks}};
}

} // namespace countersign
