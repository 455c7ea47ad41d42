// The part of the daemon that tells people and programs: senders, services, and the threads of their queue.
#pragma once

#include "app/daemon/NotifySettings.h"
#include "server/jobs/JobWorkers.h"
#include "server/service/MailDelivery.h"
#include "server/service/NoticeService.h"
#include "server/service/WebhookDelivery.h"
#include "server/service/WebhookService.h"

namespace countersign {

class RouteTable;

class Notifying {
public:
    struct Parts {
        const ServiceContext &business;
        const ServiceContext &jobs; ///< by the real clock
        JobTable &table;            ///< must be filled before the workers of any queue start
        QString owner;              ///< of leases
    };

    /// Everything must outlive it.
    Notifying(const NotifySettings &settings, const Parts &parts);

    void bindRoutes(RouteTable &routes) const;
    void start() { m_workers.start(); }
    void wake() { m_workers.wake(); }
    void stop() { m_workers.stop(); }

private:
    std::optional<CurlMailSender> m_mailSender;
    const CurlWebhookSender m_webhookSender;
    std::optional<MailDelivery> m_mail;
    const WebhookDelivery m_webhooks;
    const NoticeService m_notices;
    const WebhookService m_receivers;
    JobWorkers m_workers;
};

} // namespace countersign
