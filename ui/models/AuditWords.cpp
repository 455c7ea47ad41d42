#include "ui/models/AuditWords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>

namespace countersign::words {

namespace {

constexpr char kContext[] = "AuditWords";

constexpr std::array kEntities{
    AuditCode{"application", QT_TRANSLATE_NOOP("AuditWords", "Application")},
    AuditCode{"user", QT_TRANSLATE_NOOP("AuditWords", "User")},
    AuditCode{"session", QT_TRANSLATE_NOOP("AuditWords", "Session")},
    AuditCode{"tenant", QT_TRANSLATE_NOOP("AuditWords", "Bank")},
    AuditCode{"policy", QT_TRANSLATE_NOOP("AuditWords", "Policy")},
    AuditCode{"api_key", QT_TRANSLATE_NOOP("AuditWords", "API key")},
    AuditCode{"person", QT_TRANSLATE_NOOP("AuditWords", "Applicant")},
    AuditCode{"webhook", QT_TRANSLATE_NOOP("AuditWords", "Webhook")},
};
constexpr std::array kActions{
    AuditCode{"received", QT_TRANSLATE_NOOP("AuditWords", "received")},
    AuditCode{"viewed", QT_TRANSLATE_NOOP("AuditWords", "looked at")},
    AuditCode{"scored", QT_TRANSLATE_NOOP("AuditWords", "scored")},
    AuditCode{"scoring_failed", QT_TRANSLATE_NOOP("AuditWords", "could not be scored")},
    AuditCode{"assigned", QT_TRANSLATE_NOOP("AuditWords", "assigned")},
    AuditCode{"started", QT_TRANSLATE_NOOP("AuditWords", "review started")},
    AuditCode{"released", QT_TRANSLATE_NOOP("AuditWords", "released")},
    AuditCode{"skipped", QT_TRANSLATE_NOOP("AuditWords", "passed over")},
    AuditCode{"recused", QT_TRANSLATE_NOOP("AuditWords", "stood back from")},
    AuditCode{"escalated", QT_TRANSLATE_NOOP("AuditWords", "brought to the senior analysts")},
    AuditCode{"flagged", QT_TRANSLATE_NOOP("AuditWords", "priority mark changed")},
    AuditCode{"help_requested", QT_TRANSLATE_NOOP("AuditWords", "help asked for")},
    AuditCode{"undone", QT_TRANSLATE_NOOP("AuditWords", "last move taken back")},
    AuditCode{"auto_assigned", QT_TRANSLATE_NOOP("AuditWords", "assigned by the system")},
    AuditCode{"sla_warning", QT_TRANSLATE_NOOP("AuditWords", "deadline approaching")},
    AuditCode{"sla_breached", QT_TRANSLATE_NOOP("AuditWords", "deadline missed")},
    AuditCode{"documents_requested", QT_TRANSLATE_NOOP("AuditWords", "documents requested")},
    AuditCode{"document_uploaded", QT_TRANSLATE_NOOP("AuditWords", "document received")},
    AuditCode{"document_item_changed", QT_TRANSLATE_NOOP("AuditWords", "checklist changed")},
    AuditCode{"document_scanned", QT_TRANSLATE_NOOP("AuditWords", "document scanned")},
    AuditCode{"document_viewed", QT_TRANSLATE_NOOP("AuditWords", "document opened")},
    AuditCode{"documents_received", QT_TRANSLATE_NOOP("AuditWords", "all documents received")},
    AuditCode{"documents_overdue", QT_TRANSLATE_NOOP("AuditWords", "documents overdue")},
    AuditCode{"note_added", QT_TRANSLATE_NOOP("AuditWords", "note added")},
    AuditCode{"corrected", QT_TRANSLATE_NOOP("AuditWords", "corrected")},
    AuditCode{"expiry_told", QT_TRANSLATE_NOOP("AuditWords", "expiry announced")},
    AuditCode{"expired", QT_TRANSLATE_NOOP("AuditWords", "expired")},
    AuditCode{"deadline_approaching", QT_TRANSLATE_NOOP("AuditWords", "legal deadline approaching")},
    AuditCode{"deadline_missed", QT_TRANSLATE_NOOP("AuditWords", "legal deadline missed")},
    AuditCode{"override_overdue", QT_TRANSLATE_NOOP("AuditWords", "second signature overdue")},
    AuditCode{"outcome_recorded", QT_TRANSLATE_NOOP("AuditWords", "course of the loan recorded")},
    AuditCode{"second_look_taken", QT_TRANSLATE_NOOP("AuditWords", "second look begun")},
    AuditCode{"second_look_released", QT_TRANSLATE_NOOP("AuditWords", "second look left to somebody else")},
    AuditCode{"second_look_decided", QT_TRANSLATE_NOOP("AuditWords", "decided a second time")},
    AuditCode{"second_look_settled", QT_TRANSLATE_NOOP("AuditWords", "second look settled")},
    AuditCode{"decided", QT_TRANSLATE_NOOP("AuditWords", "decided")},
    AuditCode{"created", QT_TRANSLATE_NOOP("AuditWords", "made")},
    AuditCode{"changed", QT_TRANSLATE_NOOP("AuditWords", "changed")},
    AuditCode{"renamed", QT_TRANSLATE_NOOP("AuditWords", "renamed")},
    AuditCode{"rights_changed", QT_TRANSLATE_NOOP("AuditWords", "rights changed")},
    AuditCode{"activated", QT_TRANSLATE_NOOP("AuditWords", "switched on")},
    AuditCode{"deactivated", QT_TRANSLATE_NOOP("AuditWords", "switched off")},
    AuditCode{"simulated", QT_TRANSLATE_NOOP("AuditWords", "simulated")},
    AuditCode{"approved", QT_TRANSLATE_NOOP("AuditWords", "approved")},
    AuditCode{"unlocked", QT_TRANSLATE_NOOP("AuditWords", "unlocked")},
    AuditCode{"password_reset", QT_TRANSLATE_NOOP("AuditWords", "given a one-time password")},
    AuditCode{"password_changed", QT_TRANSLATE_NOOP("AuditWords", "password changed")},
    AuditCode{"password_change_refused", QT_TRANSLATE_NOOP("AuditWords", "password change refused")},
    AuditCode{"signed_in", QT_TRANSLATE_NOOP("AuditWords", "signed in")},
    AuditCode{"sign_in_failed", QT_TRANSLATE_NOOP("AuditWords", "sign-in failed")},
    AuditCode{"ended", QT_TRANSLATE_NOOP("AuditWords", "ended")},
    AuditCode{"refresh_refused", QT_TRANSLATE_NOOP("AuditWords", "renewal refused")},
    AuditCode{"stepped_up", QT_TRANSLATE_NOOP("AuditWords", "identity proved again")},
    AuditCode{"step_up_refused", QT_TRANSLATE_NOOP("AuditWords", "proof of identity refused")},
    AuditCode{"totp_begun", QT_TRANSLATE_NOOP("AuditWords", "one-time codes begun")},
    AuditCode{"totp_enabled", QT_TRANSLATE_NOOP("AuditWords", "one-time codes switched on")},
    AuditCode{"totp_removed", QT_TRANSLATE_NOOP("AuditWords", "one-time codes removed")},
    AuditCode{"totp_refused", QT_TRANSLATE_NOOP("AuditWords", "one-time code refused")},
    AuditCode{"refused", QT_TRANSLATE_NOOP("AuditWords", "request refused")},
    AuditCode{"revoked", QT_TRANSLATE_NOOP("AuditWords", "revoked")},
    AuditCode{"audit_exported", QT_TRANSLATE_NOOP("AuditWords", "record exported")},
    AuditCode{"erased", QT_TRANSLATE_NOOP("AuditWords", "erased")},
    AuditCode{"removed", QT_TRANSLATE_NOOP("AuditWords", "removed")},
    AuditCode{"secret_rotated", QT_TRANSLATE_NOOP("AuditWords", "given a new secret")},
    AuditCode{"disabled", QT_TRANSLATE_NOOP("AuditWords", "given up")},
};
constexpr std::array kActors{
    AuditCode{"user", QT_TRANSLATE_NOOP("AuditWords", "somebody")},
    AuditCode{"api_key", QT_TRANSLATE_NOOP("AuditWords", "an integration")},
    AuditCode{"system", QT_TRANSLATE_NOOP("AuditWords", "the system")},
};
// %1: the entry's number.
constexpr std::array kFaults{
    AuditCode{"altered", QT_TRANSLATE_NOOP("AuditWords", "Entry %1 is not what was written: it was altered.")},
    AuditCode{"missing", QT_TRANSLATE_NOOP("AuditWords", "Entry %1 is missing.")},
    AuditCode{"inserted",
              QT_TRANSLATE_NOOP("AuditWords", "Entry %1 was put into the record by somebody else than the system.")},
    AuditCode{"swapped", QT_TRANSLATE_NOOP("AuditWords", "Entry %1 stands in the place of another one.")},
    AuditCode{"cut_tail",
              QT_TRANSLATE_NOOP("AuditWords", "The record ends before entry %1, which a signed checkpoint proves.")},
    AuditCode{"forged", QT_TRANSLATE_NOOP("AuditWords", "Entry %1 was exchanged together with its seal.")},
    AuditCode{"checkpoint", QT_TRANSLATE_NOOP("AuditWords", "The signed checkpoint at entry %1 cannot be trusted.")},
};

QString wordOf(std::span<const AuditCode> table, const QString &code)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&code](const AuditCode &row) { return code == QLatin1String(row.code); });
    return found == table.end() ? code : QCoreApplication::translate(kContext, found->text);
}

