#include "server/service/Outbox.h"

#include "core/notify/WebhookEvents.h"
#include "server/repo/NoticeRepo.h"
#include "server/repo/WebhookRepo.h"

namespace countersign {

Result<QList<OutgoingJob>> Outbox::write(const QList<Notice> &notices, const QList<MaskedEntry> &record)
{
    if (auto written = writeNotices(notices); !written)
        return written.error();
    if (auto written = writeApplicantMails(record); !written)
        return written.error();
    if (auto written = writeWebhooks(record); !written)
        return written.error();
    return m_jobs;
}

Result<void> Outbox::writeNotices(const QList<Notice> &notices)
{
    if (notices.isEmpty())
        return {};
    const auto toMail = NoticeRepo(m_transaction, m_terms.tenant).insertMany(notices, m_terms.sendsMail, m_terms.now);
    if (!toMail)
        return toMail.error();
    for (const NoticeId id : *toMail)
        m_jobs.append({&kMailNotice, {{QStringLiteral("notification_id"), id.toString()}}});
    return {};
}

Result<void> Outbox::writeApplicantMails(const QList<MaskedEntry> &record)
{
    QList<ApplicantMailDraft> drafts;
    for (const MaskedEntry &entry : record)
        if (const auto kind = m_terms.sendsMail ? applicantMailOf(entry) : std::nullopt)
            drafts.append({ApplicantMailId::make(m_terms.now), ApplicationId(entry.entityId), *kind});
    if (drafts.isEmpty())
        return {};
    const auto toSend = NoticeRepo(m_transaction, m_terms.tenant).insertMany(drafts, m_terms.now);
    if (!toSend)
        return toSend.error();
    for (const ApplicantMailId id : *toSend)
        m_jobs.append({&kMailApplicant, {{QStringLiteral("applicant_mail_id"), id.toString()}}});
    return {};
}

Result<void> Outbox::writeWebhooks(const QList<MaskedEntry> &record)
{
    QList<WebhookMessage> messages;
    for (const MaskedEntry &entry : record)
        messages.append(webhookMessagesOf(entry));
    if (messages.isEmpty())
        return {};
    const auto subscriptions = WebhookRepo(m_transaction, m_terms.tenant).subscriptions();
    if (!subscriptions)
        return subscriptions.error();
    QList<DeliveryDraft> drafts;
    for (const Subscription &subscription : *subscriptions)
        for (const WebhookMessage &message : messages)
            if (subscription.events.contains(message.event))
                drafts.append({DeliveryId::make(m_terms.now), subscription.webhook, message.event,
                               webhookBody(message, m_terms.now)});
    for (const DeliveryDraft &draft : drafts)
        m_jobs.append({&kSendWebhook, {{QStringLiteral("delivery_id"), draft.id.toString()}}});
    return DeliveryRepo(m_transaction, m_terms.tenant).insertMany(drafts, m_terms.now);
}

} // namespace countersign
