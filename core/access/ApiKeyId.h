// The identity of an integration's key.
#pragma once

#include "core/base/Id.h"

namespace countersign {

using ApiKeyId = Id<struct ApiKeyTag>;

} // namespace countersign
