// The job that posts a message to its receiver, and records how it went.
#pragma once

#include "server/notify/WebhookSender.h"
#include "server/repo/JobRunRepo.h"
#include "server/repo/WebhookRepo.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Any 2xx is success; a redirection is none. A failed attempt fails the job, which comes back later, eight times in two
/// hours. A receiver that has failed for a day, or answers 410, is switched off and administrators are told. Nothing is held
/// in the database while a message is under way; when the process ends in between, it is sent again under the same id.
class WebhookDelivery {
public:
    /// The context's clock is the real one: receivers compare it with theirs.
    WebhookDelivery(const ServiceContext &context, const WebhookSender &sender) : m_context(context), m_sender(sender)
    {
    }

    Result<void> send(const JobRun &job) const;

private:
    WebhookRequest requestOf(TenantId tenant, DeliveryId id, const WaitingDelivery &delivery) const;
    Result<void> record(TenantId tenant, DeliveryId id, const WaitingDelivery &delivery,
                        const DeliveryAttempt &attempt) const;

    const ServiceContext &m_context;
    const WebhookSender &m_sender;
};

} // namespace countersign
