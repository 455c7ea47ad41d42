#include "app/daemon/Notifying.h"

#include "server/http/handlers/NoticeHandlers.h"
#include "server/service/Purge.h"

namespace countersign {

namespace {

JobWorkerSettings workersOf(const NotifySettings &settings, const QString &owner)
{
    JobWorkerSettings workers;
    workers.queue = JobQueue::Notifications;
    workers.owner = owner;
    workers.threads = settings.threads;
    workers.claim = 1; // a slow receiver holds up nobody but itself
    return workers;
}

} // namespace

Notifying::Notifying(const NotifySettings &settings, const Parts &parts)
    : m_webhookSender(settings.webhooks), m_webhooks(parts.jobs, m_webhookSender), m_notices(parts.business),
      m_receivers(parts.business, settings.webhooks.allowsHttp),
      m_workers(parts.jobs, parts.table, workersOf(settings, parts.owner))
{
    parts.table.bind(kSendWebhook, [this](const JobRun &job) { return m_webhooks.send(job); });
    parts.table.bind(kPurgeNotices, [&context = parts.business](const JobRun &) -> Result<void> {
        const auto purged = purgeNotices(context);
        return purged ? Result<void>() : Result<void>(purged.error());
    });
    if (!settings.mail)
        return;
    m_mailSender.emplace(*settings.mail);
    m_mail.emplace(parts.jobs, *m_mailSender);
    parts.table.bind(kMailNotice, [this](const JobRun &job) { return m_mail->mailNotice(job); });
    parts.table.bind(kMailApplicant, [this](const JobRun &job) { return m_mail->mailApplicant(job); });
}

void Notifying::bindRoutes(RouteTable &routes) const
{
    bindNotices(routes, m_notices);
    bindWebhooks(routes, m_receivers);
}

} // namespace countersign
