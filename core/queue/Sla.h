// The service clock of a case.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Instant.h"

namespace countersign {

enum class SlaState { Ok, Approaching, Breached, Paused };

template <>
inline constexpr auto enumTexts<SlaState> = std::array{
    EnumText{SlaState::Ok, "ok"},
    EnumText{SlaState::Approaching, "approaching"},
    EnumText{SlaState::Breached, "breached"},
    EnumText{SlaState::Paused, "paused"},
};

inline constexpr Duration kSlaWarning = std::chrono::hours(2); ///< before the deadline

/// Breached from the deadline on, approaching from two hours before it.
SlaState slaStateAt(Instant now, Instant deadline, bool paused);

} // namespace countersign
