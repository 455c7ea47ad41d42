// A fixed number of threads and a bounded queue before them; a full queue says so instead of growing.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace countersign {

class WorkerPool {
public:
    using Task = std::function<void()>;

    WorkerPool(int threads, int queueCapacity);
    ~WorkerPool(); ///< finishes the tasks that run, drops those that wait
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// False when the queue is full: the task is not run. Tasks must not throw.
    [[nodiscard]] bool submit(Task task);

    int waiting() const;

private:
    void run();

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    const std::size_t m_capacity;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace countersign
