// The refusal of a move that the table of states does not have.
#pragma once

#include "core/application/ApplicationStatus.h"
#include "core/base/Error.h"

#include <QString>

namespace countersign {

/// `review, cancelled`, or `nothing`.
QString allowedAfter(ApplicationStatus from);

/// Conflict (`transition_not_allowed`) that names what the application may become.
Error transitionNotAllowed(ApplicationStatus from, ApplicationStatus to);

} // namespace countersign
