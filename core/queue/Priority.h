// How urgent a case is: 1 comes first, 100 last.
#pragma once

#include "core/base/Instant.h"
#include "core/base/Money.h"

#include <QStringList>

namespace countersign {

class WorkingTime;

struct PriorityInputs {
    bool flagged = false; ///< a priority customer
    Amount amount;        ///< of the loan, in the tenant's currency
    Duration slaLeft{};   ///< until the deadline; negative when it has passed
    int releases = 0;
};

struct Priority {
    int value = 50;
    QString reason; ///< the steps that applied, as `start 50, amount > 2 M -10`
    friend bool operator==(const Priority &, const Priority &) = default;
};

/// The table of product.md: start 50, or 10 when flagged; less for a large amount and a near deadline,
/// +5 for each release; clamped to 1..100. The SQL function calculate_queue_priority() is the same table.
Priority calculatePriority(const PriorityInputs &inputs);

/// When the deadline comes so near that the priority is another one; nothing when it has passed the last step.
std::optional<Instant> nextPriorityStep(Instant now, Instant slaDeadline, const WorkingTime &working);

/// How a waiting case moves up: -1 for each full hour waited, at most -20; clamped to 1..100.
int agedPriority(int priority, Duration waited);

} // namespace countersign
