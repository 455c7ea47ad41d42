// How much of a long promise a run shows: a little in every suite, the first figure in `./dev soak --ci`, the second
// in `./dev soak --full`.
#pragma once

#include <QtGlobal>

namespace countersign {

struct Soak {
    /// `COUNTERSIGN_SOAK` is what `./dev soak` sets.
    static bool isOn() { return !qEnvironmentVariableIsEmpty("COUNTERSIGN_SOAK"); }
    static bool isFull() { return qEnvironmentVariable("COUNTERSIGN_SOAK") == QLatin1String("full"); }

    template <class T>
    static T choose(T suite, T ci, T full)
    {
        return isFull() ? full : isOn() ? ci : suite;
    }
};

} // namespace countersign
