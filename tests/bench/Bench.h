// How long a measurement takes: long enough to be believed in `./dev bench`, and a moment in the suite, where it only shows
// that it still runs.
#pragma once

#include <QtGlobal>

namespace countersign {

struct Bench {
    /// What the suite sets.
    static bool isQuick() { return !qEnvironmentVariableIsEmpty("COUNTERSIGN_BENCH_QUICK"); }

    template <class T>
    static T choose(T measured, T quick)
    {
        return isQuick() ? quick : measured;
    }
};

} // namespace countersign
