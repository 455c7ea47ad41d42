#include "server/service/DecisionService.h"

#include "core/api/DecisionEffect.h"
#include "core/decision/FourEyes.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/repo/QueueRepo.h"
#include "server/repo/UserRepo.h"
#include "server/service/Blindness.h"
#include "server/service/LegalClock.h"
#include "server/service/SecondLookService.h"
#include "server/service/StaleVersion.h"
#include "server/service/Transition.h"

#include <QTimeZone>

namespace countersign {

namespace {

Error conflict(const char *reason, const QString &detail)
{
    return {ErrorCode::Conflict, QLatin1String(reason), detail, {}};
}

/// Everything a decision is judged against, locked.
struct CaseInHand {
    LockedApplication application;
    OpenEntry entry;
    ActivePolicy active;
};

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
}

Error notInReview(ApplicationStatus status)
{
    return conflict("not_in_review", QStringLiteral("The application is %1; it may become: %2.").arg(toText(status), allowedAfter(status)));
}

Error wrongFields(const QList<FieldError> &faults)
{
    return {ErrorCode::Invalid, QStringLiteral("validation_failed"), QStringLiteral("The decision has wrong fields; see errors."), faults};
}

Result<LockedApplication> lockApplication(UnitOfWork &unit, const api::DecisionCreate &request)
{
    const auto locked = ApplicationRepo(unit.transaction(), unit.tenant()).lock(request.applicationId);
    if (!locked)
        return locked.error();
    if (!*locked)
        return notFound();
    const LockedApplication &application = **locked;
    if (application.version != request.applicationVersion)
        return staleVersion(unit, application.id, "application", application.version, toText(application.status));
    if (application.status != ApplicationStatus::Review)
        return notInReview(application.status);
    return application;
}

Result<OpenEntry> lockEntry(UnitOfWork &unit, ApplicationId application)
{
    const auto locked = QueueRepo(unit.transaction(), unit.tenant()).lockOpenOf(application);
    if (!locked)
        return locked.error();
    if (!*locked)
        return conflict("not_in_review", QStringLiteral("The application is not in the queue."));
    const OpenEntry &entry = **locked;
    if (!entry.analyst)
        return conflict("not_started", QStringLiteral("Nobody works on the case: take it and start it first."));
    if (entry.analyst != unit.actor().user)
        return conflict("not_yours", QStringLiteral("%1 works on the case.").arg(entry.analystName));
    if (entry.status != QueueStatus::InProgress)
        return conflict("not_started", QStringLiteral("The case is %1: start it first.").arg(toText(entry.status)));
    return entry;
}

Result<CaseInHand> takeInHand(UnitOfWork &unit, const api::DecisionCreate &request)
{
    const auto application = lockApplication(unit, request);
    if (!application)
        return application.error();
    const auto entry = lockEntry(unit, request.applicationId);
    if (!entry)
        return entry.error();
    const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
    if (!active)
        return active.error();
    return CaseInHand{*application, *entry, *active};
}

DecisionContext contextOf(const LockedApplication &application, const ActivePolicy &active, Instant now)
{
    const QDate today = toDateTime(now).toTimeZone(QTimeZone(active.timeZone)).date();
    return {application.amount, application.termMonths, application.currency, application.score, active.policy, today};
}

QList<api::ConditionInfo> conditionsOf(const api::DecisionCreate &request, Instant now)
{
    QList<api::ConditionInfo> conditions;
    for (const api::ConditionCreate &wanted : request.conditions) {
        api::ConditionInfo condition;
        condition.id = ConditionId::make(now);
        condition.type = wanted.type;
        condition.description = wanted.description;
        condition.dueDate = wanted.dueDate;
        conditions.append(condition);
    }
    return conditions;
}

/// What the decider said.
void copyRequest(const api::DecisionCreate &request, Instant now, api::DecisionInfo &info)
{
    info.applicationId = request.applicationId;
    info.decisionOutcome = request.decisionOutcome;
    info.approvedTerms = request.approvedTerms;
    info.conditions = conditionsOf(request, now);
    info.reasonCodes = request.reasonCodes;
    info.reasoning = request.reasoning.trimmed();
    info.overrideReason = request.overrideReason;
    if (request.overrideJustification)
        info.overrideJustification = request.overrideJustification->trimmed();
}

void copyEffect(const DecisionEffect &effect, Instant now, api::DecisionInfo &info)
{
    info.decisionType = effect.type;
    info.status = effect.decision;
    info.monthlyPayment = effect.monthlyPayment;
    info.overrideFlag = effect.assessed.isOverride();
    info.overrideDirection = effect.assessed.direction;
    info.overrideKind = effect.assessed.kind;
    if (effect.assessed.needsSecondPerson)
        info.approvalDeadline = now + kOverrideApprovalTime;
    info.recommendation = effect.recommendation;
}

api::DecisionInfo decisionOf(const UnitOfWork &unit, const api::DecisionCreate &request, const CaseInHand &inHand,
                             const DecisionEffect &effect)
{
    api::DecisionInfo info;
    info.id = DecisionId::make(unit.now());
    copyRequest(request, unit.now(), info);
    copyEffect(effect, unit.now(), info);
    info.currency = inHand.application.currency;
    info.modelScore = inHand.application.score;
    info.decidedBy = api::Person{*unit.actor().user, inHand.entry.analystName};
    if (inHand.entry.startedAt)
        info.reviewTimeSeconds = int(std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(unit.now() - *inHand.entry.startedAt).count()));
    info.decidedAt = unit.now();
    return info;
}

