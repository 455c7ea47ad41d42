// A simulation as people read it.
#pragma once

#include "core/api/PolicyDtos.h"

namespace countersign {

inline constexpr double kDefaultReviewMinutes = 8; ///< the target of the business, until enough reviews were measured

struct SimulationFrame {
    QDate from;
    QDate to;
    std::optional<double> reviewMinutes; ///< measured
};

/// The figures; whether they are complete and when they were made is the caller's to add.
api::SimulationReport reportOf(const Simulation &simulation, const SimulationFrame &frame);

} // namespace countersign
