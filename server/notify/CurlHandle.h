// One transfer of libcurl, which cleans up after itself.
#pragma once

#include <QByteArray>

#include <curl/curl.h>

#include <chrono>
#include <string_view>

namespace countersign {

class CurlHandle {
public:
    CurlHandle(); ///< ends the program when there is no memory
    ~CurlHandle();
    Q_DISABLE_COPY_MOVE(CurlHandle)

    /// An option that this libcurl does not know ends the program: it would be a check that is not made.
    template <class T>
    void set(CURLoption option, T value)
    {
        require(curl_easy_setopt(m_easy, option, value));
    }
    void setText(CURLoption option, const QByteArray &value) { set(option, value.constData()); } ///< is copied
    /// For an option that takes a list.
    void setList(CURLoption option, const QList<QByteArray> &lines);
    /// Of everything together and of the connection alone; never by a signal, and by no proxy of the environment.
    void setLimits(std::chrono::milliseconds all, std::chrono::milliseconds connecting);

    CURLcode perform() { return curl_easy_perform(m_easy); }
    int responseCode() const; ///< of HTTP or SMTP; 0 when there was none
    std::chrono::milliseconds time() const;

private:
    static void require(CURLcode code);

    CURL *m_easy;
    curl_slist *m_list = nullptr;
};

/// A reason that people and programs can act on.
const char *curlReason(CURLcode code);

} // namespace countersign
