// Whether the daemon is alive and ready, from checks that run in the background and are only read here.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QJsonObject>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign {

/// A part of the daemon that must work before requests can be served: database, migrations, model.
struct HealthCheck {
    QString name;
    std::function<Result<>()> run; ///< called from one background thread; the reason of an error is shown
};

class Health {
public:
    struct Settings {
        QString version;
        std::chrono::milliseconds interval{1000};
        std::chrono::milliseconds staleAfter{10'000}; ///< a check that hangs is a check that failed
    };

    Health(Settings settings, std::vector<HealthCheck> checks, const Clock &clock);
    ~Health();
    Health(const Health &) = delete;
    Health &operator=(const Health &) = delete;

    /// Runs every check once, here and now, and then again and again in the background.
    void start();
    void runChecks();

    bool isReady() const;

    /// `{"status": "ok" | "unavailable", "version", "uptime_seconds", "checks": [{"name", "status", ...}]}`
    QJsonObject report() const;

    /// While draining the daemon is alive but takes no new work: a load balancer should look elsewhere.
    void setDraining();

private:
    struct State {
        bool ok = false;
        QString reason = QStringLiteral("not_checked_yet");
        Instant checkedAt;
        std::chrono::microseconds took{0};
    };
    bool isGood(const State &state) const;

    const Settings m_settings;
    const std::vector<HealthCheck> m_checks;
    const Clock &m_clock;
    const Instant m_startedAt;
    mutable std::mutex m_mutex;
    std::vector<State> m_states;
    bool m_isDraining = false;
    bool m_isStopping = false;
    std::condition_variable m_stop;
    std::thread m_thread;
};

} // namespace countersign