Result<void> store(UnitOfWork &unit, api::DecisionInfo &decision, const DecisionOrigin &origin, const DecisionEffect &effect)
{
    const auto applicant = ApplicationRepo(unit.transaction(), unit.tenant()).keyOfApplicant(decision.applicationId, unit.keys());
    if (!applicant)
        return applicant.error();
    auto stored = DecisionRepo(unit.transaction(), unit.tenant()).insert(decision, origin, *applicant);
    if (!stored && stored.error().reason == QLatin1String("duplicate"))
        return conflict("already_decided", QStringLiteral("The application has a decision already."));
    if (!stored)
        return stored;
    const auto version = ApplicationRepo(unit.transaction(), unit.tenant()).setStatus(decision.applicationId, effect.application, unit.now());
    if (!version)
        return version.error();
    decision.applicationVersion = *version;
    return QueueRepo(unit.transaction(), unit.tenant()).setStatus(origin.queue, effect.entry, unit.now());
}

/// What follows when no second person has to sign.
Result<void> noteInForce(UnitOfWork &unit, const api::DecisionInfo &decision, const DecisionEffect &effect)
{
    const LegalEvent event = effect.isCounteroffer ? LegalEvent::CounterofferOut : LegalEvent::DecisionOut;
    if (auto noted = LegalClock(unit).note(event, {decision.applicationId}); !noted)
        return noted;
    return drawSecondLook(unit, {decision.id, decision.applicationId, decision.decidedBy->id, {},
                                 decision.overrideDirection == OverrideDirection::ModelDeclineAnalystApprove});
}

AuditEntry entryOf(const api::DecisionInfo &decision, const CaseInHand &inHand, const DecisionEffect &effect)
{
    return {"application", decision.applicationId.uuid(), "decided",
            {{QStringLiteral("status"), toText(ApplicationStatus::Review)},
             {QStringLiteral("queue_status"), toText(inHand.entry.status)}},
            {{QStringLiteral("status"), toText(effect.application)},
             {QStringLiteral("queue_status"), toText(effect.entry)},
             {QStringLiteral("decision_id"), decision.id.toString()},
             {QStringLiteral("decision_status"), toText(decision.status)},
             {QStringLiteral("outcome"), toText(decision.decisionOutcome)},
             {QStringLiteral("override"), decision.overrideFlag}}};
}

/// What `effect` means for the caller; `approvers` only when a second person is needed.
api::DecisionPreview previewOf(const DecisionEffect &effect, const LockedApplication &application, const Policy &policy,
                               std::optional<int> approvers)
{
    api::DecisionPreview preview;
    preview.decisionType = effect.type;
    preview.decisionStatus = effect.decision;
    preview.applicationStatus = effect.application;
    preview.overrideFlag = effect.assessed.isOverride();
    preview.overrideDirection = effect.assessed.direction;
    preview.overrideKind = effect.assessed.kind;
    preview.needsSecondPerson = effect.assessed.needsSecondPerson;
    preview.approvers = approvers;
    preview.monthlyPayment = effect.monthlyPayment;
    preview.isCounteroffer = effect.isCounteroffer;
    preview.modelScore = application.score;
    preview.recommendation = effect.recommendation;
    preview.policyVersion = policy.version;
    preview.applicationVersion = application.version;
    return preview;
}

