// A mail server that takes everything and keeps it.
#pragma once

#include "server/notify/MailSender.h"

namespace countersign {

class KeptMails final : public MailSender {
public:
    Result<void> send(const Mail &mail) const override
    {
        mails.append(mail);
        return {};
    }
    mutable QList<Mail> mails;
};

} // namespace countersign
