#include "core/scoring/Wilson.h"

#include <algorithm>
#include <cmath>

namespace countersign {

Interval wilson(int hits, int cases)
{
    if (cases <= 0)
        return {};
    constexpr double z = 1.959963984540054; // 97.5 % point of the normal distribution
    const double n = cases;
    const double p = hits / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - reach), std::min(1.0, middle + reach)};
}

} // namespace countersign
