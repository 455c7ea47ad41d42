// What leaves the house because of a unit of work: notices to staff, mails to applicants, messages to receivers of webhooks.
#pragma once

#include "core/audit/AuditEntry.h"
#include "core/base/Instant.h"
#include "core/jobs/JobKinds.h"
#include "core/notify/Notice.h"
#include "server/db/Transaction.h"

namespace countersign {

/// A job that sends something which is written already.
struct OutgoingJob {
    const JobKind *kind;
    QJsonObject payload;
};

/// Written in the transaction of the change, so that nothing is sent of what did not happen and nothing that happened is
/// forgotten; sent by jobs afterwards.
class Outbox {
public:
    struct Terms {
        TenantId tenant;
        bool sendsMail = false;
        Instant now;
    };

    Outbox(Transaction &transaction, const Terms &terms) : m_transaction(transaction), m_terms(terms) {}

    Result<QList<OutgoingJob>> write(const QList<Notice> &notices, const QList<MaskedEntry> &record);

private:
    Result<void> writeNotices(const QList<Notice> &notices);
    Result<void> writeApplicantMails(const QList<MaskedEntry> &record);
    Result<void> writeWebhooks(const QList<MaskedEntry> &record);

    Transaction &m_transaction;
    const Terms m_terms;
    QList<OutgoingJob> m_jobs;
};

} // namespace countersign
