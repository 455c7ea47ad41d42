// Mail by SMTP.
#pragma once

#include "core/base/EnumText.h"
#include "server/notify/MailSender.h"

#include <chrono>

namespace countersign {

enum class MailSecurity {
    StartTls, ///< and nothing is sent when the server does not offer it
    Tls,      ///< from the first byte
    None,     ///< only where nobody listens
};

template <>
inline constexpr auto enumTexts<MailSecurity> = std::array{
    EnumText{MailSecurity::StartTls, "starttls"},
    EnumText{MailSecurity::Tls, "tls"},
    EnumText{MailSecurity::None, "none"},
};

struct MailSettings {
    QString host;
    int port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString from;
    QString user; ///< empty: the server asks nobody
    QByteArray password;
    QString caFile; ///< empty: the system's
    std::chrono::milliseconds timeout{30'000};
};

class CurlMailSender final : public MailSender {
public:
    explicit CurlMailSender(MailSettings settings) : m_settings(std::move(settings)) {}

    Result<void> send(const Mail &mail) const override;

private:
    const MailSettings m_settings;
};

} // namespace countersign
