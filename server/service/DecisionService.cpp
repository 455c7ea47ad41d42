#include "server/service/DecisionService.h"

#include "core/api/DecisionRules.h"
#include "core/policy/Router.h"
#include "core/scoring/Annuity.h"
#include "server/repo/ApplicationRepo.h"
#include "server/repo/DecisionRepo.h"
#include "server/repo/PolicyRepo.h"
#include "server/repo/QueueRepo.h"

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

Result<LockedApplication> lockApplication(UnitOfWork &unit, const api::DecisionCreate &request)
{
    const auto locked = ApplicationRepo(unit.transaction(), unit.tenant()).lock(request.applicationId);
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{ErrorCode::NotFound, QStringLiteral("not_found"), QStringLiteral("There is no such application."), {}};
    const LockedApplication &application = **locked;
    if (application.version != request.applicationVersion)
        return conflict("stale_version", QStringLiteral("The application changed at %1: it has version %2 and is %3.")
                            .arg(toIso(application.updatedAt)).arg(application.version).arg(toText(application.status)));
    if (application.status != ApplicationStatus::Review)
        return conflict("not_in_review", QStringLiteral("The application is %1.").arg(toText(application.status)));
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

DecisionContext contextOf(const CaseInHand &inHand, Instant now)
{
    const QDate today = toDateTime(now).toTimeZone(QTimeZone(inHand.active.timeZone)).date();
    return {inHand.application.amount, inHand.application.termMonths, inHand.application.currency, inHand.application.score,
            inHand.active.policy, today};
}

Result<api::DecisionInfo> decisionOf(const UnitOfWork &unit, const api::DecisionCreate &request, const CaseInHand &inHand)
{
    const Policy &policy = inHand.active.policy;
    const auto assessed = assessOverride(inHand.application.score, request.decisionOutcome, policy);
    api::DecisionInfo info;
    info.id = DecisionId::make(unit.now());
    info.applicationId = request.applicationId;
    info.decisionType = decisionTypeOf(request);
    info.decisionOutcome = request.decisionOutcome;
    info.status = assessed.needsSecondPerson ? DecisionStatus::PendingApproval : DecisionStatus::Final;
    info.approvedTerms = request.approvedTerms;
    info.currency = inHand.application.currency;
    if (request.approvedTerms) {
        const auto amount = Money::fromAmount(request.approvedTerms->amount, inHand.application.currency);
        const auto payment = annuityPayment(*amount, request.approvedTerms->termMonths, request.approvedTerms->interestRate);
        if (!payment)
            return payment.error();
        info.monthlyPayment = payment->toAmount();
    }
    info.conditions = request.conditions;
    info.reasonCodes = request.reasonCodes;
    info.reasoning = request.reasoning.trimmed();
    info.overrideFlag = assessed.isOverride();
    info.overrideDirection = assessed.direction;
    info.overrideReason = request.overrideReason;
    if (request.overrideJustification)
        info.overrideJustification = request.overrideJustification->trimmed();
    info.modelScore = inHand.application.score;
    if (inHand.application.score)
        info.recommendation = recommendationFor(*inHand.application.score, policy);
    info.decidedBy = api::Person{*unit.actor().user, inHand.entry.analystName};
    if (inHand.entry.startedAt)
        info.reviewTimeSeconds = int(std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(unit.now() - *inHand.entry.startedAt).count()));
    info.decidedAt = unit.now();
    return info;
}

struct Following {
    ApplicationStatus application;
    QueueStatus entry;
};

Following followingOf(const api::DecisionInfo &decision)
{
    if (decision.status == DecisionStatus::PendingApproval)
        return {ApplicationStatus::PendingApproval, QueueStatus::AwaitingApproval};
    const bool approved = decision.decisionOutcome == DecisionOutcome::Approved;
    return {approved ? ApplicationStatus::Approved : ApplicationStatus::Declined, QueueStatus::Completed};
}

Result<void> store(UnitOfWork &unit, api::DecisionInfo &decision, const CaseInHand &inHand,
                   const std::optional<QString> &reasoningCategory)
{
    auto stored = DecisionRepo(unit.transaction(), unit.tenant()).insert(decision, inHand.entry.id, reasoningCategory);
    if (!stored && stored.error().reason == QLatin1String("duplicate"))
        return conflict("already_decided", QStringLiteral("The application has a decision already."));
    if (!stored)
        return stored;
    const Following following = followingOf(decision);
    const auto version = ApplicationRepo(unit.transaction(), unit.tenant()).setStatus(decision.applicationId, following.application, unit.now());
    if (!version)
        return version.error();
    decision.applicationVersion = *version;
    return QueueRepo(unit.transaction(), unit.tenant()).setStatus(inHand.entry.id, following.entry, unit.now());
}

} // namespace

Result<api::DecisionInfo> DecisionService::create(const Actor &actor, const api::DecisionCreate &request) const
{
    if (!actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"), QStringLiteral("only a person decides"), {}};
    return UnitOfWork::run<api::DecisionInfo>(m_context, actor, [&](UnitOfWork &unit) -> Result<api::DecisionInfo> {
        const auto inHand = takeInHand(unit, request);
        if (!inHand)
            return inHand.error();
        const auto faults = validateDecision(request, contextOf(*inHand, unit.now()));
        if (!faults.isEmpty())
            return Error{ErrorCode::Invalid, QStringLiteral("validation_failed"),
                         QStringLiteral("The decision has wrong fields; see errors."), faults};
        auto decision = decisionOf(unit, request, *inHand);
        if (!decision)
            return decision;
        if (decision->overrideFlag && !actor.may(Permission::DecisionOverride))
            return Error{ErrorCode::Forbidden, QStringLiteral("forbidden"),
                         QStringLiteral("deciding against the model needs %1").arg(toText(Permission::DecisionOverride)), {}};
        if (auto stored = store(unit, *decision, *inHand, request.reasoningCategory); !stored)
            return stored.error();
        const Following following = followingOf(*decision);
        unit.audit({"application", request.applicationId.uuid(), "decided",
                    {{QStringLiteral("status"), toText(ApplicationStatus::Review)},
                     {QStringLiteral("queue_status"), toText(inHand->entry.status)}},
                    {{QStringLiteral("status"), toText(following.application)},
                     {QStringLiteral("queue_status"), toText(following.entry)},
                     {QStringLiteral("decision_id"), decision->id.toString()},
                     {QStringLiteral("decision_status"), toText(decision->status)},
                     {QStringLiteral("outcome"), toText(decision->decisionOutcome)},
                     {QStringLiteral("override"), decision->overrideFlag}}});
        return decision;
    });
}

} // namespace countersign
