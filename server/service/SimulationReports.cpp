#include "server/service/SimulationReports.h"

namespace countersign {

namespace {

api::BadRateFigures figuresOf(const BadRate &rate)
{
    const Interval interval = rate.interval();
    const Interval bounds = rate.bounds();
    return {rate.known,   rate.bad,      rate.unknown, rate.known > 0 ? std::optional(rate.rate()) : std::nullopt,
            interval.low, interval.high, bounds.low,   bounds.high};
}

api::RouteFigures figuresOf(const RouteTotals &totals, double days, double reviewMinutes)
{
    api::RouteFigures figures;
    figures.autoApproved = totals.autoApproved;
    figures.autoDeclined = totals.autoDeclined;
    figures.referred = totals.referred;
    figures.passed = totals.passed;
    figures.autoApprovedBadRate = figuresOf(totals.autoApprovedBadRate);
    figures.referredByHour = QList<int>(totals.referredByHour.begin(), totals.referredByHour.end());
    figures.referredPerDay = totals.referred / days;
    figures.analystHoursPerDay = figures.referredPerDay * reviewMinutes / 60;
    return figures;
}

} // namespace

api::SimulationReport reportOf(const Simulation &simulation, const SimulationFrame &frame)
{
    api::SimulationReport report;
    report.fromDate = frame.from;
    report.toDate = frame.to;
    report.cases = simulation.cases;
    report.reviewMinutes = frame.reviewMinutes.value_or(kDefaultReviewMinutes);
    report.reviewMinutesMeasured = frame.reviewMinutes.has_value();
    const double days = double(frame.from.daysTo(frame.to) + 1);
    report.then = figuresOf(simulation.then, days, report.reviewMinutes);
    report.now = figuresOf(simulation.now, days, report.reviewMinutes);
    for (const SwapSet &swap : simulation.swaps)
        report.swaps.append({swap.from, swap.to, swap.cases, figuresOf(swap.badRate)});
    return report;
}

} // namespace countersign
