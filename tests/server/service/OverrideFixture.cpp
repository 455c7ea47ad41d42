#include "OverrideFixture.h"

#include "server/auth/StepUpTokens.h"

namespace countersign {

OverrideFixture::OverrideFixture()
{
    for (Actor *person : {&admin, &senior, &analyst, &otherAnalyst}) {
        person->session = SessionId::make(clock.now());
        sql.run(QStringLiteral("INSERT INTO sessions (id, tenant_id, user_id, token_hash, family_key, created_at, "
                               "rotated_at, expires_at) "
                               "VALUES ('%1', '%2', '%3', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), "
                               "'hex'), now(), now(), "
                               "now() + interval '12 hours')")
                    .arg(person->session->toString(), person->tenant.toString(), person->user->toString()));
    }
}

OverrideFixture::WaitingCase OverrideFixture::waitingCase(const Actor &decider, int score)
{
    const Case inHand = startedCase(score, decider);
    const auto decided = DecisionService(context).create(decider, asOverride(approval(inHand)));
    if (!decided || decided->status != DecisionStatus::PendingApproval)
        qFatal("the decision does not wait");
    return {inHand, *decided};
}

Actor OverrideFixture::provedFor(const Actor &actor, DecisionId decision)
{
    const auto token = UnitOfWork::run<QString>(context, actor, [&](UnitOfWork &unit) {
        return StepUpTokens(unit.transaction(), unit.actor()).issue({StepUpAction::OverrideApproval, decision.uuid()});
    });
    if (!token)
        qFatal("%s", qPrintable(token.error().detail));
    Actor proved = actor;
    proved.stepUp = *token;
    return proved;
}

Result<api::DecisionInfo> OverrideFixture::approve(const Actor &actor, const api::DecisionInfo &decision,
                                                   const QString &comment)
{
    const api::OverrideApproval request{comment.isEmpty() ? std::nullopt : std::optional(comment)};
    return overrides.approve(provedFor(actor, decision.id), decision.id, request, decision.version);
}

Result<api::DecisionInfo> OverrideFixture::reject(const Actor &actor, const api::DecisionInfo &decision)
{
    return overrides.reject(actor, decision.id, {kRejection}, decision.version);
}

QString OverrideFixture::queueStatusOf(const Case &inHand)
{
    return sql.value(QStringLiteral("SELECT status FROM analyst_queues WHERE id = '%1'").arg(inHand.entry.toString()))
        .toString();
}

QStringList OverrideFixture::contradictions()
{
    QStringList found;
    const auto rows = sql.column(QStringLiteral(
        "SELECT a.external_id || ' ' || a.status || ' ' || d.status || ' ' || q.status FROM applications a "
        "JOIN decisions d ON d.tenant_id = a.tenant_id AND d.application_id = a.id "
        "JOIN analyst_queues q ON q.tenant_id = a.tenant_id AND q.application_id = a.id "
        "WHERE (a.status, d.status, q.status) NOT IN (('approved', 'final', 'completed'), ('review', 'rejected', "
        "'in_progress'), "
        "('pending_approval', 'pending_approval', 'awaiting_approval'), ('cancelled', 'withdrawn', 'cancelled'))"));
    for (const QVariant &row : rows)
        found.append(row.toString());
    return found;
}

} // namespace countersign
