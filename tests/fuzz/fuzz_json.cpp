// JSON to requests: no input may do harm, and what was read can be written and read again.
#include "core/api/AuthDtos.h"
#include "core/api/CaseDtos.h"
#include "core/json/Json.h"

#include <cstdint>
#include <cstdlib>

using namespace countersign;

namespace {

template <class T>
void roundTrip(const QByteArray &bytes)
{
    const auto read = readJson<T>(bytes);
    if (!read)
        return;
    const QByteArray written = writeJson(*read);
    const auto again = readJson<T>(written);
    if (!again || writeJson(*again) != written)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 5) {
    case 0: roundTrip<api::ApplicationCreate>(bytes); break;
    case 1: roundTrip<api::DecisionCreate>(bytes); break;
    case 2: roundTrip<api::LoginRequest>(bytes); break;
    case 3: roundTrip<api::BatchCreate>(bytes); break;
    default: (void)readQuery<api::ApplicationQuery>(QUrlQuery(QString::fromUtf8(bytes))); break;
    }
    return 0;
}
