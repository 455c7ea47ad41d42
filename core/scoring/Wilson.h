// How sure a rate is that was counted on few cases.
#pragma once

namespace countersign {

struct Interval {
    double low = 0;
    double high = 1;
    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Wilson's score interval of `hits` in `cases`, 95 % (Wilson 1927); 0..1 without cases.
Interval wilson(int hits, int cases);

} // namespace countersign
