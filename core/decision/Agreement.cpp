#include "core/decision/Agreement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace countersign {

namespace {

constexpr double kNormal95 = 1.959963984540054;

using Shares = std::array<std::array<double, 2>, 2>; ///< [first][second], of all cases

double squared(double value)
{
    return value * value;
}

/// Of kappa, times the square root of the number of cases, squared.
double varianceOf(const Shares &p, const std::array<double, 2> &first, const std::array<double, 2> &second,
                  double expected, double kappa)
{
    double sum = -squared(kappa - expected * (1 - kappa));
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j)
            sum += i == j ? p[i][i] * squared(1 - (first[i] + second[i]) * (1 - kappa))
                          : p[i][j] * squared(1 - kappa) * squared(second[i] + first[j]);
    return sum / squared(1 - expected);
}

} // namespace

std::optional<Kappa> kappaOf(const AgreementCounts &counts)
{
    const double cases = counts.cases();
    if (cases == 0)
        return std::nullopt;
    const Shares p{{{counts.bothApproved / cases, counts.onlyFirstApproved / cases},
                    {counts.onlySecondApproved / cases, counts.bothDeclined / cases}}};
    const std::array first{p[0][0] + p[0][1], p[1][0] + p[1][1]};
    const std::array second{p[0][0] + p[1][0], p[0][1] + p[1][1]};
    const double expected = first[0] * second[0] + first[1] * second[1];
    if (expected >= 1)
        return std::nullopt;
    const double kappa = (p[0][0] + p[1][1] - expected) / (1 - expected);
    const double half = kNormal95 * std::sqrt(std::max(0.0, varianceOf(p, first, second, expected, kappa)) / cases);
    return Kappa{kappa, {std::max(-1.0, kappa - half), std::min(1.0, kappa + half)}};
}

} // namespace countersign
