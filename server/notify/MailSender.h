// Hands a mail to a mail server.
#pragma once

#include "core/base/Result.h"
#include "core/notify/Mail.h"

namespace countersign {

class MailSender {
public:
    virtual ~MailSender() = default;

    /// Returns when the server has taken it. Unavailable: later it may work; Invalid: it never will. May be called from
    /// several threads.
    virtual Result<void> send(const Mail &mail) const = 0;
};

} // namespace countersign
