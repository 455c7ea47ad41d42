// Which sign-in a request belongs to.
#pragma once

#include "core/base/Id.h"

namespace countersign {

using SessionId = Id<struct SessionTag>;

} // namespace countersign
