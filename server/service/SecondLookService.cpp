#include "server/service/SecondLookService.h"

#include "core/base/Characters.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/SecondLookRepo.h"
#include "server/repo/TenantRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/Cursor.h"

#include <QRandomGenerator>

namespace countersign {

namespace {

const CursorOrder kOrder{QStringLiteral("second looks"), CursorKey::Time};
constexpr std::chrono::hours kAgreementTime{24 * 365};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such second look."), {}};
}

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

Error forbidden(const char *reason, const QString &detail)
{
    return {ErrorCode::Forbidden, QLatin1String(reason), detail, {}};
}

QByteArray randomSeed()
{
    QByteArray seed(kSeedBytes, Qt::Uninitialized);
    auto *words = reinterpret_cast<quint32 *>(seed.data());
    QRandomGenerator::system()->fillRange(words, kSeedBytes / qsizetype(sizeof(quint32)));
    return seed;
}

/// The first decision stays untold until there is a second one.
api::SecondLookInfo told(api::SecondLookInfo info)
{
    if (!info.outcome)
        info.firstOutcome.reset();
    return info;
}

Result<StoredSecondLook> lockLook(UnitOfWork &unit, SecondLookId id, int version)
{
    auto locked = SecondLookRepo(unit.transaction(), unit.tenant()).lock(id, unit.keys());
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    if ((*locked)->info.version != version)
        return conflict("stale_version",
                        QStringLiteral("The second look has version %1.").arg((*locked)->info.version));
    return std::move(**locked);
}

/// One that the actor has taken. Whoever has not must not learn that it is there.
Result<StoredSecondLook> lockTaken(UnitOfWork &unit, SecondLookId id, int version)
{
    const auto found = SecondLookRepo(unit.transaction(), unit.tenant()).get(id, unit.keys());
    if (!found)
        return found.error();
    if (!*found || !(*found)->info.analyst || (*found)->info.analyst->id != unit.actor().user)
        return notFound();
    auto look = lockLook(unit, id, version);
    if (look && look->info.state != SecondLookState::Taken)
        return conflict("second_look_not_open", QStringLiteral("The case has been decided again already."));
    return look;
}

Result<void> checkReasoning(const api::SecondDecision &request)
{
    if (characterCount(request.reasoning.trimmed()) >= kMinReasoning)
        return {};
    return Error{ErrorCode::Invalid,
                 QStringLiteral("validation_failed"),
                 QStringLiteral("The decision has wrong fields; see errors."),
                 {{QStringLiteral("reasoning"), QStringLiteral("too_short"),
                   QStringLiteral("must have at least 20 characters")}}};
}

Result<api::SecondLookInfo> reread(UnitOfWork &unit, SecondLookId id)
{
    const auto found = SecondLookRepo(unit.transaction(), unit.tenant()).get(id, unit.keys());
    if (!found)
        return found.error();
    return *found ? Result<api::SecondLookInfo>(told((*found)->info)) : Result<api::SecondLookInfo>(notFound());
}

void record(UnitOfWork &unit, const api::SecondLookInfo &look, const char *action, QJsonObject value = {})
{
    value.insert(QStringLiteral("second_look_id"), look.id.toString());
    unit.audit({"application", look.applicationId.uuid(), action, {}, value});
}

/// Whoever may settle it; nobody who has decided or signed.
Result<void> tellOfDisagreement(UnitOfWork &unit, const StoredSecondLook &look)
{
    auto seniors = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::DecisionApproveOverride);
    if (!seniors)
        return seniors.error();
    seniors->removeAll(look.decidedBy);
    seniors->removeAll(look.info.analyst->id);
    if (look.signedBy)
        seniors->removeAll(*look.signedBy);
    unit.notify({NoticeKind::SecondLookDisagreed, "application", look.info.applicationId.uuid(), *seniors});
    return {};
}

Result<SecondLookFilter> filterOf(UnitOfWork &unit, UserId user)
{
    // Held until the end: the same person who asks twice at a time gets one case.
    const auto facts = QueueRepo(unit.transaction(), unit.tenant()).lockAnalyst(user);
    if (!facts)
        return facts.error();
    if (!*facts)
        return notFound();
    const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
    if (!tenant)
        return tenant.error();
    return SecondLookFilter{user, tenant->authorityLimits.of((*facts)->role), tenant->currency};
}

