#include "server/repo/DecisionRepo.h"

#include "server/repo/DecisionTexts.h"
#include "server/repo/RowRead.h"

namespace countersign {

namespace {

QStringList textsOf(const QList<ReasonCode> &codes)
{
    QStringList texts;
    for (const ReasonCode code : codes)
        texts.append(toText(code));
    return texts;
}

template <TextEnum E>
std::optional<QString> optionalText(const std::optional<E> &value)
{
    return value ? std::optional(toText(*value)) : std::nullopt;
}

QJsonObject rowOf(const AutomaticDecision &decision, Instant now)
{
    const bool approved = decision.outcome == DecisionOutcome::Approved;
    QJsonObject row{{QStringLiteral("id"), DecisionId::make(now).toString()},
                    {QStringLiteral("application_id"), decision.applicationId.toString()},
                    {QStringLiteral("decision_type"), toText(approved ? DecisionType::AutoApprove : DecisionType::AutoDecline)},
                    {QStringLiteral("outcome"), toText(decision.outcome)},
                    {QStringLiteral("currency"), decision.currency.code()},
                    {QStringLiteral("reason_codes"), QJsonArray::fromStringList(decision.reasonCodes)},
                    {QStringLiteral("model_score"), decision.score},
                    {QStringLiteral("recommendation"), toText(decision.recommendation)}};
    if (decision.terms && decision.monthlyPayment) {
        row.insert(QStringLiteral("approved_amount_minor"), repo::minorOf(decision.terms->amount, decision.currency));
        row.insert(QStringLiteral("approved_term_months"), decision.terms->termMonths);
        row.insert(QStringLiteral("approved_interest_rate"), decision.terms->interestRate);
        row.insert(QStringLiteral("monthly_payment_minor"), repo::minorOf(*decision.monthlyPayment, decision.currency));
    }
    return row;
}

void bindTerms(Query &insert, const api::DecisionInfo &decision, const Currency &currency)
{
    const auto &terms = decision.approvedTerms;
    insert.bind("approved_amount_minor", terms ? std::optional(repo::minorOf(terms->amount, currency)) : std::nullopt)
        .bind("approved_term_months", terms ? std::optional(terms->termMonths) : std::nullopt)
        .bind("approved_interest_rate", terms ? std::optional(terms->interestRate) : std::nullopt)
        .bind("monthly_payment_minor",
              decision.monthlyPayment ? std::optional(repo::minorOf(*decision.monthlyPayment, currency)) : std::nullopt);
}

void bindOverride(Query &insert, const api::DecisionInfo &decision)
{
    insert.bind("override_flag", decision.overrideFlag)
        .bind("override_direction", optionalText(decision.overrideDirection))
        .bind("override_kind", optionalText(decision.overrideKind))
        .bind("override_reason", optionalText(decision.overrideReason))
        .bind("approval_deadline", decision.approvalDeadline);
}

QJsonArray conditionRows(const QList<api::ConditionInfo> &conditions)
{
    QJsonArray rows;
    for (qsizetype i = 0; i < conditions.size(); ++i)
        rows.append(QJsonObject{{QStringLiteral("id"), conditions[i].id.toString()},
                                {QStringLiteral("position"), i},
                                {QStringLiteral("type"), toText(conditions[i].type)},
                                {QStringLiteral("due_date"), Codec<std::optional<QDate>>::write(conditions[i].dueDate)}});
    return rows;
}

} // namespace

Result<void> DecisionRepo::insertAutomatic(const QList<AutomaticDecision> &decisions, Instant now)
{
    if (decisions.isEmpty())
        return {};
    QJsonArray rows;
    for (const AutomaticDecision &decision : decisions)
        rows.append(rowOf(decision, now));
    Query insert = m_transaction.query("decision/insert_auto_many");
    return insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec();
}

Result<void> DecisionRepo::insert(const api::DecisionInfo &decision, const DecisionOrigin &origin,
                                  const SecretKey &applicant)
{
    const QByteArray sealed =
        seal(applicant, 0, {m_tenant, decision.id.uuid(), repo::kSealedTexts}, writeJson(repo::textsOf(decision)));
    const Currency currency = decision.currency.value_or(Currency());
    Query insert = m_transaction.query("decision/insert");
    bindTerms(insert, decision, currency);
    bindOverride(insert, decision);
    insert.bind("tenant_id", m_tenant)
        .bind("id", decision.id)
        .bind("application_id", decision.applicationId)
        .bind("queue_id", origin.queue)
        .bind("decision_type", toText(decision.decisionType))
        .bind("outcome", toText(decision.decisionOutcome))
        .bind("status", toText(decision.status))
        .bind("currency", currency.code())
        .bind("conditions", Codec<QList<repo::PlainCondition>>::write(repo::plainConditionsOf(decision)).toArray())
        .bind("reason_codes", textsOf(decision.reasonCodes))
        .bind("sealed_texts", sealed)
        .bind("reasoning_category", origin.reasoningCategory)
        .bind("model_score", decision.modelScore)
        .bind("recommendation", optionalText(decision.recommendation))
        .bind("decided_by", decision.decidedBy ? std::optional(decision.decidedBy->id) : std::nullopt)
        .bind("review_time_seconds", decision.reviewTimeSeconds)
        .bind("now", decision.decidedAt);
    if (auto done = insert.exec(); !done || decision.conditions.isEmpty())
        return done;
    Query conditions = m_transaction.query("condition/insert_many");
    return conditions.bind("tenant_id", m_tenant)
        .bind("decision_id", decision.id)
        .bind("rows", conditionRows(decision.conditions))
        .bind("now", decision.decidedAt)
        .exec();
}

Result<void> DecisionRepo::approveOverride(const LockedDecision &decision, const SecondSignature &signature,
                                           const KeyRing &keys)
{
    return sign("decision/approve_override", decision, signature, keys);
}

Result<void> DecisionRepo::rejectOverride(const LockedDecision &decision, const SecondSignature &signature,
                                          const KeyRing &keys)
{
    return sign("decision/reject_override", decision, signature, keys);
}

Result<void> DecisionRepo::sign(const char *statement, const LockedDecision &decision, const SecondSignature &signature,
                                const KeyRing &keys)
{
    std::optional<QByteArray> comment;
    if (signature.comment) {
        const auto applicant = ApplicationRepo(m_transaction, m_tenant).keyOfApplicant(decision.applicationId, keys);
        if (!applicant)
            return applicant.error();
        comment = seal(*applicant, 0, {m_tenant, decision.id.uuid(), repo::kSealedComment}, signature.comment->toUtf8());
    }
    Query update = m_transaction.query(statement);
    return update.bind("tenant_id", m_tenant)
        .bind("id", decision.id)
        .bind("user_id", signature.by)
        .bind("sealed_comment", comment)
        .bind("now", signature.at)
        .exec();
}

Result<void> DecisionRepo::withdrawWaiting(ApplicationId application, Instant now)
{
    Query update = m_transaction.query("decision/withdraw_waiting");
    return update.bind("tenant_id", m_tenant).bind("application_id", application).bind("now", now).exec();
}

Result<QList<OverdueDecision>> DecisionRepo::takeOverdue(int limit, Instant now)
{
    Query update = m_transaction.query("decision/overdue");
    if (auto done = update.bind("tenant_id", m_tenant).bind("limit", limit).bind("now", now).exec(); !done)
        return done.error();
    QList<OverdueDecision> overdue;
    while (update.next())
        overdue.append({update.get<DecisionId>("id"), update.get<ApplicationId>("application_id"), update.get<UserId>("decided_by")});
    return overdue;
}

} // namespace countersign
