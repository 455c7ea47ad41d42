// Notices, what people want to hear of, and mails to applicants, in the database.
#pragma once

#include "core/api/NoticeDtos.h"
#include "core/base/Instant.h"
#include "server/db/Transaction.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

/// A mail that waits to be sent, as far as the database knows.
struct WaitingNotice {
    NoticeKind kind = NoticeKind::CaseAssigned;
    QString email;
    bool isActive = true; ///< the recipient still works here
    QString language;     ///< or a locale
    QString bank;
    QString externalId;
    Instant createdAt;
};

struct ApplicantMailDraft {
    ApplicantMailId id;
    ApplicationId application;
    ApplicantMail kind;
};

struct WaitingApplicantMail {
    ApplicationId application;
    ApplicantMail kind = ApplicantMail::DecisionMade;
    QString language;
    QString bank;
    Instant createdAt;
};

class NoticeRepo {
public:
    NoticeRepo(Transaction &transaction, TenantId tenant) : m_transaction(transaction), m_tenant(tenant) {}

    /// Answers which of them wait to be mailed; none when the installation sends no mail.
    Result<QList<NoticeId>> insertMany(const QList<Notice> &notices, bool sendsMail, Instant now);
    /// Answers which of them wait to be sent: none when the bank does not tell applicants.
    Result<QList<ApplicantMailId>> insertMany(const QList<ApplicantMailDraft> &mails, Instant now);

    Result<QList<api::NoticeInfo>> list(UserId user, const api::NoticeQuery &query,
                                        const std::optional<PageStart> &start);
    Result<qint64> count(UserId user, std::optional<bool> unread, int cap);
    Result<bool> markRead(UserId user, NoticeId id, Instant now); ///< whether there is one
    Result<int> markAllRead(UserId user, Instant until, Instant now);

    Result<api::NoticePreferences> preferences(UserId user);
    Result<void> setPreferences(UserId user, const api::NoticePreferencesUpdate &preferences, Instant now);

    /// Nothing when it is gone or was delivered.
    Result<std::optional<WaitingNotice>> waiting(NoticeId id);
    Result<std::optional<WaitingApplicantMail>> waiting(ApplicantMailId id);
    /// Without a reason: it was delivered.
    Result<void> recordMail(NoticeId id, const std::optional<QString> &failure);
    Result<void> recordMail(ApplicantMailId id, const std::optional<QString> &failure, Instant now);

    Result<int> purge(Instant now); ///< how many rows of both

private:
    Transaction &m_transaction;
    const TenantId m_tenant;
};

} // namespace countersign
