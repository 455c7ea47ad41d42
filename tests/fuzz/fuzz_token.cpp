// Access tokens: whatever is presented, only what was issued is accepted.
#include "server/auth/AccessTokens.h"
#include "server/auth/FlatJson.h"
#include "tests/support/FakeClock.h"

#include <cstdint>
#include <cstdlib>

using namespace countersign;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static FakeClock clock;
    static const auto tokens = AccessTokens::make({.keys = {{"now", QByteArray(32, 'k')}}}, clock);
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)readFlatJson(bytes);
    if (tokens->verify(bytes)) // nobody guesses a signature
        std::abort();
    return 0;
}
