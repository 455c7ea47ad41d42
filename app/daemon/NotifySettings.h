// How this installation tells people and programs: its mail server, what webhooks may reach.
#pragma once

#include "core/base/Error.h"
#include "server/notify/CurlMailSender.h"
#include "server/notify/CurlWebhookSender.h"
#include "server/ops/Settings.h"

namespace countersign {

struct NotifySettings {
    std::optional<MailSettings> mail; ///< nothing: no mails are sent
    WebhookSettings webhooks;
    int threads = 4;

    /// Faults are added, each with what to do.
    static NotifySettings from(const Settings &settings, QList<FieldError> &faults);
};

} // namespace countersign
