#include "core/deadline/LegalDeadline.h"

#include <algorithm>

namespace countersign {

namespace {

QDate dayOf(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant).toTimeZone(zone).date();
}

/// Also where the clock leaves midnight out: then the first moment of the day.
Instant beginOf(QDate day, const QTimeZone &zone)
{
    return toInstant(day.startOfDay(zone));
}

Instant instantOf(int step, const LegalDeadline &deadline, const QTimeZone &zone)
{
    return step == 0 ? deadline.dueAt : beginOf(deadline.dueOn.addDays(-step), zone);
}

LegalDeadline started(const DeadlineRule &rule, const RulePack &pack, const QTimeZone &zone, Instant now)
{
    LegalDeadline deadline{rule.kind, pack.id, pack.version,           now, dayOf(now, zone).addDays(rule.days),
                           {},        {},      DeadlineState::Running, {}};
    deadline.dueAt = beginOf(deadline.dueOn.addDays(1), zone);
    deadline.nextStepAt = nextStepAfter(deadline, zone, now);
    return deadline;
}

const DeadlineRule *ruleOf(const LegalDeadline &deadline)
{
    const RulePack *pack = findRulePack(deadline.pack, deadline.packVersion);
    if (!pack)
        return nullptr;
    const auto found = std::find_if(pack->rules.begin(), pack->rules.end(),
                                    [&](const DeadlineRule &rule) { return rule.kind == deadline.kind; });
    return found == pack->rules.end() ? nullptr : &*found;
}

LegalDeadline inState(LegalDeadline deadline, DeadlineState state, std::optional<Instant> endedAt)
{
    deadline.state = state;
    deadline.endedAt = endedAt;
    deadline.nextStepAt.reset();
    return deadline;
}

bool isOpen(const LegalDeadline &deadline)
{
    return deadline.state == DeadlineState::Running || deadline.state == DeadlineState::Paused;
}

/// Of a clock that is there; nothing when the event leaves it as it is.
std::optional<LegalDeadline> changed(const LegalDeadline &deadline, LegalEvent event, Instant now,
                                     const QTimeZone &zone)
{
    if (isOpen(deadline) && event == LegalEvent::Closed)
        return inState(deadline, DeadlineState::Void, now);
    const DeadlineRule *rule = ruleOf(deadline);
    if (!rule)
        return std::nullopt;
    if (isOpen(deadline) && rule->meets.contains(event))
        return inState(deadline, DeadlineState::Met, now);
    if (deadline.state == DeadlineState::Running && rule->pauses.contains(event))
        return inState(deadline, DeadlineState::Paused, {});
    if (deadline.state != DeadlineState::Running && rule->starts.contains(event))
        return started(*rule, *findRulePack(deadline.pack, deadline.packVersion), zone, now);
    return std::nullopt;
}

} // namespace

QList<LegalDeadline> changedBy(LegalEvent event, Instant now, const RulePack &inForce, const QTimeZone &zone,
                               const QList<LegalDeadline> &current)
{
    QList<LegalDeadline> changes;
    for (const LegalDeadline &deadline : current)
        if (auto change = changed(deadline, event, now, zone))
            changes.append(*change);
    for (const DeadlineRule &rule : inForce.rules) {
        const bool isThere =
            std::any_of(current.begin(), current.end(), [&](const LegalDeadline &d) { return d.kind == rule.kind; });
        if (!isThere && rule.starts.contains(event))
            changes.append(started(rule, inForce, zone, now));
    }
    return changes;
}

std::optional<int> stepAt(const LegalDeadline &deadline, const QTimeZone &zone, Instant now)
{
    std::optional<int> tightest;
    for (const int step : kDeadlineSteps)
        if (now >= instantOf(step, deadline, zone))
            tightest = step;
    return tightest;
}

std::optional<Instant> nextStepAfter(const LegalDeadline &deadline, const QTimeZone &zone, Instant now)
{
    for (const int step : kDeadlineSteps)
        if (const Instant at = instantOf(step, deadline, zone); at > now)
            return at;
    return std::nullopt;
}

int daysLeft(const LegalDeadline &deadline, const QTimeZone &zone, Instant now)
{
    return int(dayOf(now, zone).daysTo(deadline.dueOn));
}

bool owesNotice(const QList<LegalDeadline> &deadlines)
{
    return std::any_of(deadlines.begin(), deadlines.end(), [](const LegalDeadline &deadline) {
        return deadline.state == DeadlineState::Running && deadline.kind != DeadlineKind::CounterofferReply;
    });
}

} // namespace countersign
