// Who applies: one id for all applications of a person at a tenant.
#pragma once

#include "core/base/Id.h"

namespace countersign {

using PersonId = Id<struct PersonTag>;

} // namespace countersign
