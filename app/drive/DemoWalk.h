// The main job by keys: signing in, the queue, a case, its decision; and the same window in its other looks.
#pragma once

#include "app/drive/Drive.h"

namespace countersign {

/// True when a case was decided and every picture was saved; otherwise stderr says what did not happen.
bool walkThroughDemo(Drive &drive, const QString &password);

} // namespace countersign
