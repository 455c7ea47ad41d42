#include "core/decision/SecondLook.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cmath>

namespace countersign {

int drawOf(const QByteArray &seed, DecisionId decision)
{
    const QByteArray hash = QCryptographicHash::hash(seed + decision.uuid().toRfc4122(), QCryptographicHash::Sha256);
    return int(qFromBigEndian<quint64>(hash.constData()) % quint64(kDrawRange));
}

int chosenAt(double rate)
{
    return int(std::lround(rate * kDrawRange));
}

std::optional<SecondLookReason> secondLookReason(int draw, bool isLowSideOverride, const SecondLookRules &rules)
{
    if (draw < chosenAt(rules.rate))
        return SecondLookReason::Sample;
    if (isLowSideOverride && rules.allLowSideOverrides)
        return SecondLookReason::LowSideOverride;
    return std::nullopt;
}

} // namespace countersign
