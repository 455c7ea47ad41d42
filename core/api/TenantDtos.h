// Tenants and their settings, on the wire.
#pragma once

#include "core/api/UserDtos.h"
#include "core/application/Expiry.h"
#include "core/deadline/RulePack.h"
#include "core/queue/AuthorityLimits.h"
#include "core/queue/SlaCalendar.h"

namespace countersign::api {

struct TenantInfo {
    TenantId id;
    QString slug;
    QString name;
    Currency currency; ///< the tenant lends in it
    QString locale;    ///< BCP 47
    QString timeZone;  ///< IANA
    SlaCalendar slaCalendar;
    std::optional<double> portfolioBadRate; ///< share of loans that go bad, 0 to 1
    int decisionRetentionYears = 7;         ///< how long it stays known who an applicant was, from the end of his last application
    int auditRetentionYears = 10;           ///< how long the audit log is kept at least
    bool isActive = true;
    Instant createdAt;
    int version = 1;
    AuthorityLimits authorityLimits;
    ApplicationExpiry applicationExpiry;
    RulePackId rulePack = RulePackId::None;
    double secondLookRate = 0.02;   ///< share of the decisions of people that somebody else makes again, 0 to 1
    bool secondLookLowSide = false; ///< all approvals against a suggested decline too
    bool notifiesApplicants = false; ///< by mail, of decisions and of documents that are missing
};

struct FirstAdministrator {
    QString email;
    QString name;
};

struct TenantCreate {
    QString slug;
    QString name;
    Currency currency;
    QString locale = QStringLiteral("en");
    QString timeZone = QStringLiteral("UTC");
    FirstAdministrator administrator;
};

struct TenantCreated {
    TenantId id;
    QString slug;
    IssuedPassword administrator;
    int version = 1;
};

/// Absent members stay as they are.
struct TenantPatch {
    std::optional<QString> name;   ///< needs tenant:manage
    std::optional<bool> isActive;  ///< needs tenant:manage
    std::optional<Currency> currency;
    std::optional<QString> locale;
    std::optional<QString> timeZone;
    std::optional<SlaCalendar> slaCalendar;
    std::optional<double> portfolioBadRate;
    std::optional<AuthorityLimits> authorityLimits; ///< replaced as a whole
    std::optional<ApplicationExpiry> applicationExpiry; ///< replaced as a whole
    std::optional<int> decisionRetentionYears;
    std::optional<int> auditRetentionYears;
    std::optional<RulePackId> rulePack; ///< of deadlines that begin from now on
    std::optional<double> secondLookRate;
    std::optional<bool> secondLookLowSide;
    std::optional<bool> notifiesApplicants;
};

/// Tenants come in the order of their slugs.
struct TenantQuery {
    std::optional<bool> isActive;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

} // namespace countersign::api

namespace countersign {

inline constexpr Rule kTenantNameRule = rule::text(1, 200);
inline constexpr Rule kLocaleRule = rule::pattern("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", 11);
inline constexpr Rule kTimeZoneRule = rule::pattern("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$", 64);
inline constexpr Rule kBadRateRule{.minimum = 0, .maximum = 1};
inline constexpr Rule kRetentionRule = rule::range(1, 100);

template <>
inline constexpr auto fieldsOf<SlaCalendar> = record("SlaCalendar",
    field("opens", &SlaCalendar::opens, rule::defaulted(rule::pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$", 5)),
          "HH:MM in the tenant's time zone"),
    field("closes", &SlaCalendar::closes, rule::defaulted(rule::pattern("^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", 5)),
          "HH:MM; 24:00 is the end of the day"),
    field("weekdays", &SlaCalendar::weekdays, rule::defaulted(rule::items(1, 7)), "absent: all of them"),
    field("holidays", &SlaCalendar::holidays, rule::defaulted(rule::items(0, 400))));

template <>
inline constexpr auto fieldsOf<AuthorityLimits> = record("AuthorityLimits",
    field("analyst", &AuthorityLimits::analyst, rule::positive(), "absent: without a limit"),
    field("senior_analyst", &AuthorityLimits::seniorAnalyst, rule::positive(), "absent: without a limit"));

template <>
inline constexpr auto fieldsOf<ApplicationExpiry> = record("ApplicationExpiry",
    field("days", &ApplicationExpiry::days, rule::range(1, 365), "from when it was received; for applications from then on"),
    field("notice_days", &ApplicationExpiry::noticeDays, rule::range(1, 30), "so long before it is told that it will end"));

template <>
inline constexpr auto fieldsOf<api::TenantInfo> = record("TenantInfo",
    field("id", &api::TenantInfo::id),
    field("slug", &api::TenantInfo::slug),
    field("name", &api::TenantInfo::name),
    field("currency", &api::TenantInfo::currency, "the tenant lends in it"),
    field("locale", &api::TenantInfo::locale, "BCP 47"),
    field("time_zone", &api::TenantInfo::timeZone, "IANA"),
    field("sla_calendar", &api::TenantInfo::slaCalendar, "the hours that count for the service clock"),
    field("portfolio_bad_rate", &api::TenantInfo::portfolioBadRate, "share of loans that go bad, 0 to 1"),
    field("decision_retention_years", &api::TenantInfo::decisionRetentionYears,
          "how long it stays known who an applicant was, from the end of the last application"),
    field("audit_retention_years", &api::TenantInfo::auditRetentionYears, "how long the audit log is kept at least"),
    field("is_active", &api::TenantInfo::isActive),
    field("created_at", &api::TenantInfo::createdAt),
    field("version", &api::TenantInfo::version),
    field("authority_limits", &api::TenantInfo::authorityLimits, "up to which amount each role may decide"),
    field("application_expiry", &api::TenantInfo::applicationExpiry, "when applications end that nobody decides"),
    field("rule_pack", &api::TenantInfo::rulePack, "which law sets deadlines"),
    field("second_look_rate", &api::TenantInfo::secondLookRate, "share of the decisions of people that somebody else makes again, 0 to 1"),
    field("second_look_low_side", &api::TenantInfo::secondLookLowSide, "all approvals against a suggested decline too"),
    field("notifies_applicants", &api::TenantInfo::notifiesApplicants, rule::defaulted(),
          "by mail, of decisions and of documents that are missing"));

template <>
inline constexpr auto fieldsOf<api::FirstAdministrator> = record("FirstAdministrator",
    field("email", &api::FirstAdministrator::email, kEmailRule),
    field("name", &api::FirstAdministrator::name, kPersonNameRule));

template <>
inline constexpr auto fieldsOf<api::TenantCreate> = record("TenantCreate",
    field("slug", &api::TenantCreate::slug, rule::pattern("^[a-z0-9][a-z0-9-]{0,62}$", 63), "names the tenant at sign-in; stays"),
    field("name", &api::TenantCreate::name, kTenantNameRule),
    field("currency", &api::TenantCreate::currency, "the tenant lends in it"),
    field("locale", &api::TenantCreate::locale, rule::defaulted(kLocaleRule), "BCP 47"),
    field("time_zone", &api::TenantCreate::timeZone, rule::defaulted(kTimeZoneRule), "IANA"),
    field("administrator", &api::TenantCreate::administrator, "the tenant's first user"));

template <>
inline constexpr auto fieldsOf<api::TenantCreated> = record("TenantCreated",
    field("id", &api::TenantCreated::id),
    field("slug", &api::TenantCreated::slug),
    field("administrator", &api::TenantCreated::administrator),
    field("version", &api::TenantCreated::version));

template <>
inline constexpr auto fieldsOf<api::TenantPatch> = record("TenantPatch",
    field("name", &api::TenantPatch::name, kTenantNameRule, "needs tenant:manage"),
    field("is_active", &api::TenantPatch::isActive, "needs tenant:manage; false ends every session of the tenant"),
    field("currency", &api::TenantPatch::currency, "stays from the first application on"),
    field("locale", &api::TenantPatch::locale, kLocaleRule, "BCP 47"),
    field("time_zone", &api::TenantPatch::timeZone, kTimeZoneRule, "IANA"),
    field("sla_calendar", &api::TenantPatch::slaCalendar),
    field("portfolio_bad_rate", &api::TenantPatch::portfolioBadRate, kBadRateRule, "0 to 1"),
    field("authority_limits", &api::TenantPatch::authorityLimits, "replaced as a whole"),
    field("application_expiry", &api::TenantPatch::applicationExpiry, "replaced as a whole"),
    field("decision_retention_years", &api::TenantPatch::decisionRetentionYears, kRetentionRule),
    field("audit_retention_years", &api::TenantPatch::auditRetentionYears, kRetentionRule,
          "not shorter than decision_retention_years"),
    field("rule_pack", &api::TenantPatch::rulePack, "which law sets the deadlines that begin from now on"),
    field("second_look_rate", &api::TenantPatch::secondLookRate, rule::range(0, 1), "of the decisions of people"),
    field("second_look_low_side", &api::TenantPatch::secondLookLowSide, "all approvals against a suggested decline too"),
    field("notifies_applicants", &api::TenantPatch::notifiesApplicants, "by mail"));

template <>
inline constexpr auto fieldsOf<api::TenantQuery> = record("TenantQuery",
    field("is_active", &api::TenantQuery::isActive),
    field("page", &api::TenantQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::TenantQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::TenantQuery::cursor, rule::text(1, 500)));

} // namespace countersign
