#include "server/notify/CurlHandle.h"

#include <QtGlobal>

#include <array>
#include <mutex>

namespace countersign {

namespace {

struct ReasonRow {
    CURLcode code;
    const char *reason;
};

constexpr std::array kReasons{
    ReasonRow{CURLE_COULDNT_RESOLVE_HOST, "unknown_host"},
    ReasonRow{CURLE_COULDNT_CONNECT, "unreachable"},
    ReasonRow{CURLE_OPERATION_TIMEDOUT, "timeout"},
    ReasonRow{CURLE_SSL_CONNECT_ERROR, "tls_failed"},
    ReasonRow{CURLE_PEER_FAILED_VERIFICATION, "certificate_refused"},
    ReasonRow{CURLE_USE_SSL_FAILED, "no_tls"},
    ReasonRow{CURLE_LOGIN_DENIED, "login_refused"},
};

} // namespace

CurlHandle::CurlHandle()
{
    static std::once_flag once;
    std::call_once(once, [] { require(curl_global_init(CURL_GLOBAL_DEFAULT)); });
    m_easy = curl_easy_init();
    if (!m_easy)
        qFatal("libcurl gives no handle");
}

CurlHandle::~CurlHandle()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_list);
}

void CurlHandle::require(CURLcode code)
{
    if (code != CURLE_OK)
        qFatal("libcurl: %s", curl_easy_strerror(code));
}

void CurlHandle::setList(CURLoption option, const QList<QByteArray> &lines)
{
    for (const QByteArray &line : lines) {
        curl_slist *longer = curl_slist_append(m_list, line.constData());
        if (!longer)
            qFatal("libcurl gives no list");
        m_list = longer;
    }
    set(option, m_list);
}

void CurlHandle::setLimits(std::chrono::milliseconds all, std::chrono::milliseconds connecting)
{
    set(CURLOPT_TIMEOUT_MS, long(all.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, long(connecting.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");
}

int CurlHandle::responseCode() const
{
    long code = 0;
    require(curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &code));
    return int(code);
}

std::chrono::milliseconds CurlHandle::time() const
{
    curl_off_t microseconds = 0;
    require(curl_easy_getinfo(m_easy, CURLINFO_TOTAL_TIME_T, &microseconds));
    return std::chrono::milliseconds(microseconds / 1000);
}

const char *curlReason(CURLcode code)
{
    for (const ReasonRow &row : kReasons)
        if (row.code == code)
            return row.reason;
    return "connection_lost";
}

} // namespace countersign
