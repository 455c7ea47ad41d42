#include "app/demo/Outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace countersign::demo {

std::pair<double, double> Rate::interval() const
{
    if (cases == 0)
        return {0.0, 1.0};
    constexpr double z = 1.959963984540054;
    const double n = cases;
    const double p = value();
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

namespace {

std::optional<double> aucOf(const QList<KnownCase> &cases)
{
    struct Ends {
        double good = 0;
        double bad = 0;
    };
    std::array<Ends, 1001> byScore{};
    for (const KnownCase &known : cases)
        (known.defaulted ? byScore[std::size_t(known.score)].bad : byScore[std::size_t(known.score)].good) += 1;
    double goodBelow = 0;
    double badBelow = 0;
    double wins = 0;
    for (const Ends &ends : byScore) {
        wins += ends.good * (badBelow + ends.bad / 2);
        goodBelow += ends.good;
        badBelow += ends.bad;
    }
    if (goodBelow == 0 || badBelow == 0)
        return std::nullopt;
    return wins / (goodBelow * badBelow);
}

} // namespace

Outcomes outcomesOf(const QList<KnownCase> &cases)
{
    Outcomes outcomes;
    outcomes.cases = int(cases.size());
    outcomes.auc = aucOf(cases);
    outcomes.autoApproved.cases = outcomes.autoDeclined.cases = outcomes.cases;
    for (const KnownCase &known : cases) {
        if (known.route == Route::HumanReview)
            continue;
        const bool approved = known.route == Route::AutoApprove;
        Rate &route = approved ? outcomes.autoApproved : outcomes.autoDeclined;
        Rate &bad = approved ? outcomes.badAmongAutoApproved : outcomes.badAmongAutoDeclined;
        ++route.hits;
        ++bad.cases;
        bad.hits += known.defaulted ? 1 : 0;
    }
    return outcomes;
}

} // namespace countersign::demo