Result<api::NextSecondLook> takeNext(UnitOfWork &unit, UserId user)
{
    const auto filter = filterOf(unit, user);
    if (!filter)
        return filter.error();
    SecondLookRepo looks(unit.transaction(), unit.tenant());
    const auto taken = looks.takenBy(user);
    if (!taken)
        return taken.error();
    const auto id = *taken ? Result<std::optional<SecondLookId>>((*taken)->id) : looks.lockNext(*filter);
    if (!id)
        return id.error();
    if (!*id)
        return api::NextSecondLook{};
    if (!*taken)
        if (auto done = looks.take(**id, user, unit.now()); !done)
            return done.error();
    const auto item = reread(unit, **id);
    if (!item)
        return item.error();
    if (!*taken)
        record(unit, *item, "second_look_taken");
    return api::NextSecondLook{*item};
}

} // namespace

Result<void> drawSecondLook(UnitOfWork &unit, const DecisionInForce &decided)
{
    const auto tenant = TenantRepo(unit.transaction()).own(unit.tenant());
    if (!tenant)
        return tenant.error();
    SecondLookRepo looks(unit.transaction(), unit.tenant());
    const auto seed = looks.seed(randomSeed(), unit.now());
    if (!seed)
        return seed.error();
    const int draw = drawOf(*seed, decided.decision);
    const SecondLookRules rules{tenant->secondLookRate, tenant->secondLookLowSide};
    if (auto done = looks.recordDraw(decided.decision, draw, chosenAt(rules.rate), unit.now()); !done)
        return done;
    const auto reason = secondLookReason(draw, decided.isLowSideOverride, rules);
    if (!reason)
        return {};
    return looks.insert({SecondLookId::make(unit.now()), decided.application, decided.decision, *reason,
                         decided.decidedBy, decided.signedBy},
                        unit.now());
}

Result<Page<api::SecondLookInfo>> SecondLookService::list(const Actor &actor, const api::SecondLookQuery &query) const
{
    const auto start = pageStart(query.cursor, kOrder, query.page, query.pageSize);
    if (!start)
        return start.error();
    return UnitOfWork::run<Page<api::SecondLookInfo>>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<Page<api::SecondLookInfo>> {
            SecondLookRepo looks(unit.transaction(), unit.tenant());
            const auto found = looks.list(query, start->start, unit.keys());
            if (!found)
                return found.error();
            const auto total = looks.count(query, kCountCap + 1);
            if (!total)
                return total.error();
            Page<api::SecondLookInfo> page{
                {}, std::min<qint64>(*total, kCountCap), *total <= kCountCap, query.page, query.pageSize, {}};
            for (const StoredSecondLook &look : *found)
                page.items.append(told(look.info));
            if (page.items.size() == query.pageSize)
                page.nextCursor =
                    makeCursor(kOrder, toIso(page.items.last().createdAt), page.items.last().id.uuid(), unit.now());
            return page;
        });
}

Result<api::NextSecondLook> SecondLookService::next(const Actor &actor) const
{
    if (!actor.user)
        return forbidden("forbidden", QStringLiteral("only a person decides"));
    if (actor.may(Permission::AuditView) || actor.may(Permission::UserManage))
        return forbidden("cannot_be_blind",
                         QStringLiteral("who may read the record of everything cannot decide without knowing"));
    return UnitOfWork::run<api::NextSecondLook>(m_context, actor,
                                                [&](UnitOfWork &unit) { return takeNext(unit, *actor.user); });
}

