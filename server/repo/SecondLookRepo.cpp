#include "server/repo/SecondLookRepo.h"

#include "server/repo/PersonalParts.h"
#include "server/repo/RowRead.h"
#include "server/repo/SealedColumns.h"

namespace countersign {

namespace {

constexpr char kReasoning[] = "sealed_reasoning";
constexpr char kSettlement[] = "sealed_settlement";

std::optional<api::Person> personOf(const Query &row, const char *id, const char *name)
{
    const auto user = row.get<std::optional<UserId>>(id);
    return user ? std::optional(api::Person{*user, row.get<QString>(name)}) : std::nullopt;
}

/// A text that was sealed, when there is one.
Result<std::optional<QString>> textOf(const Query &row, const QUuid &owner, const char *column,
                                      const repo::Opener &opener)
{
    if (!row.get<std::optional<QByteArray>>(column))
        return std::optional<QString>();
    const auto key = opener.keyOf(row);
    if (!key)
        return key.error();
    if (!*key)
        return std::optional(QString(QLatin1String(repo::kErasedName)));
    const auto plain = opener.open(**key, owner, row, column);
    return plain ? Result<std::optional<QString>>(QString::fromUtf8(*plain)) : plain.error();
}

Result<StoredSecondLook> lookOf(const Query &row, const repo::Opener &opener)
{
    StoredSecondLook stored;
    api::SecondLookInfo &info = stored.info;
    info.id = row.get<SecondLookId>("id");
    info.applicationId = row.get<ApplicationId>("application_id");
    info.externalId = row.get<QString>("external_id");
    info.reason = repo::enumOf<SecondLookReason>(row, "reason");
    info.state = repo::enumOf<SecondLookState>(row, "state");
    info.analyst = personOf(row, "analyst_id", "analyst_name");
    info.takenAt = row.get<std::optional<Instant>>("taken_at");
    info.firstOutcome = repo::enumOf<DecisionOutcome>(row, "first_outcome");
    info.outcome = repo::optionalEnumOf<DecisionOutcome>(row, "outcome");
    info.decidedAt = row.get<std::optional<Instant>>("decided_at");
    info.settledBy = personOf(row, "settled_by", "settled_by_name");
    info.settledOutcome = repo::optionalEnumOf<DecisionOutcome>(row, "settled_outcome");
    info.settledAt = row.get<std::optional<Instant>>("settled_at");
    info.createdAt = row.get<Instant>("created_at");
    info.version = row.get<int>("version");
    stored.decidedBy = row.get<UserId>("decided_by");
    stored.signedBy = row.get<std::optional<UserId>>("signed_by");
    auto reasoning = textOf(row, info.id.uuid(), kReasoning, opener);
    if (!reasoning)
        return reasoning.error();
    info.reasoning = std::move(*reasoning);
    auto settlement = textOf(row, info.id.uuid(), kSettlement, opener);
    if (!settlement)
        return settlement.error();
    info.settledReasoning = std::move(*settlement);
    return stored;
}

std::optional<QString> stateOf(const api::SecondLookQuery &query)
{
    return query.state ? std::optional(toText(*query.state)) : std::nullopt;
}

} // namespace

Result<QByteArray> SecondLookRepo::seed(const QByteArray &fresh, Instant now)
{
    Query insert = m_transaction.query("second_look/insert_seed");
    if (auto done = insert.bind("tenant_id", m_tenant).bind("seed", fresh).bind("now", now).exec(); !done)
        return done.error();
    Query row = m_transaction.query("second_look/seed");
    if (auto done = row.bind("tenant_id", m_tenant).exec(); !done)
        return done.error();
    row.next();
    return row.get<QByteArray>("seed");
}

Result<void> SecondLookRepo::recordDraw(DecisionId decision, int draw, int rate, Instant now)
{
    Query insert = m_transaction.query("second_look/insert_draw");
    return insert.bind("tenant_id", m_tenant)
        .bind("decision_id", decision)
        .bind("draw", draw)
        .bind("rate", rate)
        .bind("now", now)
        .exec();
}

Result<void> SecondLookRepo::insert(const NewSecondLook &look, Instant now)
{
    Query insert = m_transaction.query("second_look/insert");
    return insert.bind("tenant_id", m_tenant)
        .bind("id", look.id)
        .bind("application_id", look.application)
        .bind("decision_id", look.decision)
        .bind("reason", toText(look.reason))
        .bind("decided_by", look.decidedBy)
        .bind("signed_by", look.signedBy)
        .bind("now", now)
        .exec();
}

Result<std::optional<StoredSecondLook>> SecondLookRepo::get(SecondLookId id, const KeyRing &keys)
{
    return only(m_transaction.query("second_look/get"), id, keys);
}

Result<std::optional<StoredSecondLook>> SecondLookRepo::lock(SecondLookId id, const KeyRing &keys)
{
    return only(m_transaction.query("second_look/lock"), id, keys);
}

Result<QList<StoredSecondLook>> SecondLookRepo::list(const api::SecondLookQuery &query,
                                                     const std::optional<PageStart> &start, const KeyRing &keys)
{
    if (auto planned = m_transaction.query("session/plan_for_values").exec(); !planned)
        return planned.error();
    Query page = m_transaction.query("second_look/list");
    page.bind("tenant_id", m_tenant)
        .bind("state", stateOf(query))
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    return all(std::move(page), keys);
}

Result<qint64> SecondLookRepo::count(const api::SecondLookQuery &query, int cap)
{
    Query counted = m_transaction.query("second_look/count");
    if (auto done = counted.bind("tenant_id", m_tenant).bind("state", stateOf(query)).bind("cap", cap).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<QList<StoredSecondLook>> SecondLookRepo::of(ApplicationId application, const KeyRing &keys)
{
    Query rows = m_transaction.query("second_look/of_application");
    rows.bind("tenant_id", m_tenant).bind("application_id", application);
    return all(std::move(rows), keys);
}

Result<std::optional<SecondLookRepo::Taken>> SecondLookRepo::takenBy(UserId user)
{
    Query row = m_transaction.query("second_look/taken_by");
    if (auto done = row.bind("tenant_id", m_tenant).bind("user_id", user).exec(); !done)
        return done.error();
    return row.next() ? std::optional(Taken{row.get<SecondLookId>("id"), row.get<ApplicationId>("application_id")})
                      : std::nullopt;
}

Result<std::optional<SecondLookId>> SecondLookRepo::lockNext(const SecondLookFilter &filter)
{
    Query row = m_transaction.query("second_look/next");
    row.bind("tenant_id", m_tenant)
        .bind("user_id", filter.user)
        .bind("max_amount_minor",
              filter.maxAmount ? std::optional(repo::minorOf(*filter.maxAmount, filter.currency)) : std::nullopt);
    if (auto done = row.exec(); !done)
        return done.error();
    return row.next() ? std::optional(row.get<SecondLookId>("id")) : std::nullopt;
}

Result<void> SecondLookRepo::take(SecondLookId id, UserId user, Instant now)
{
    Query update = m_transaction.query("second_look/take");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("user_id", user).bind("now", now).exec();
}

Result<void> SecondLookRepo::giveBack(SecondLookId id)
{
    Query update = m_transaction.query("second_look/give_back");
    return update.bind("tenant_id", m_tenant).bind("id", id).exec();
}

Result<void> SecondLookRepo::decide(const api::SecondLookInfo &look, const api::SecondDecision &decision,
                                    const SecretKey &applicant, Instant now)
{
    const auto state = decision.outcome == look.firstOutcome ? SecondLookState::Closed : SecondLookState::Disagreed;
    Query update = m_transaction.query("second_look/decide");
    return update.bind("tenant_id", m_tenant)
        .bind("id", look.id)
        .bind("state", toText(state))
        .bind("outcome", toText(decision.outcome))
        .bind("sealed_reasoning",
              seal(applicant, 0, {m_tenant, look.id.uuid(), kReasoning}, decision.reasoning.toUtf8()))
        .bind("now", now)
        .exec();
}

Result<void> SecondLookRepo::settle(SecondLookId id, UserId by, const api::SecondDecision &decision,
                                    const SecretKey &applicant, Instant now)
{
    Query update = m_transaction.query("second_look/settle");
    return update.bind("tenant_id", m_tenant)
        .bind("id", id)
        .bind("user_id", by)
        .bind("outcome", toText(decision.outcome))
        .bind("sealed_settlement", seal(applicant, 0, {m_tenant, id.uuid(), kSettlement}, decision.reasoning.toUtf8()))
        .bind("now", now)
        .exec();
}

Result<AgreementCounts> SecondLookRepo::agreement(SecondLookReason reason, Instant from, Instant to)
{
    Query row = m_transaction.query("second_look/agreement");
    row.bind("tenant_id", m_tenant).bind("reason", toText(reason)).bind("from_date", from).bind("to_date", to);
    if (auto done = row.exec(); !done)
        return done.error();
    row.next();
    return AgreementCounts{row.get<int>("both_approved"), row.get<int>("only_first_approved"),
                           row.get<int>("only_second_approved"), row.get<int>("both_declined")};
}

Result<std::optional<StoredSecondLook>> SecondLookRepo::only(Query row, SecondLookId id, const KeyRing &keys)
{
    row.bind("tenant_id", m_tenant).bind("id", id);
    const auto found = all(std::move(row), keys);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<StoredSecondLook>() : std::optional(found->first());
}

Result<QList<StoredSecondLook>> SecondLookRepo::all(Query rows, const KeyRing &keys)
{
    if (auto done = rows.exec(); !done)
        return done.error();
    QList<StoredSecondLook> looks;
    while (rows.next()) {
        auto look = lookOf(rows, {keys, m_tenant});
        if (!look)
            return look.error();
        looks.append(std::move(*look));
    }
    return looks;
}

} // namespace countersign
