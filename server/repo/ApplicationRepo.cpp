#include "server/repo/ApplicationRepo.h"

#include "core/api/IntakeRules.h"
#include "core/application/SearchText.h"
#include "core/json/Json.h"
#include "server/repo/PersonalParts.h"
#include "server/repo/RowRead.h"
#include "server/repo/SealedColumns.h"

namespace countersign {

namespace {

template <class T>
QJsonValue jsonOrNull(const std::optional<T> &value)
{
    return Codec<std::optional<T>>::write(value);
}

QJsonValue minorOrNull(const std::optional<Amount> &amount, const Currency &currency)
{
    return amount ? QJsonValue(repo::minorOf(*amount, currency)) : QJsonValue();
}

/// Adds what only the key of the person opens.
void addSealed(QJsonObject &row, const NewApplication &application, const PersonInHand &person, TenantId tenant)
{
    const auto add = [&](const char *column, const QByteArray &plain) {
        const QByteArray sealed = seal(person.key, 0, {tenant, application.id.uuid(), column}, plain);
        row.insert(QLatin1String(column), QString::fromLatin1(sealed.toBase64()));
    };
    const api::ApplicationCreate &create = application.create;
    const QString name = applicantName(create.applicantData.personal);
    row.insert(QStringLiteral("person_id"), person.id.toString());
    row.insert(QStringLiteral("search_text"), searchText(name));
    add(repo::kSealedName, name.toUtf8());
    add(repo::kSealedPerson, writeJson(repo::sealedPartOf(create.applicantData)));
    if (create.metadata)
        add(repo::kSealedMetadata, toJsonBytes(*create.metadata));
}

QJsonObject rowOf(const NewApplication &application, const QString &year)
{
    const api::ApplicationCreate &create = application.create;
    const api::LoanRequest &loan = create.loanRequest;
    return {
        {QStringLiteral("id"), application.id.toString()},
        {QStringLiteral("external_id"), jsonOrNull(create.externalId)},
        {QStringLiteral("year"), year},
        {QStringLiteral("source"), toText(create.source)},
        {QStringLiteral("priority_customer"), create.priorityCustomer},
        {QStringLiteral("applicant_data"), Codec<repo::PlainPart>::write(repo::plainPartOf(create.applicantData))},
        {QStringLiteral("financial_data"), Codec<api::FinancialData>::write(create.financialData)},
        {QStringLiteral("credit_bureau_data"), jsonOrNull(create.creditBureauData)},
        {QStringLiteral("amount_minor"), repo::minorOf(loan.amount, loan.currency)},
        {QStringLiteral("currency"), loan.currency.code()},
        {QStringLiteral("term_months"), loan.termMonths},
        {QStringLiteral("purpose"), toText(loan.purpose)},
        {QStringLiteral("purchase_price_minor"), minorOrNull(loan.purchasePrice, loan.currency)},
        {QStringLiteral("interest_rate"), jsonOrNull(loan.interestRate)},
        {QStringLiteral("dti_ratio"), jsonOrNull(application.derived.dtiRatio)},
        {QStringLiteral("loan_to_income"), jsonOrNull(application.derived.loanToIncome)},
        {QStringLiteral("payment_to_income"), jsonOrNull(application.derived.paymentToIncome)},
        {QStringLiteral("estimated_payment_minor"), minorOrNull(application.derived.estimatedPayment, loan.currency)},
    };
}

QStringList textsOf(const QList<ApplicationId> &ids)
{
    QStringList texts;
    for (const ApplicationId &id : ids)
        texts.append(id.toString());
    return texts;
}

Result<ApplicationToScore> toScore(const Query &row)
{
    ApplicationToScore application;
    application.id = row.get<ApplicationId>("id");
    const auto applicant = repo::jsonOf<repo::PlainPart>(row, "applicant_data");
    if (!applicant)
        return applicant.error();
    auto finances = repo::jsonOf<api::FinancialData>(row, "financial_data");
    if (!finances)
        return finances.error();
    if (row.get<std::optional<QString>>("credit_bureau_data")) {
        auto bureau = repo::jsonOf<api::CreditBureauData>(row, "credit_bureau_data");
        if (!bureau)
            return bureau.error();
        application.bureau = *bureau;
    }
    application.applicant = repo::joined(*applicant, {});
    application.finances = *finances;
    application.loan = repo::loanRequestOf(row);
    application.priorityCustomer = row.get<bool>("priority_customer");
    return application;
}

} // namespace

Result<QHash<ApplicationId, QString>> ApplicationRepo::insertMany(const QList<NewApplication> &applications,
                                                                  const QList<PersonInHand> &people,
                                                                  const Actor &createdBy, Instant now)
{
    const QString year = QString::number(toDateTime(now).date().year());
    QJsonArray rows;
    for (qsizetype i = 0; i < applications.size(); ++i) {
        QJsonObject row = rowOf(applications[i], year);
        addSealed(row, applications[i], people[i], m_tenant);
        rows.append(row);
    }
    Query insert = m_transaction.query("application/insert_many");
    insert.bind("tenant_id", m_tenant)
        .bind("rows", rows)
        .bind("now", now)
        .bind("expires_at", applications.first().expiresAt)
        .bind("created_by", createdBy.user)
        .bind("created_by_key", createdBy.apiKey);
    if (auto done = insert.exec(); !done)
        return done.error();
    QHash<ApplicationId, QString> stored;
    while (insert.next())
        stored.insert(insert.get<ApplicationId>("id"), insert.get<QString>("external_id"));
    if (auto done = insertProtected(applications, stored, now); !done)
        return done.error();
    return stored;
}

Result<void> ApplicationRepo::update(const NewApplication &application, const PersonInHand &person, Instant now)
{
    QJsonObject row = rowOf(application, {});
    addSealed(row, application, person, m_tenant);
    return m_transaction.query("application/update").bind("tenant_id", m_tenant).bind("row", row).bind("now", now).exec();
}

Result<void> ApplicationRepo::insertProtected(const QList<NewApplication> &applications,
                                              const QHash<ApplicationId, QString> &stored, Instant now)
{
    QJsonArray rows;
    for (const NewApplication &application : applications) {
        const auto &attributes = application.create.protectedAttributes;
        if (!attributes || !stored.contains(application.id))
            continue;
        rows.append(QJsonObject{{QStringLiteral("application_id"), application.id.toString()},
                                {QStringLiteral("marital_status"), jsonOrNull(attributes->maritalStatus)},
                                {QStringLiteral("sex"), jsonOrNull(attributes->sex)}});
    }
    if (rows.isEmpty())
        return {};
    Query insert = m_transaction.query("application/insert_protected_many");
    return insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec();
}

Result<QHash<QString, ApplicationId>> ApplicationRepo::findByExternalIds(const QStringList &externalIds)
{
    Query find = m_transaction.query("application/find_by_external_ids");
    if (auto done = find.bind("tenant_id", m_tenant).bind("external_ids", externalIds).exec(); !done)
        return done.error();
    QHash<QString, ApplicationId> found;
    while (find.next())
        found.insert(find.get<QString>("external_id"), find.get<ApplicationId>("id"));
    return found;
}

Result<QList<ApplicationToScore>> ApplicationRepo::loadForScoring(const QList<ApplicationId> &ids)
{
    Query load = m_transaction.query("application/load_for_scoring");
    if (auto done = load.bind("tenant_id", m_tenant).bind("ids", textsOf(ids)).exec(); !done)
        return done.error();
    QList<ApplicationToScore> applications;
    while (load.next()) {
        auto application = toScore(load);
        if (!application)
            return application.error();
        applications.append(std::move(*application));
    }
    return applications;
}

Result<void> ApplicationRepo::applyScoring(const QList<ScoredStatus> &statuses, Instant now)
{
    QJsonArray rows;
    for (const ScoredStatus &scored : statuses)
        rows.append(QJsonObject{{QStringLiteral("id"), scored.id.toString()},
                                {QStringLiteral("status"), toText(scored.status)},
                                {QStringLiteral("score"), jsonOrNull(scored.score)},
                                {QStringLiteral("risk_category"), jsonOrNull(scored.riskCategory)}});
    Query apply = m_transaction.query("application/apply_scoring_many");
    return apply.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec();
}

Result<std::optional<LockedApplication>> ApplicationRepo::briefOf(Query row)
{
    if (auto done = row.exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<LockedApplication>();
    LockedApplication application;
    application.id = row.get<ApplicationId>("id");
    application.externalId = row.get<QString>("external_id");
    application.status = repo::enumOf<ApplicationStatus>(row, "status");
    application.version = row.get<int>("version");
    application.currency = repo::currencyOf(row);
    application.amount = repo::amountOf(row, "amount_minor", application.currency);
    application.termMonths = row.get<int>("term_months");
    application.score = row.get<std::optional<int>>("score");
    application.priorityCustomer = row.get<bool>("priority_customer");
    application.updatedAt = row.get<Instant>("updated_at");
    return std::optional(application);
}

Result<std::optional<LockedApplication>> ApplicationRepo::lock(ApplicationId id, const std::optional<ApiKeyId> &key)
{
    Query row = m_transaction.query("application/lock");
    row.bind("tenant_id", m_tenant).bind("id", id).bind("created_by_key", key);
    return briefOf(std::move(row));
}

Result<std::optional<LockedApplication>> ApplicationRepo::brief(ApplicationId id)
{
    Query row = m_transaction.query("application/brief");
    row.bind("tenant_id", m_tenant).bind("id", id);
    return briefOf(std::move(row));
}

Result<QList<ExpiringApplication>> ApplicationRepo::tellExpiry(int limit, Instant until, Instant now)
{
    Query mark = m_transaction.query("application/tell_expiry");
    if (auto done = mark.bind("tenant_id", m_tenant).bind("limit", limit).bind("until", until).bind("now", now).exec(); !done)
        return done.error();
    QList<ExpiringApplication> told;
    while (mark.next())
        told.append({mark.get<ApplicationId>("id"), mark.get<Instant>("expires_at"), mark.get<std::optional<UserId>>("analyst_id")});
    return told;
}

Result<QList<ApplicationId>> ApplicationRepo::dueToExpire(int limit, Instant toldBefore, Instant now)
{
    Query row = m_transaction.query("application/due_to_expire");
    row.bind("tenant_id", m_tenant).bind("limit", limit).bind("told_before", toldBefore).bind("now", now);
    if (auto done = row.exec(); !done)
        return done.error();
    QList<ApplicationId> due;
    while (row.next())
        due.append(row.get<ApplicationId>("id"));
    return due;
}

Result<void> ApplicationRepo::cancel(ApplicationId id, CancelReason reason, Instant now)
{
    Query update = m_transaction.query("application/cancel");
    return update.bind("tenant_id", m_tenant).bind("id", id).bind("reason", toText(reason)).bind("now", now).exec();
}

Result<int> ApplicationRepo::setStatus(ApplicationId id, ApplicationStatus status, Instant now)
{
    Query set = m_transaction.query("application/set_status");
    if (auto done = set.bind("tenant_id", m_tenant).bind("id", id).bind("status", toText(status)).bind("now", now).exec();
        !done)
        return done.error();
    set.next();
    return set.get<int>("version");
}

Result<void> ApplicationRepo::forget(PersonId person)
{
    Query forget = m_transaction.query("application/forget_person");
    return forget.bind("tenant_id", m_tenant).bind("person_id", person).exec();
}

} // namespace countersign