/// The random end of an id: its beginning is a time, which many share.
QString shortId(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces).right(8);
}

QString spelled(QString part)
{
    part.replace(QLatin1Char('_'), QLatin1Char(' '));
    return part.isEmpty() ? part : part.at(0).toUpper() + part.mid(1);
}

} // namespace

std::span<const AuditCode> auditEntities()
{
    return kEntities;
}

std::span<const AuditCode> auditActions()
{
    return kActions;
}

QString auditEntity(const QString &code)
{
    return wordOf(kEntities, code);
}

QString auditAction(const QString &code)
{
    return wordOf(kActions, code);
}

QString auditField(const QString &path)
{
    QStringList parts;
    for (const QString &part : path.split(QLatin1Char('.')))
        parts.append(spelled(part));
    return parts.join(QStringLiteral(": "));
}

QString auditActor(const api::AuditActor &actor)
{
    return actor.name.value_or(wordOf(kActors, actor.type));
}

QString auditThing(const api::AuditItem &entry)
{
    const bool isActor = entry.actor.id == entry.entityId && entry.actor.name;
    return QStringLiteral("%1 · %2").arg(auditEntity(entry.entityType),
                                         isActor ? *entry.actor.name : shortId(entry.entityId));
}

QString auditValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QCoreApplication::translate(kContext, "yes")
                              : QCoreApplication::translate(kContext, "no");
    case QJsonValue::Double:
        return QLocale().toString(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString().isEmpty() ? QStringLiteral("—") : value.toString();
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items.append(auditValue(item));
        return items.isEmpty() ? QStringLiteral("—") : items.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("—");
}

bool isMasked(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.begin(), items.end(), [](const QJsonValue &item) { return isMasked(item); });
    }
    return value.toString().contains(QLatin1String("***"));
}

QString auditFault(const api::AuditFault &fault)
{
    QString place = QCoreApplication::translate(kContext, "of an unknown number");
    if (fault.sequence)
        place = QCoreApplication::translate(kContext, "no. %1").arg(QLocale().toString(*fault.sequence));
    else if (fault.entryId)
        place = fault.entryId->toString(QUuid::WithoutBraces);
    const QString sentence = wordOf(kFaults, fault.kind);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(place)
                                                  : QStringLiteral("%1 (%2)").arg(sentence, place);
}

} // namespace countersign::words