Result<api::SecondLookInfo> SecondLookService::decide(const Actor &actor, SecondLookId id,
                                                      const api::SecondDecision &request, int version) const
{
    if (auto good = checkReasoning(request); !good)
        return good.error();
    return UnitOfWork::run<api::SecondLookInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::SecondLookInfo> {
        const auto look = lockTaken(unit, id, version);
        if (!look)
            return look.error();
        const auto applicant =
            ApplicationRepo(unit.transaction(), unit.tenant()).keyOfApplicant(look->info.applicationId, unit.keys());
        if (!applicant)
            return applicant.error();
        const api::SecondDecision decision{request.outcome, request.reasoning.trimmed()};
        if (auto done =
                SecondLookRepo(unit.transaction(), unit.tenant()).decide(look->info, decision, *applicant, unit.now());
            !done)
            return done.error();
        const bool agreed = request.outcome == look->info.firstOutcome;
        if (!agreed)
            if (auto done = tellOfDisagreement(unit, *look); !done)
                return done.error();
        record(unit, look->info, "second_look_decided", {{QStringLiteral("agreed"), agreed}});
        return reread(unit, id);
    });
}

Result<> SecondLookService::release(const Actor &actor, SecondLookId id, int version) const
{
    const auto done = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        const auto look = lockTaken(unit, id, version);
        if (!look)
            return look.error();
        if (auto back = SecondLookRepo(unit.transaction(), unit.tenant()).giveBack(id); !back)
            return back.error();
        record(unit, look->info, "second_look_released");
        return true;
    });
    return done ? Result<>() : Result<>(done.error());
}

Result<api::SecondLookInfo> SecondLookService::settle(const Actor &actor, SecondLookId id,
                                                      const api::SecondDecision &request, int version) const
{
    if (!actor.user)
        return forbidden("forbidden", QStringLiteral("only a person decides"));
    if (auto good = checkReasoning(request); !good)
        return good.error();
    return UnitOfWork::run<api::SecondLookInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::SecondLookInfo> {
        const auto look = lockLook(unit, id, version);
        if (!look)
            return look.error();
        if (look->info.state != SecondLookState::Disagreed)
            return conflict(
                "second_look_not_open",
                QStringLiteral("The second look is %1: there is nothing to settle.").arg(toText(look->info.state)));
        if (actor.user == look->decidedBy || actor.user == look->signedBy || actor.user == look->info.analyst->id)
            return forbidden("needs_third_person", QStringLiteral("a third person says which of both was right"));
        const auto applicant =
            ApplicationRepo(unit.transaction(), unit.tenant()).keyOfApplicant(look->info.applicationId, unit.keys());
        if (!applicant)
            return applicant.error();
        const api::SecondDecision decision{request.outcome, request.reasoning.trimmed()};
        if (auto done = SecondLookRepo(unit.transaction(), unit.tenant())
                            .settle(id, *actor.user, decision, *applicant, unit.now());
            !done)
            return done.error();
        record(unit, look->info, "second_look_settled", {{QStringLiteral("outcome"), toText(request.outcome)}});
        return reread(unit, id);
    });
}

Result<api::AgreementReport> SecondLookService::agreement(const Actor &actor, const api::AgreementQuery &query) const
{
    const Instant to = query.toDate.value_or(m_context.clock.now());
    const Instant from = query.fromDate.value_or(to - kAgreementTime);
    if (to <= from)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("validation_failed"),
                     QStringLiteral("The time is empty."),
                     {{QStringLiteral("to_date"), QStringLiteral("not_after_from_date"),
                       QStringLiteral("must be after from_date")}}};
    return UnitOfWork::run<api::AgreementReport>(
        m_context, actor, [&](UnitOfWork &unit) -> Result<api::AgreementReport> {
            const auto counts = SecondLookRepo(unit.transaction(), unit.tenant()).agreement(query.reason, from, to);
            if (!counts)
                return counts.error();
            api::AgreementReport report{counts->cases(),
                                        counts->bothApproved,
                                        counts->onlyFirstApproved,
                                        counts->onlySecondApproved,
                                        counts->bothDeclined,
                                        {},
                                        {},
                                        {},
                                        {},
                                        {},
                                        {}};
            if (counts->cases() > 0) {
                const Interval interval = wilson(counts->agreed(), counts->cases());
                report.agreementRate = double(counts->agreed()) / counts->cases();
                report.agreementLow = interval.low;
                report.agreementHigh = interval.high;
            }
            if (const auto kappa = kappaOf(*counts)) {
                report.kappa = kappa->value;
                report.kappaLow = kappa->interval.low;
                report.kappaHigh = kappa->interval.high;
            }
            return report;
        });
}

} // namespace countersign
