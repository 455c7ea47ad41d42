// The identities of what is sent, and of who receives it.
#pragma once

#include "core/base/Id.h"

namespace countersign {

using NoticeId = Id<struct NoticeTag>;
using ApplicantMailId = Id<struct ApplicantMailTag>;
using WebhookId = Id<struct WebhookTag>;
using DeliveryId = Id<struct DeliveryTag>;

} // namespace countersign
