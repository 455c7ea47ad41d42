#include "server/service/MailDelivery.h"

#include "core/notify/MailTexts.h"

namespace countersign {

namespace {

/// Nothing that a later attempt could change.
Error unsendable(const char *reason)
{
    return {ErrorCode::Invalid, QLatin1String(reason), QStringLiteral("the mail cannot be sent"), {}};
}

template <class AnyId>
AnyId idIn(const JobRun &job, const char *name)
{
    return AnyId(QUuid::fromString(job.payload.value(QLatin1String(name)).toString()));
}

Mail mailOf(const QUuid &id, const QString &to, const MailText &text, Instant date)
{
    return {to, text.subject, text.text, id.toString(QUuid::WithoutBraces), date};
}

} // namespace

Result<void> MailDelivery::mailNotice(const JobRun &job) const
{
    const auto id = idIn<NoticeId>(job, "notification_id");
    const Actor actor = Actor::system(job.tenant.value_or(TenantId()));
    using Waiting = std::optional<WaitingNotice>;
    const auto waiting = UnitOfWork::run<Waiting>(
        m_context, actor, [&](UnitOfWork &unit) { return NoticeRepo(unit.transaction(), unit.tenant()).waiting(id); });
    if (!waiting || !*waiting)
        return waiting ? Result<void>() : Result<void>(waiting.error());
    return send(job, noticeMail(id, **waiting),
                [id](NoticeRepo &notices, const std::optional<QString> &failure, Instant) {
                    return notices.recordMail(id, failure);
                });
}

Result<Mail> MailDelivery::noticeMail(NoticeId id, const WaitingNotice &notice) const
{
    if (!notice.isActive)
        return unsendable("user_inactive");
    const MailText text = mailTextOf(notice.kind, mailLanguageOf(notice.language), {notice.externalId, notice.bank});
    return mailOf(id.uuid(), notice.email, text, notice.createdAt);
}

Result<void> MailDelivery::mailApplicant(const JobRun &job) const
{
    const auto id = idIn<ApplicantMailId>(job, "applicant_mail_id");
    const Actor actor = Actor::system(job.tenant.value_or(TenantId()));
    using Made = std::optional<Result<Mail>>;
    const auto made = UnitOfWork::run<Made>(m_context, actor, [&](UnitOfWork &unit) -> Result<Made> {
        const auto waiting = NoticeRepo(unit.transaction(), unit.tenant()).waiting(id);
        if (!waiting)
            return waiting.error();
        return *waiting ? Made(applicantMail(unit, id, **waiting)) : Made();
    });
    if (!made || !*made)
        return made ? Result<void>() : Result<void>(made.error());
    return send(job, **made, [id](NoticeRepo &notices, const std::optional<QString> &failure, Instant now) {
        return notices.recordMail(id, failure, now);
    });
}

Result<Mail> MailDelivery::applicantMail(UnitOfWork &unit, ApplicantMailId id,
                                         const WaitingApplicantMail &waiting) const
{
    const auto application =
        ApplicationRepo(unit.transaction(), unit.tenant()).detail(waiting.application, unit.keys(), {});
    if (!application)
        return application.error();
    const auto address = *application ? (*application)->applicantData.personal.email : std::nullopt;
    if (!address)
        return unsendable("no_address"); // none was given, or the person was erased
    const MailText text =
        mailTextOf(waiting.kind, mailLanguageOf(waiting.language), {(*application)->externalId, waiting.bank});
    return mailOf(id.uuid(), *address, text, waiting.createdAt);
}

Result<void> MailDelivery::send(const JobRun &job, const Result<Mail> &mail, const Record &record) const
{
    const Result<void> sent = mail ? m_sender.send(*mail) : Result<void>(mail.error());
    m_context.metrics.count(Metric::Deliveries, {toCString(NoticeChannel::Email), sent ? "sent" : "failed"});
    const Actor actor = Actor::system(job.tenant.value_or(TenantId()));
    const auto recorded = UnitOfWork::run<bool>(m_context, actor, [&](UnitOfWork &unit) -> Result<bool> {
        NoticeRepo notices(unit.transaction(), unit.tenant());
        const auto done = record(notices, sent ? std::nullopt : std::optional(sent.error().reason), unit.now());
        return done ? Result<bool>(true) : done.error();
    });
    if (!recorded)
        return recorded.error();
    return sent || sent.error().code == ErrorCode::Invalid ? Result<void>() : sent;
}

} // namespace countersign
