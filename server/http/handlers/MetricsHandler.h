// GET /metrics: outside the endpoint table, because it speaks Prometheus' text format.
#pragma once

namespace countersign {

class Metrics;
class RouteTable;

void bindMetrics(RouteTable &routes, const Metrics &metrics);

} // namespace countersign
