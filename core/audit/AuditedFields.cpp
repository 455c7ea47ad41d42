#include "core/audit/AuditedFields.h"

#include <QHash>

#include <array>

namespace countersign {

namespace {

using enum MaskKind;

constexpr std::array kFields{
    AuditedField{"application", "source", Code},
    AuditedField{"application", "status", Code},
    AuditedField{"application", "amount", Plain},
    AuditedField{"application", "currency", Plain},
    AuditedField{"application", "term_months", Plain},
    AuditedField{"application", "purpose", Code},
    AuditedField{"application", "score", Plain},
    AuditedField{"application", "route", Code},
    AuditedField{"application", "reason", Code},
    AuditedField{"application", "queue_id", Plain},
    AuditedField{"application", "queue_status", Code},
    AuditedField{"application", "analyst_id", Plain},
    AuditedField{"application", "releases", Plain},
    AuditedField{"application", "escalated", Plain},
    AuditedField{"application", "flagged", Plain},
    AuditedField{"application", "skip_reason", Code},
    AuditedField{"application", "relation", Code},
    AuditedField{"application", "recused_id", Plain},
    AuditedField{"application", "help_topic", Code},
    AuditedField{"application", "decision_id", Plain},
    AuditedField{"application", "decision_status", Code},
    AuditedField{"application", "outcome", Code},
    AuditedField{"application", "override", Plain},
    AuditedField{"application", "condition_id", Plain},
    AuditedField{"application", "condition_status", Code},
    AuditedField{"application", "due_date", Plain},
    AuditedField{"application", "request_id", Plain},
    AuditedField{"application", "items", Plain},
    AuditedField{"application", "item_id", Plain},
    AuditedField{"application", "item_status", Code},
    AuditedField{"application", "document_id", Plain},
    AuditedField{"application", "document_kind", Code},
    AuditedField{"application", "media_type", Plain},
    AuditedField{"application", "size_bytes", Plain},
    AuditedField{"application", "scan", Code},
    AuditedField{"application", "note_id", Plain},
    AuditedField{"application", "expires_at", Plain},
    AuditedField{"application", "priority_customer", Plain},
    AuditedField{"application", "loan_request.amount", Plain},
    AuditedField{"application", "loan_request.term_months", Plain},
    AuditedField{"application", "loan_request.purpose", Code},
    AuditedField{"application", "deadline", Code},
    AuditedField{"application", "due_on", Plain},
    AuditedField{"application", "days_left", Plain},
    AuditedField{"application", "second_look_id", Plain},
    AuditedField{"application", "agreed", Plain},
    AuditedField{"application", "performance", Code},
    AuditedField{"application", "observed_at", Plain},
    AuditedField{"application", "applicant_data.personal.first_name", Name},
    AuditedField{"application", "applicant_data.personal.last_name", Name},
    AuditedField{"application", "applicant_data.personal.national_id", NationalId},
    AuditedField{"application", "applicant_data.personal.email", Email},
    AuditedField{"application", "applicant_data.personal.phone", Phone},
    AuditedField{"user", "email", Email},
    AuditedField{"user", "name", Name},
    AuditedField{"user", "role", Code},
    AuditedField{"user", "is_active", Plain},
    AuditedField{"user", "must_change_password", Plain},
    AuditedField{"user", "totp_enabled", Plain},
    AuditedField{"user", "grants", Code},
    AuditedField{"user", "denials", Code},
    AuditedField{"user", "locked_until", Plain},
    AuditedField{"user", "session_id", Plain},
    AuditedField{"user", "reason", Code},
    AuditedField{"user", "failures", Plain},
    AuditedField{"user", "step_up_action", Code},
    AuditedField{"user", "object_id", Plain},
    AuditedField{"user", "method", Plain},
    AuditedField{"user", "route", Plain},
    AuditedField{"user", "count", Plain},
    AuditedField{"user", "from", Plain},
    AuditedField{"user", "to", Plain},
    AuditedField{"tenant", "slug", Plain},
    AuditedField{"tenant", "name", Plain},
    AuditedField{"tenant", "currency", Plain},
    AuditedField{"tenant", "locale", Plain},
    AuditedField{"tenant", "time_zone", Plain},
    AuditedField{"tenant", "status", Code},
    AuditedField{"tenant", "reason", Code},
    AuditedField{"tenant", "entries", Plain},
    AuditedField{"tenant", "sequence", Plain},
    AuditedField{"tenant", "is_active", Plain},
    AuditedField{"tenant", "authority_limits.analyst", Plain},
    AuditedField{"tenant", "authority_limits.senior_analyst", Plain},
    AuditedField{"tenant", "sla_calendar.opens", Plain},
    AuditedField{"tenant", "sla_calendar.closes", Plain},
    AuditedField{"tenant", "sla_calendar.weekdays", Plain},
    AuditedField{"tenant", "sla_calendar.holidays", Plain},
    AuditedField{"tenant", "portfolio_bad_rate", Plain},
    AuditedField{"tenant", "application_expiry.days", Plain},
    AuditedField{"tenant", "application_expiry.notice_days", Plain},
    AuditedField{"tenant", "rule_pack", Plain},
    AuditedField{"tenant", "second_look_rate", Plain},
    AuditedField{"tenant", "second_look_low_side", Plain},
    AuditedField{"tenant", "decision_retention_years", Plain},
    AuditedField{"tenant", "audit_retention_years", Plain},
    AuditedField{"tenant", "persons", Plain},
    AuditedField{"tenant", "key", Plain},
    AuditedField{"tenant", "automation", Code},
    AuditedField{"policy", "version", Plain},
    AuditedField{"policy", "state", Code},
    AuditedField{"policy", "cases", Plain},
    AuditedField{"policy", "auto_approve_min", Plain},
    AuditedField{"policy", "auto_decline_max", Plain},
    AuditedField{"policy", "recommendation_cutoff", Plain},
    AuditedField{"policy", "max_loan_amount_auto", Plain},
    AuditedField{"policy", "max_term_months_auto", Plain},
    AuditedField{"policy", "require_review_purposes", Code},
    AuditedField{"policy", "indicative_rate", Plain},
    AuditedField{"policy", "sla_hours", Plain},
    AuditedField{"policy", "band_override_approval", Code},
    AuditedField{"session", "reason", Code},
    AuditedField{"person", "cause", Code},
    AuditedField{"person", "applications", Plain},
    AuditedField{"job", "kind", Plain},
    AuditedField{"job", "queue", Code},
    AuditedField{"webhook", "host", Plain},
    AuditedField{"webhook", "events", Code},
    AuditedField{"webhook", "enabled", Plain},
    AuditedField{"webhook", "secret_generation", Plain},
    AuditedField{"webhook", "reason", Code},
    AuditedField{"tenant", "notifies_applicants", Plain},
    AuditedField{"api_key", "name", Plain},
    AuditedField{"api_key", "prefix", Plain},
    AuditedField{"api_key", "scopes", Code},
    AuditedField{"api_key", "method", Plain},
    AuditedField{"api_key", "route", Plain},
    AuditedField{"api_key", "count", Plain},
    AuditedField{"api_key", "from", Plain},
    AuditedField{"api_key", "to", Plain},
};

QByteArray keyOf(QLatin1String entity, const QString &field)
{
    return QByteArray(entity.data(), entity.size()) + '/' + field.toUtf8();
}

QJsonValue maskedAt(QLatin1String entity, const QString &path, const QJsonValue &value)
{
    if (!value.isObject())
        return masked(maskOf(entity, path), value);
    const QJsonObject fields = value.toObject();
    QJsonObject result;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        result.insert(field.key(), maskedAt(entity, path.isEmpty() ? field.key() : path + QLatin1Char('.') + field.key(), field.value()));
    return result;
}

} // namespace

std::span<const AuditedField> auditedFields()
{
    return kFields;
}

MaskKind maskOf(QLatin1String entity, const QString &field)
{
    static const QHash<QByteArray, MaskKind> kinds = [] {
        QHash<QByteArray, MaskKind> table;
        for (const AuditedField &row : kFields)
            table.insert(keyOf(QLatin1String(row.entity), QLatin1String(row.field)), row.mask);
        return table;
    }();
    return kinds.value(keyOf(entity, field), Hidden);
}

QJsonObject maskedFields(QLatin1String entity, const QJsonObject &values)
{
    return maskedAt(entity, QString(), values).toObject();
}

QJsonObject maskedDiff(QLatin1String entity, const QJsonObject &diff)
{
    QJsonObject result;
    for (auto change = diff.begin(); change != diff.end(); ++change) {
        QJsonObject sides;
        const QJsonObject values = change.value().toObject();
        for (auto side = values.begin(); side != values.end(); ++side)
            sides.insert(side.key(), maskedAt(entity, change.key(), side.value()));
        result.insert(change.key(), sides);
    }
    return result;
}

} // namespace countersign
