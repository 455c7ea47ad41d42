#include "server/ops/Repeater.h"

namespace countersign {

Repeater::Repeater(std::chrono::milliseconds interval, std::function<void()> work)
    : m_interval(interval), m_work(std::move(work)), m_thread([this] { run(); })
{
}

Repeater::~Repeater()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stop.notify_all();
    m_thread.join();
}

void Repeater::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        lock.unlock();
        m_work();
        lock.lock();
        m_stop.wait_for(lock, m_interval, [this] { return m_isStopping; });
    }
}

} // namespace countersign
