#include "server/repo/DecisionRepo.h"

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

Result<api::DecisionInfo> infoOf(const Query &row)
{
    api::DecisionInfo info;
    info.id = row.get<DecisionId>("id");
    info.applicationId = row.get<ApplicationId>("application_id");
    info.decisionType = repo::enumOf<DecisionType>(row, "decision_type");
    info.decisionOutcome = repo::enumOf<DecisionOutcome>(row, "outcome");
    info.status = repo::enumOf<DecisionStatus>(row, "status");
    const Currency currency = repo::currencyOf(row);
    info.currency = currency;
    if (const auto amount = repo::optionalAmountOf(row, "approved_amount_minor", currency))
        info.approvedTerms = api::ApprovedTerms{*amount, row.get<int>("approved_term_months"), row.get<double>("approved_interest_rate")};
    info.monthlyPayment = repo::optionalAmountOf(row, "monthly_payment_minor", currency);
    auto conditions = repo::jsonOf<QList<api::ConditionCreate>>(row, "conditions");
    if (!conditions)
        return conditions.error();
    info.conditions = *conditions;
    for (const QString &text : row.get<QStringList>("reason_codes"))
        if (const auto code = fromText<ReasonCode>(text))
            info.reasonCodes.append(*code);
    info.reasoning = row.get<QString>("reasoning");
    info.overrideFlag = row.get<bool>("override_flag");
    info.overrideDirection = repo::optionalEnumOf<OverrideDirection>(row, "override_direction");
    info.overrideReason = repo::optionalEnumOf<OverrideReason>(row, "override_reason");
    info.overrideJustification = row.get<std::optional<QString>>("override_justification");
    info.modelScore = row.get<std::optional<int>>("model_score");
    info.recommendation = repo::optionalEnumOf<Recommendation>(row, "recommendation");
    if (const auto decidedBy = row.get<std::optional<UserId>>("decided_by"))
        info.decidedBy = api::Person{*decidedBy, row.get<QString>("decided_by_name")};
    info.reviewTimeSeconds = row.get<std::optional<int>>("review_time_seconds");
    info.decidedAt = row.get<Instant>("decided_at");
    return info;
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

Result<void> DecisionRepo::insert(const api::DecisionInfo &decision, QueueId queue,
                                  const std::optional<QString> &reasoningCategory)
{
    const Currency currency = decision.currency.value_or(Currency());
    Query insert = m_transaction.query("decision/insert");
    bindTerms(insert, decision, currency);
    return insert.bind("tenant_id", m_tenant)
        .bind("id", decision.id)
        .bind("application_id", decision.applicationId)
        .bind("queue_id", queue)
        .bind("decision_type", toText(decision.decisionType))
        .bind("outcome", toText(decision.decisionOutcome))
        .bind("status", toText(decision.status))
        .bind("currency", currency.code())
        .bind("conditions", Codec<QList<api::ConditionCreate>>::write(decision.conditions).toArray())
        .bind("reason_codes", textsOf(decision.reasonCodes))
        .bind("reasoning", decision.reasoning)
        .bind("reasoning_category", reasoningCategory)
        .bind("model_score", decision.modelScore)
        .bind("recommendation", optionalText(decision.recommendation))
        .bind("override_flag", decision.overrideFlag)
        .bind("override_direction", optionalText(decision.overrideDirection))
        .bind("override_reason", optionalText(decision.overrideReason))
        .bind("override_justification", decision.overrideJustification)
        .bind("decided_by", decision.decidedBy ? std::optional(decision.decidedBy->id) : std::nullopt)
        .bind("review_time_seconds", decision.reviewTimeSeconds)
        .bind("now", decision.decidedAt)
        .exec();
}

Result<QList<api::DecisionInfo>> DecisionRepo::listOf(ApplicationId application)
{
    Query row = m_transaction.query("decision/list_of_application");
    if (auto done = row.bind("tenant_id", m_tenant).bind("application_id", application).exec(); !done)
        return done.error();
    QList<api::DecisionInfo> decisions;
    while (row.next()) {
        auto info = infoOf(row);
        if (!info)
            return info.error();
        decisions.append(std::move(*info));
    }
    return decisions;
}

} // namespace countersign
