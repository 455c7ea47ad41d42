// A handler that shows what the listener does: echoes, waits for a gate, counts.
#pragma once

#include "server/http/RequestHandler.h"

#include <QList>

#include <atomic>
#include <mutex>
#include <semaphore>

namespace countersign {

/// Paths: /memory answers on the event loop, /gate waits until open() was called once for it, /token makes
/// the connection authenticated, /unsafe and /unsafe-type answer with a header that breaks its line, /large with
/// 512 KiB, everything else answers `method path length-of-body`.
class EchoHandler final : public RequestHandler {
public:
    HeadVerdict onHead(HttpRequest &head, std::optional<qint64> declaredBody) override;
    std::optional<Answer> answerFromMemory(const HttpRequest &request) override;
    Answer answer(const HttpRequest &request) override;
    Answer refuse(const HttpRequest &head, const Error &error) override;
    void onAnswered(const Exchange &exchange) override;

    void open(int requests) { m_gate.release(requests); }

    qint64 bodyLimit = 1024 * 1024;
    std::atomic<int> worked{0};
    QList<Exchange> exchanges;

private:
    std::counting_semaphore<1'000'000> m_gate{0};
};

} // namespace countersign
