// Does something again and again in a thread of its own, until it is stopped.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace countersign {

class Repeater {
public:
    /// `work` must not throw. It runs once at the start, then `interval` after its last end.
    Repeater(std::chrono::milliseconds interval, std::function<void()> work);
    ~Repeater(); ///< waits for a run that has begun
    Repeater(const Repeater &) = delete;
    Repeater &operator=(const Repeater &) = delete;

private:
    void run();

    const std::chrono::milliseconds m_interval;
    const std::function<void()> m_work;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace countersign
