// When an application ends by itself because nobody has decided it.
#pragma once

#include "core/base/Error.h"

#include <QList>

namespace countersign {

/// Of a tenant. Nothing ends silently: an application ends this many days after it was received, and at least so many after
/// the notice of it.
struct ApplicationExpiry {
    int days = 30;
    int noticeDays = 3;

    friend bool operator==(const ApplicationExpiry &, const ApplicationExpiry &) = default;
};

} // namespace countersign
