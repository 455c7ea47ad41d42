// The service clock of a case in a few words.
#pragma once

#include "core/queue/Sla.h"

#include <QString>

namespace countersign {

/// `2 h 10 left`, `! 42 min left`, `! 18 min late`, `! 3 h 05 late`, `paused`; the sign before it says what the colour says.
/// secondsLeft: until the deadline, below zero when it has passed.
QString slaText(qint64 secondsLeft, SlaState state);

} // namespace countersign
