#include "server/repo/TenantRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

// Members of the column `settings`.
const QString kSlaCalendar = QStringLiteral("sla_calendar");
const QString kPortfolioBadRate = QStringLiteral("portfolio_bad_rate");
const QString kAuthorityLimits = QStringLiteral("authority_limits");
const QString kApplicationExpiry = QStringLiteral("application_expiry");
const QString kRulePack = QStringLiteral("rule_pack");
const QString kSecondLookRate = QStringLiteral("second_look_rate");
const QString kSecondLookLowSide = QStringLiteral("second_look_low_side");
const QString kNotifiesApplicants = QStringLiteral("notifies_applicants"); // also in applicant_mail/insert_many

/// A member that is not there leaves `out` as it is.
template <class T>
Result<void> readMember(const QJsonObject &settings, const QString &name, T &out)
{
    if (!settings.contains(name))
        return {};
    const auto value = readValue<T>(settings.value(name));
    if (!value)
        return Error{ErrorCode::Internal, QStringLiteral("bad_tenant_row"), QStringLiteral("settings.%1").arg(name), {}};
    out = *value;
    return {};
}

Result<api::TenantInfo> tenantOf(const Query &row)
{
    api::TenantInfo tenant;
    tenant.id = row.get<TenantId>("id");
    tenant.slug = row.get<QString>("slug");
    tenant.name = row.get<QString>("name");
    tenant.currency = repo::currencyOf(row);
    tenant.locale = row.get<QString>("locale");
    tenant.timeZone = row.get<QString>("time_zone");
    tenant.decisionRetentionYears = row.get<int>("decision_retention_years");
    tenant.auditRetentionYears = row.get<int>("audit_retention_years");
    tenant.isActive = row.get<bool>("is_active");
    tenant.createdAt = row.get<Instant>("created_at");
    tenant.version = row.get<int>("version");
    const QJsonObject settings = row.get<QJsonObject>("settings");
    if (auto read = readMember(settings, kSlaCalendar, tenant.slaCalendar); !read)
        return read.error();
    if (auto read = readMember(settings, kAuthorityLimits, tenant.authorityLimits); !read)
        return read.error();
    if (auto read = readMember(settings, kApplicationExpiry, tenant.applicationExpiry); !read)
        return read.error();
    if (auto read = readMember(settings, kRulePack, tenant.rulePack); !read)
        return read.error();
    tenant.secondLookRate = settings.value(kSecondLookRate).toDouble(tenant.secondLookRate);
    tenant.secondLookLowSide = settings.value(kSecondLookLowSide).toBool();
    if (settings.value(kPortfolioBadRate).isDouble())
        tenant.portfolioBadRate = settings.value(kPortfolioBadRate).toDouble();
    tenant.notifiesApplicants = settings.value(kNotifiesApplicants).toBool();
    return tenant;
}

Result<std::optional<api::TenantInfo>> oneOf(Query row)
{
    if (auto done = row.exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<api::TenantInfo>();
    const auto tenant = tenantOf(row);
    return tenant ? Result<std::optional<api::TenantInfo>>(*tenant) : tenant.error();
}

} // namespace

Result<QList<api::TenantInfo>> TenantRepo::list(const api::TenantQuery &query, std::optional<TenantId> after)
{
    Query page = m_transaction.query("tenant/list");
    page.bind("is_active", query.isActive)
        .bind("after_id", after)
        .bind("limit", query.pageSize)
        .bind("offset", after ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::TenantInfo> tenants;
    while (page.next()) {
        const auto tenant = tenantOf(page);
        if (!tenant)
            return tenant.error();
        tenants.append(*tenant);
    }
    return tenants;
}

Result<qint64> TenantRepo::count(const api::TenantQuery &query)
{
    Query counted = m_transaction.query("tenant/count");
    if (auto done = counted.bind("is_active", query.isActive).exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<std::optional<api::TenantInfo>> TenantRepo::get(TenantId id)
{
    Query row = m_transaction.query("tenant/get");
    row.bind("tenant_id", id);
    return oneOf(std::move(row));
}

Result<api::TenantInfo> TenantRepo::own(TenantId id)
{
    const auto tenant = get(id);
    if (!tenant)
        return tenant.error();
    return *tenant ? Result<api::TenantInfo>(**tenant)
                   : Error{ErrorCode::Internal, QStringLiteral("no_tenant"), QStringLiteral("the tenant has no row"), {}};
}

Result<WorkingTime> TenantRepo::workingTime(TenantId id)
{
    const auto tenant = own(id);
    return tenant ? Result<WorkingTime>(WorkingTime(tenant->slaCalendar, tenant->timeZone.toLatin1())) : tenant.error();
}

Result<std::optional<api::TenantInfo>> TenantRepo::lock(TenantId id)
{
    Query row = m_transaction.query("tenant/lock");
    row.bind("tenant_id", id);
    return oneOf(std::move(row));
}

Result<void> TenantRepo::insert(TenantId id, const api::TenantCreate &tenant, Instant now)
{
    Query insert = m_transaction.query("tenant/insert");
    insert.bind("tenant_id", id)
        .bind("slug", tenant.slug)
        .bind("name", tenant.name)
        .bind("currency", tenant.currency.code())
        .bind("locale", tenant.locale)
        .bind("time_zone", tenant.timeZone)
        .bind("now", now);
    if (auto done = insert.exec(); !done)
        return done;
    if (insert.affectedRows() == 1)
        return {};
    return Error{ErrorCode::Conflict, QStringLiteral("duplicate_slug"), QStringLiteral("A tenant with this slug exists."), {}};
}

Result<void> TenantRepo::update(const api::TenantInfo &tenant, Instant now)
{
    QJsonObject settings{{kSlaCalendar, Codec<SlaCalendar>::write(tenant.slaCalendar)},
                         {kAuthorityLimits, Codec<AuthorityLimits>::write(tenant.authorityLimits)},
                         {kApplicationExpiry, Codec<ApplicationExpiry>::write(tenant.applicationExpiry)},
                         {kRulePack, toText(tenant.rulePack)},
                         {kSecondLookRate, tenant.secondLookRate},
                         {kSecondLookLowSide, tenant.secondLookLowSide},
                         {kNotifiesApplicants, tenant.notifiesApplicants}};
    if (tenant.portfolioBadRate)
        settings.insert(kPortfolioBadRate, *tenant.portfolioBadRate);
    Query update = m_transaction.query("tenant/update");
    return update.bind("tenant_id", tenant.id)
        .bind("name", tenant.name)
        .bind("currency", tenant.currency.code())
        .bind("locale", tenant.locale)
        .bind("time_zone", tenant.timeZone)
        .bind("settings", settings)
        .bind("decision_retention_years", tenant.decisionRetentionYears)
        .bind("audit_retention_years", tenant.auditRetentionYears)
        .bind("is_active", tenant.isActive)
        .bind("now", now)
        .exec();
}

Result<bool> TenantRepo::usesCurrency(TenantId id)
{
    Query row = m_transaction.query("tenant/uses_currency");
    if (auto done = row.bind("tenant_id", id).exec(); !done)
        return done.error();
    row.next();
    return row.get<bool>("uses");
}

} // namespace countersign
