#include "server/service/ConditionService.h"

#include "core/decision/ConditionRules.h"
#include "server/repo/ConditionRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/service/Blindness.h"
#include "server/service/StaleVersion.h"

#include <QTimeZone>

namespace countersign {

namespace {

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such condition."), {}};
}

Result<LockedCondition> lockCondition(UnitOfWork &unit, DecisionId decision, ConditionId id, int version)
{
    const auto locked = ConditionRepo(unit.transaction(), unit.tenant()).lock(decision, id);
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    const LockedCondition &condition = **locked;
    if (auto open = checkNotHidden(unit, condition.applicationId); !open)
        return open.error();
    if (condition.version != version)
        return staleVersion(unit, condition.applicationId, "condition", condition.version, toText(condition.status));
    if (condition.decision != DecisionStatus::Final)
        return Error{ErrorCode::Conflict,
                     QStringLiteral("not_in_force"),
                     QStringLiteral("The decision is %1.").arg(toText(condition.decision)),
                     {}};
    return condition;
}

Result<void> checkDueDate(UnitOfWork &unit, QDate due)
{
    const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
    if (!active)
        return active.error();
    if (due >= toDateTime(unit.now()).toTimeZone(QTimeZone(active->timeZone)).date())
        return {};
    return Error{
        ErrorCode::Invalid,
        QStringLiteral("validation_failed"),
        QStringLiteral("The condition has wrong fields; see errors."),
        {{QStringLiteral("due_date"), QStringLiteral("in_the_past"), QStringLiteral("must not be in the past")}}};
}

/// The condition as the patch leaves it; only a condition that is not settled gets another date.
Result<LockedCondition> patched(UnitOfWork &unit, LockedCondition condition, const api::ConditionPatch &patch)
{
    if (patch.status && *patch.status != condition.status) {
        if (auto allowed = checkConditionMove(unit.actor(), condition.status, *patch.status); !allowed)
            return allowed.error();
        condition.status = *patch.status;
    }
    if (patch.dueDate && patch.dueDate != condition.dueDate) {
        if (nextStatuses(condition.status).isEmpty())
            return Error{ErrorCode::Conflict,
                         QStringLiteral("condition_settled"),
                         QStringLiteral("The condition is %1.").arg(toText(condition.status)),
                         {}};
        if (auto allowed = checkDueDate(unit, *patch.dueDate); !allowed)
            return allowed.error();
        condition.dueDate = patch.dueDate;
    }
    condition.note = patch.note;
    return condition;
}

QJsonObject recordOf(DecisionId decision, const LockedCondition &condition)
{
    return {{QStringLiteral("decision_id"), decision.toString()},
            {QStringLiteral("condition_id"), condition.id.toString()},
            {QStringLiteral("condition_status"), toText(condition.status)},
            {QStringLiteral("due_date"), Codec<std::optional<QDate>>::write(condition.dueDate)}};
}

Result<api::ConditionInfo> reread(UnitOfWork &unit, DecisionId decision, ConditionId id)
{
    const auto found = DecisionRepo(unit.transaction(), unit.tenant()).get(decision, unit.keys());
    if (!found)
        return found.error();
    if (*found)
        for (const api::ConditionInfo &condition : (*found)->conditions)
            if (condition.id == id)
                return condition;
    return notFound();
}

} // namespace

Result<api::ConditionInfo> ConditionService::change(const Actor &actor, DecisionId decision, ConditionId id,
                                                    const api::ConditionPatch &patch, int version) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("forbidden"),
                     QStringLiteral("only a person says what became of a condition"),
                     {}};
    return UnitOfWork::run<api::ConditionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::ConditionInfo> {
        const auto before = lockCondition(unit, decision, id, version);
        if (!before)
            return before.error();
        const auto after = patched(unit, *before, patch);
        if (!after)
            return after.error();
        if (auto done = ConditionRepo(unit.transaction(), unit.tenant())
                            .update(*after, *actor.user, unit.now(), unit.keys());
            !done)
            return done.error();
        unit.audit({"application", before->applicationId.uuid(), "condition_changed", recordOf(decision, *before),
                    recordOf(decision, *after)});
        return reread(unit, decision, id);
    });
}

} // namespace countersign
