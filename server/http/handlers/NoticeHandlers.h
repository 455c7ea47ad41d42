// The endpoints of notices and of the receivers of webhooks.
#pragma once

namespace countersign {

class NoticeService;
class RouteTable;
class WebhookService;

/// The services must outlive the table.
void bindNotices(RouteTable &routes, const NoticeService &notices);
void bindWebhooks(RouteTable &routes, const WebhookService &webhooks);

} // namespace countersign
