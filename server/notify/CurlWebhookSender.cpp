#include "server/notify/CurlWebhookSender.h"

#include "server/notify/CurlHandle.h"

#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace countersign {

namespace {

constexpr std::size_t kMaxAnswer = 64 << 10;
constexpr std::chrono::milliseconds kConnecting{5000};

std::optional<AddressBytes> bytesOf(const sockaddr &address)
{
    if (address.sa_family == AF_INET) {
        std::array<std::uint8_t, 4> bytes;
        std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in &>(address).sin_addr, bytes.size());
        return mappedAddress(bytes);
    }
    if (address.sa_family != AF_INET6)
        return std::nullopt;
    AddressBytes bytes;
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr, bytes.size());
    return bytes;
}

struct Gate {
    const QList<Network> &allowed;
    bool hasRefused = false;
};

curl_socket_t openSocket(void *user, curlsocktype, curl_sockaddr *address)
{
    auto &gate = *static_cast<Gate *>(user);
    const auto bytes = bytesOf(address->addr);
    if (bytes && mayConnectTo(*bytes, gate.allowed))
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    gate.hasRefused = true;
    return CURL_SOCKET_BAD;
}

size_t countAnswer(char *, size_t size, size_t count, void *user)
{
    auto &seen = *static_cast<std::size_t *>(user);
    seen += size * count;
    return seen > kMaxAnswer ? 0 : size * count;
}

} // namespace

std::optional<Network> parseNetwork(const QString &text)
{
    const QByteArray address = text.section(u'/', 0, 0).trimmed().toLatin1();
    Network network;
    std::array<std::uint8_t, 4> ipv4;
    int offset = 0;
    if (inet_pton(AF_INET, address.constData(), ipv4.data()) == 1) {
        network.address = mappedAddress(ipv4);
        offset = 96;
    } else if (inet_pton(AF_INET6, address.constData(), network.address.data()) != 1) {
        return std::nullopt;
    }
    if (!text.contains(u'/'))
        return network;
    bool isNumber = false;
    const int prefix = text.section(u'/', 1).toInt(&isNumber);
    if (!isNumber || prefix < 0 || offset + prefix > 128)
        return std::nullopt;
    network.prefix = offset + prefix;
    return network;
}

Result<WebhookAnswer> CurlWebhookSender::post(const WebhookRequest &request) const
{
    Gate gate{m_settings.allowed};
    std::size_t answered = 0;
    CurlHandle curl;
    curl.setLimits(m_settings.timeout, kConnecting);
    curl.set(CURLOPT_PROTOCOLS_STR, m_settings.allowsHttp ? "https,http" : "https");
    curl.setText(CURLOPT_URL, QUrl(request.url, QUrl::StrictMode).toEncoded());
    curl.set(CURLOPT_FOLLOWLOCATION, 0L);
    curl.set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_settings.caFile.isEmpty())
        curl.setText(CURLOPT_CAINFO, m_settings.caFile.toUtf8());
    curl.set(CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    curl.set(CURLOPT_OPENSOCKETDATA, &gate);
    curl.set(CURLOPT_WRITEFUNCTION, &countAnswer);
    curl.set(CURLOPT_WRITEDATA, &answered);
    curl.set(CURLOPT_USERAGENT, "Countersign");
    curl.setList(CURLOPT_HTTPHEADER, request.headers + QList<QByteArray>{"Content-Type: application/json", "Expect:"});
    curl.set(CURLOPT_POSTFIELDSIZE, long(request.body.size()));
    curl.set(CURLOPT_POSTFIELDS, request.body.constData());
    const CURLcode code = curl.perform();
    const bool isTooLong = code == CURLE_WRITE_ERROR && answered > kMaxAnswer; // the status has come before
    if (code == CURLE_OK || isTooLong)
        return WebhookAnswer{curl.responseCode(), int(curl.time().count())};
    const char *reason = gate.hasRefused ? "address_refused" : curlReason(code);
    return Error{ErrorCode::Unavailable, QLatin1String(reason), QLatin1String(curl_easy_strerror(code)), {}};
}

} // namespace countersign
