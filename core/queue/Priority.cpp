#include "core/queue/Priority.h"

#include "core/queue/WorkingTime.h"

#include <array>

namespace countersign {

using namespace std::chrono_literals;

namespace {

constexpr int kStart = 50;
constexpr int kFlaggedStart = 10;
constexpr int kPerRelease = 5;
constexpr int kMaxAgeing = 20;

struct AmountStep {
    Amount above;
    int change;
    const char *reason;
};
constexpr std::array kAmountSteps{
    AmountStep{Amount::whole(5'000'000), -15, "amount > 5 M -15"},
    AmountStep{Amount::whole(2'000'000), -10, "amount > 2 M -10"},
    AmountStep{Amount::whole(1'000'000), -5, "amount > 1 M -5"},
};

struct SlaStep {
    Duration below;
    int change;
    const char *reason;
};
constexpr std::array kSlaSteps{
    SlaStep{2h, -20, "SLA < 2 h -20"},
    SlaStep{4h, -10, "SLA < 4 h -10"},
    SlaStep{8h, -5, "SLA < 8 h -5"},
};

} // namespace

Priority calculatePriority(const PriorityInputs &inputs)
{
    int value = inputs.flagged ? kFlaggedStart : kStart;
    QStringList reasons{inputs.flagged ? QStringLiteral("flagged 10") : QStringLiteral("start 50")};
    for (const AmountStep &step : kAmountSteps) {
        if (inputs.amount > step.above) {
            value += step.change;
            reasons += QLatin1String(step.reason);
            break;
        }
    }
    for (const SlaStep &step : kSlaSteps) {
        if (inputs.slaLeft < step.below) {
            value += step.change;
            reasons += QLatin1String(step.reason);
            break;
        }
    }
    if (inputs.releases > 0) {
        value += kPerRelease * inputs.releases;
        reasons += QStringLiteral("released %1 x +%2").arg(inputs.releases).arg(kPerRelease);
    }
    return {std::clamp(value, 1, 100), reasons.join(QStringLiteral(", "))};
}

std::optional<Instant> nextPriorityStep(Instant now, Instant slaDeadline, const WorkingTime &working)
{
    std::optional<Instant> next;
    for (const SlaStep &step : kSlaSteps) {
        // The first moment of work after it: overnight nothing comes nearer.
        const Instant at = working.after(working.before(slaDeadline, step.below), 1us);
        if (at > now && (!next || at < *next))
            next = at;
    }
    return next;
}

int agedPriority(int priority, Duration waited)
{
    const auto hours = std::chrono::floor<std::chrono::hours>(waited).count();
    return std::clamp(priority - int(std::clamp<qint64>(hours, 0, kMaxAgeing)), 1, 100);
}

} // namespace countersign
