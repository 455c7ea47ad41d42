#include "core/base/Id.h"

#include <QRandomGenerator>

namespace countersign {

QUuid makeUuidV7(Instant now)
{
    const auto millis = quint64(std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count());
    const quint64 randomHigh = QRandomGenerator::system()->generate64();
    const quint64 randomLow = QRandomGenerator::system()->generate64();
    const auto low = [randomLow](int byte) { return uchar(randomLow >> (8 * byte)); };
    const ushort versionAndRandom = ushort(0x7000 | (randomHigh & 0x0fff));
    const uchar variantAndRandom = uchar(0x80 | (low(7) & 0x3f));
    return QUuid(uint(millis >> 16), ushort(millis & 0xffff), versionAndRandom, variantAndRandom, low(6), low(5),
                 low(4), low(3), low(2), low(1), low(0));
}

} // namespace countersign
