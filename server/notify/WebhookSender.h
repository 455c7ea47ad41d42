// Posts a message to a receiver of webhooks.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace countersign {

struct WebhookRequest {
    QString url;
    QList<QByteArray> headers; ///< `name: value`
    QByteArray body;
};

struct WebhookAnswer {
    int status = 0;
    int milliseconds = 0;
};

class WebhookSender {
public:
    virtual ~WebhookSender() = default;

    /// Whatever status came back; Unavailable when none did. May be called from several threads.
    virtual Result<WebhookAnswer> post(const WebhookRequest &request) const = 0;
};

} // namespace countersign
