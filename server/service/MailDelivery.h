// Jobs that mail what waits to be mailed, and record how it went.
#pragma once

#include "server/notify/MailSender.h"
#include "server/repo/JobRunRepo.h"
#include "server/repo/NoticeRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// A mail that the server refuses for good is recorded as failed and not tried again; everything else fails the job, which
/// comes back later. Nothing is held in the database while a mail is under way. When the process ends in between, the mail
/// goes out once more with the same Message-ID.
class MailDelivery {
public:
    MailDelivery(const ServiceContext &context, const MailSender &sender) : m_context(context), m_sender(sender) {}

    Result<void> mailNotice(const JobRun &job) const; ///< to staff: ids, no personal data
    Result<void> mailApplicant(const JobRun &job) const;

private:
    using Record = std::function<Result<void>(NoticeRepo &, const std::optional<QString> &failure, Instant)>;

    Result<void> send(const JobRun &job, const Result<Mail> &mail, const Record &record) const;
    Result<Mail> noticeMail(NoticeId id, const WaitingNotice &notice) const;
    Result<Mail> applicantMail(UnitOfWork &unit, ApplicantMailId id, const WaitingApplicantMail &waiting) const;

    const ServiceContext &m_context;
    const MailSender &m_sender;
};

} // namespace countersign
