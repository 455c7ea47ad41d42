// Bytes from the network: whatever they are, reading them must not depend on how they arrive.
#include "server/http/RequestReader.h"

#include <cstdint>
#include <cstdlib>

using namespace countersign;

namespace {

struct Outcome {
    QList<QByteArray> requests;
    bool refused = false;
};

/// `piece` bytes at a time.
Outcome readIn(QByteArrayView bytes, qsizetype piece)
{
    RequestReader reader{HttpLimits{}};
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype taken = reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        at += taken;
        if (reader.state() == RequestReader::State::HeadDone)
            reader.acceptBody(64 * 1024);
        if (reader.bodySoFar() > 64 * 1024)
            std::abort();
        if (reader.state() == RequestReader::State::Complete) {
            const HttpRequest request = reader.takeRequest();
            outcome.requests << request.method + ' ' + request.path + '?' + request.query + '\n' + request.body;
        } else if (reader.state() == RequestReader::State::Refused) {
            outcome.refused = true;
            break;
        } else if (taken == 0) {
            std::abort(); // neither progress nor an end
        }
    }
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Outcome whole = readIn(bytes, 1 << 20);
    for (const qsizetype piece : {1, 7}) {
        const Outcome pieces = readIn(bytes, piece);
        // A piece too short to be judged may wait for the next one, but not longer.
        const bool waits = whole.refused && !pieces.refused;
        const Outcome settled = waits ? readIn(bytes.toByteArray() + "0123456789", piece) : pieces;
        if (settled.requests != whole.requests || settled.refused != whole.refused)
            std::abort();
    }
    return 0;
}
