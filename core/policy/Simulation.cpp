#include "core/policy/Simulation.h"

namespace countersign {

namespace {

constexpr std::size_t kRoutes = enumTexts<Route>.size();

void count(BadRate &rate, const PastCase &past)
{
    if (!past.defaulted)
        ++rate.unknown;
    else {
        ++rate.known;
        rate.bad += *past.defaulted ? 1 : 0;
    }
}

void count(RouteTotals &totals, const PastCase &past, Route route, std::optional<Recommendation> recommendation)
{
    switch (route) {
    case Route::AutoApprove:
        ++totals.autoApproved;
        count(totals.autoApprovedBadRate, past);
        break;
    case Route::AutoDecline:
        ++totals.autoDeclined;
        break;
    case Route::HumanReview:
        ++totals.referred;
        ++totals.referredByHour[std::size_t(past.hour)];
        break;
    }
    totals.passed += recommendation == Recommendation::Approve ? 1 : 0;
}

} // namespace

Interval BadRate::bounds() const
{
    const int all = known + unknown;
    if (all == 0)
        return {};
    return {double(bad) / all, double(bad + unknown) / all};
}

Simulation simulate(std::span<const PastCase> cases, const Policy &policy)
{
    Simulation simulation;
    simulation.cases = int(cases.size());
    std::array<SwapSet, kRoutes * kRoutes> moved{};
    for (const PastCase &past : cases) {
        const Routing routing = routeOf(past.question, policy);
        count(simulation.then, past, past.route, past.recommendation);
        count(simulation.now, past, routing.route, routing.recommendation);
        if (routing.route == past.route)
            continue;
        SwapSet &swap = moved[std::size_t(past.route) * kRoutes + std::size_t(routing.route)];
        swap.from = past.route;
        swap.to = routing.route;
        ++swap.cases;
        count(swap.badRate, past);
    }
    for (const SwapSet &swap : moved)
        if (swap.cases > 0)
            simulation.swaps.push_back(swap);
    return simulation;
}

} // namespace countersign
