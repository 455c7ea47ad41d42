// What keeps a daemon busy: programs that send applications and analysts who take and decide cases, all at once.
#pragma once

#include "tests/flow/HttpCaller.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign {

/// What the daemon promised by a status 2xx, over all its lives.
struct Promises {
    QSet<QString> applications;               ///< external ids
    QHash<QString, QSet<QString>> analystsOf; ///< by queue id: who was told that the case is his
    QHash<QString, int> decisions;            ///< by application id: how often a decision was said to be made
    int batches = 0;                          ///< sent, whether answered or not
    int unanswered = 0;                       ///< requests that ended without an answer
    QStringList refusals;                     ///< answers that no race explains
};

class Load {
public:
    static constexpr int kBatch = 40;
    static constexpr int kSenders = 2;

    explicit Load(Promises &promises) : m_promises(promises) {}
    ~Load() { end(); }

    bool start(quint16 port);      ///< false when a user cannot sign in
    void waitForEvents(int count); ///< until so many requests more were answered well, or a minute passed
    void end();                    ///< after the running requests

private:
    void send(const HttpCaller &program, int sender);
    void decideCases(const HttpCaller &analyst, const QString &name);
    bool workOff(const HttpCaller &analyst, const QString &name, const QJsonObject &entry);
    void decide(const HttpCaller &analyst, const QJsonObject &entry);
    bool keep(const HttpAnswer &answer, const std::function<void()> &promise);

    Promises &m_promises;
    std::mutex m_mutex; ///< of the promises and the events
    std::condition_variable m_happened;
    int m_events = 0;
    std::atomic<bool> m_isEnding = false;
    std::vector<std::thread> m_threads;
};

} // namespace countersign
