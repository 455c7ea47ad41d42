#include "server/repo/ConditionRepo.h"

#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionTexts.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

std::optional<QString> isoOf(const std::optional<QDate> &date)
{
    return date ? std::optional(date->toString(Qt::ISODate)) : std::nullopt;
}

} // namespace

Result<std::optional<LockedCondition>> ConditionRepo::lock(DecisionId decision, ConditionId id)
{
    Query row = m_transaction.query("condition/lock");
    if (auto done = row.bind("tenant_id", m_tenant).bind("decision_id", decision).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedCondition>();
    LockedCondition condition;
    condition.id = id;
    condition.applicationId = row.get<ApplicationId>("application_id");
    condition.decision = repo::enumOf<DecisionStatus>(row, "decision_status");
    condition.status = repo::enumOf<ConditionStatus>(row, "status");
    if (const auto due = row.get<std::optional<QString>>("due_date"))
        condition.dueDate = QDate::fromString(*due, Qt::ISODate);
    condition.version = row.get<int>("version");
    return std::optional(condition);
}

Result<void> ConditionRepo::update(const LockedCondition &condition, UserId by, Instant now, const KeyRing &keys)
{
    std::optional<QByteArray> note;
    if (condition.note) {
        const auto applicant = ApplicationRepo(m_transaction, m_tenant).keyOfApplicant(condition.applicationId, keys);
        if (!applicant)
            return applicant.error();
        note = seal(*applicant, 0, {m_tenant, condition.id.uuid(), repo::kSealedNote}, condition.note->toUtf8());
    }
    Query update = m_transaction.query("condition/update");
    return update.bind("tenant_id", m_tenant)
        .bind("id", condition.id)
        .bind("status", toText(condition.status))
        .bind("due_date", isoOf(condition.dueDate))
        .bind("sealed_note", note)
        .bind("user_id", by)
        .bind("now", now)
        .exec();
}

} // namespace countersign
