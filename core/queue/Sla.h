// The service clock of a case.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"

namespace countersign {

class WorkingTime;

enum class SlaState { Ok, Approaching, Breached, Paused };

template <>
inline constexpr auto enumTexts<SlaState> = std::array{
    EnumText{SlaState::Ok, "ok"},
    EnumText{SlaState::Approaching, "approaching"},
    EnumText{SlaState::Breached, "breached"},
    EnumText{SlaState::Paused, "paused"},
};

inline constexpr Duration kSlaWarning = std::chrono::hours(2); ///< of working time before the deadline

struct SlaTimes {
    Instant warning; ///< after it the deadline approaches
    Instant deadline;
    friend bool operator==(const SlaTimes &, const SlaTimes &) = default;
};

/// For a case that has so much working time left at `now`; the warning is never earlier than `now`.
SlaTimes slaTimes(Instant now, Duration left, const WorkingTime &working);

/// After a pause: what was left of the working time when it began is left when it ends. What was late then stays as late.
SlaTimes resumedSla(const SlaTimes &before, Instant pausedAt, Instant now, const WorkingTime &working);

/// Breached from the deadline on, approaching from the warning to it.
SlaState slaStateAt(Instant now, const SlaTimes &times, bool paused);

} // namespace countersign
