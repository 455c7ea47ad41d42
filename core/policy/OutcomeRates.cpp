#include "core/policy/OutcomeRates.h"

#include <algorithm>
#include <random>

namespace countersign {

namespace {

constexpr int kDraws = 1000;

struct Weights {
    double good = 1;
    double bad = 1;
};

// Cases of one route, and of all routes, split by outcome.
struct Counts {
    int good = 0;
    int bad = 0;
};

struct Weighted {
    double share = 0;
    double badRate = 0;
};

Weighted weighted(Counts route, Counts all, Weights weights)
{
    const double routeWeight = route.good * weights.good + route.bad * weights.bad;
    const double allWeight = all.good * weights.good + all.bad * weights.bad;
    return {allWeight > 0 ? routeWeight / allWeight : 0, routeWeight > 0 ? route.bad * weights.bad / routeWeight : 0};
}

Interval middle95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values[std::size_t(kDraws * 0.025)], values[std::size_t(kDraws * 0.975)]};
}

Counts countAll(std::span<const RoutedOutcome> outcomes)
{
    Counts all;
    for (const RoutedOutcome &outcome : outcomes)
        ++(outcome.defaulted ? all.bad : all.good);
    return all;
}

void addBootstrap(RouteRates &rates, Route route, std::span<const RoutedOutcome> outcomes, Weights weights)
{
    std::mt19937 twister(42);
    std::vector<double> shares;
    std::vector<double> badRates;
    for (int draw = 0; draw < kDraws; ++draw) {
        Counts all;
        Counts inRoute;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            // Multiply and shift instead of a standard distribution, whose numbers differ between libraries.
            const RoutedOutcome &outcome = outcomes[std::size_t((quint64(twister()) * outcomes.size()) >> 32)];
            ++(outcome.defaulted ? all.bad : all.good);
            if (outcome.route == route)
                ++(outcome.defaulted ? inRoute.bad : inRoute.good);
        }
        const Weighted drawn = weighted(inRoute, all, weights);
        shares.push_back(drawn.share);
        badRates.push_back(drawn.badRate);
    }
    rates.weightedShare.interval = middle95(std::move(shares));
    rates.weightedBadRate.interval = middle95(std::move(badRates));
}

RouteRates ratesOf(Route route, std::span<const RoutedOutcome> outcomes, Counts all, Weights weights)
{
    RouteRates rates;
    Counts inRoute;
    for (const RoutedOutcome &outcome : outcomes)
        if (outcome.route == route)
            ++(outcome.defaulted ? inRoute.bad : inRoute.good);
    rates.cases = inRoute.good + inRoute.bad;
    rates.bad = inRoute.bad;
    rates.share = {double(rates.cases) / double(outcomes.size()), wilson(rates.cases, int(outcomes.size()))};
    rates.badRate = {rates.cases > 0 ? double(rates.bad) / rates.cases : 0, wilson(rates.bad, rates.cases)};
    const Weighted weightedRates = weighted(inRoute, all, weights);
    rates.weightedShare.value = weightedRates.share;
    rates.weightedBadRate.value = weightedRates.badRate;
    addBootstrap(rates, route, outcomes, weights);
    return rates;
}

} // namespace

OutcomeRates outcomeRates(std::span<const RoutedOutcome> outcomes, double portfolioBadRate)
{
    OutcomeRates rates;
    if (outcomes.empty())
        return rates;
    const Counts all = countAll(outcomes);
    rates.cases = int(outcomes.size());
    rates.bad = all.bad;
    const Weights weights{all.good > 0 ? (1 - portfolioBadRate) / all.good : 0, all.bad > 0 ? portfolioBadRate / all.bad : 0};
    rates.approved = ratesOf(Route::AutoApprove, outcomes, all, weights);
    rates.declined = ratesOf(Route::AutoDecline, outcomes, all, weights);
    return rates;
}

} // namespace countersign
