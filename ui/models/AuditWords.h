// The words for what the record of changes writes in codes, in the language in use.
#pragma once

#include "core/api/AuditDtos.h"

#include <span>

namespace countersign::words {

struct AuditCode {
    const char *code;
    const char *text; ///< English, context "AuditWords"
};
std::span<const AuditCode> auditEntities(); ///< what can be filtered by
std::span<const AuditCode> auditActions();

/// Each answers the code itself when it has no word.
QString auditEntity(const QString &code);
QString auditAction(const QString &code);
QString auditField(const QString &path); ///< `applicant_data.personal.email` -> `Applicant data: Personal: Email`

QString auditActor(const api::AuditActor &actor);
QString auditThing(const api::AuditItem &entry); ///< `User · Vera Admin`, `Application · 4f2a91bc`

/// `—` for what is not there; texts and numbers as they are; lists in one line.
QString auditValue(const QJsonValue &value);
/// Whether something of it was hidden before it was written.
bool isMasked(const QJsonValue &value);

/// What is wrong with the chain, and where.
QString auditFault(const api::AuditFault &fault);

} // namespace countersign::words
