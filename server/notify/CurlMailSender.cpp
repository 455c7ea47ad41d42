#include "server/notify/CurlMailSender.h"

#include "server/notify/CurlHandle.h"

#include <algorithm>
#include <cstring>

namespace countersign {

namespace {

constexpr int kPutOff = 400;
constexpr int kRefused = 500;

struct Upload {
    QByteArray bytes;
    qsizetype sent = 0;
};

size_t readUpload(char *buffer, size_t size, size_t count, void *user)
{
    auto &upload = *static_cast<Upload *>(user);
    const qsizetype piece = std::min(qsizetype(size * count), upload.bytes.size() - upload.sent);
    std::memcpy(buffer, upload.bytes.constData() + upload.sent, std::size_t(piece));
    upload.sent += piece;
    return std::size_t(piece);
}

Error failure(CURLcode code, int response)
{
    const QString detail = QStringLiteral("SMTP %1: %2").arg(response).arg(QLatin1String(curl_easy_strerror(code)));
    const bool isAnswer = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
    if (isAnswer && response >= kRefused)
        return {ErrorCode::Invalid, QStringLiteral("mail_refused"), detail, {}};
    if (isAnswer && response >= kPutOff)
        return {ErrorCode::Unavailable, QStringLiteral("mail_put_off"), detail, {}};
    return {ErrorCode::Unavailable, QLatin1String(curlReason(code)), detail, {}};
}

} // namespace

Result<void> CurlMailSender::send(const Mail &mail) const
{
    const auto bytes = mailBytes(mail, m_settings.from);
    if (!bytes)
        return Error{ErrorCode::Invalid, QStringLiteral("bad_address"), QStringLiteral("an address is none"), {}};
    const bool isTls = m_settings.security == MailSecurity::Tls;
    Upload upload{*bytes};
    CurlHandle curl;
    curl.setLimits(m_settings.timeout, m_settings.timeout);
    // Also of the farewell, which the limit of the whole does not bound.
    curl.set(CURLOPT_SERVER_RESPONSE_TIMEOUT,
             long(std::chrono::ceil<std::chrono::seconds>(m_settings.timeout).count()));
    curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl.setText(CURLOPT_URL,
                 (isTls ? "smtps://" : "smtp://") + m_settings.host.toUtf8() + ':'
                     + QByteArray::number(m_settings.port));
    curl.set(CURLOPT_USE_SSL, long(m_settings.security == MailSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_settings.caFile.isEmpty())
        curl.setText(CURLOPT_CAINFO, m_settings.caFile.toUtf8());
    if (!m_settings.user.isEmpty()) {
        curl.setText(CURLOPT_USERNAME, m_settings.user.toUtf8());
        curl.setText(CURLOPT_PASSWORD, m_settings.password);
    }
    curl.setText(CURLOPT_MAIL_FROM, m_settings.from.toUtf8());
    curl.setList(CURLOPT_MAIL_RCPT, {mail.to.toUtf8()});
    curl.set(CURLOPT_UPLOAD, 1L);
    curl.set(CURLOPT_READFUNCTION, &readUpload);
    curl.set(CURLOPT_READDATA, &upload);
    const CURLcode code = curl.perform();
    return code == CURLE_OK ? Result<void>() : Result<void>(failure(code, curl.responseCode()));
}

} // namespace countersign
