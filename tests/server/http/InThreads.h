// Runs clients in threads of their own while this thread serves: a real event loop, which QTRY_* is not (it looks
// only every 10 ms, and every latency would be that of the test).
#pragma once

#include <QEventLoop>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace countersign {

inline void serveWhile(const std::vector<std::function<void()>> &clients)
{
    QEventLoop loop;
    std::atomic<std::size_t> running{clients.size()};
    std::vector<std::thread> threads;
    for (const auto &client : clients)
        threads.emplace_back([&loop, &running, &client] {
            client();
            if (--running == 0)
                QMetaObject::invokeMethod(
                    &loop, [&loop] { loop.quit(); }, Qt::QueuedConnection);
        });
    loop.exec();
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace countersign
