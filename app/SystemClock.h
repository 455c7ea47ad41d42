// The real time. Nothing else in the program reads it.
#pragma once

#include "core/base/Clock.h"

namespace countersign {

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

} // namespace countersign