Result<LockedApplication> readInReview(UnitOfWork &unit, ApplicationId id)
{
    const auto application = ApplicationRepo(unit.transaction(), unit.tenant()).brief(id);
    if (!application)
        return application.error();
    if (!*application)
        return notFound();
    if ((*application)->status != ApplicationStatus::Review)
        return notInReview((*application)->status);
    return **application;
}

/// Everybody who may sign, but for who has decided.
Result<QList<UserId>> approversIn(UnitOfWork &unit)
{
    auto approvers = UserRepo(unit.transaction(), unit.tenant()).activeWith(Permission::DecisionApproveOverride);
    if (approvers && unit.actor().user)
        approvers->removeAll(*unit.actor().user);
    return approvers;
}

Result<void> tellApprovers(UnitOfWork &unit, ApplicationId application)
{
    const auto approvers = approversIn(unit);
    if (!approvers)
        return approvers.error();
    unit.notify({NoticeKind::DecisionRequired, "application", application.uuid(), *approvers});
    return {};
}

/// The terms that were given must be possible ones; without any, nothing is said of them.
QList<FieldError> faultsOf(const api::DecisionPreviewRequest &request, const DecisionContext &context)
{
    if (!request.approvedTerms)
        return {};
    api::DecisionCreate decision;
    decision.decisionOutcome = request.decisionOutcome;
    decision.approvedTerms = request.approvedTerms;
    return validateTerms(decision, context);
}

} // namespace

Result<api::DecisionInfo> DecisionService::create(const Actor &actor, const api::DecisionCreate &request) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person decides"), {}};
    return UnitOfWork::run<api::DecisionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionInfo> {
        if (auto open = checkNotHidden(unit, request.applicationId); !open)
            return open.error();
        const auto inHand = takeInHand(unit, request);
        if (!inHand)
            return inHand.error();
        const DecisionContext context = contextOf(inHand->application, inHand->active, unit.now());
        if (const auto faults = validateDecision(request, context); !faults.isEmpty())
            return wrongFields(faults);
        const auto effect = effectOf({request.decisionOutcome, !request.conditions.isEmpty(), request.approvedTerms}, context);
        if (!effect)
            return effect.error();
        if (effect->assessed.isOverride() && !actor.may(Permission::DecisionOverride))
            return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"),
                         QStringLiteral("deciding against the model needs %1").arg(toText(Permission::DecisionOverride)), {}};
        auto decision = decisionOf(unit, request, *inHand, *effect);
        const DecisionOrigin origin{inHand->entry.id, request.reasoningCategory};
        if (auto stored = store(unit, decision, origin, *effect); !stored)
            return stored.error();
        if (decision.status == DecisionStatus::Final)
            if (auto noted = noteInForce(unit, decision, *effect); !noted)
                return noted.error();
        unit.audit(entryOf(decision, *inHand, *effect));
        if (effect->assessed.needsSecondPerson)
            if (auto told = tellApprovers(unit, request.applicationId); !told)
                return told.error();
        return decision;
    });
}

Result<api::DecisionPreview> DecisionService::preview(const Actor &actor, const api::DecisionPreviewRequest &request) const
{
    return UnitOfWork::run<api::DecisionPreview>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionPreview> {
        if (auto open = checkNotHidden(unit, request.applicationId); !open)
            return open.error();
        const auto application = readInReview(unit, request.applicationId);
        if (!application)
            return application.error();
        const auto active = PolicyRepo(unit.transaction(), unit.tenant()).active();
        if (!active)
            return active.error();
        const DecisionContext context = contextOf(*application, *active, unit.now());
        if (const auto faults = faultsOf(request, context); !faults.isEmpty())
            return wrongFields(faults);
        const auto effect = effectOf({request.decisionOutcome, request.withConditions, request.approvedTerms}, context);
        if (!effect)
            return effect.error();
        if (!effect->assessed.needsSecondPerson)
            return previewOf(*effect, *application, active->policy, {});
        const auto approvers = approversIn(unit);
        if (!approvers)
            return approvers.error();
        return previewOf(*effect, *application, active->policy, int(approvers->size()));
    });
}

} // namespace countersign
