#include "server/http/RequestReader.h"

#include "server/http/HeadScan.h"

#include <boost/beast/http/parser.hpp>

#include <cstring>
#include <limits>

namespace countersign {

namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

/// Beast's notion of a body, kept in a QByteArray so that it need not be copied afterwards.
struct ByteArrayBody {
    using value_type = QByteArray;

    class reader {
    public:
        template <bool isRequest, class Fields>
        explicit reader(http::header<isRequest, Fields> &, value_type &body) : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t> &length, error_code &ec)
        {
            // Not more than a little on the client's word alone.
            constexpr std::uint64_t kMostReserved = 64 * 1024;
            if (length)
                m_body.reserve(qsizetype(std::min(*length, kMostReserved)));
            ec = {};
        }
        template <class Buffers>
        std::size_t put(const Buffers &buffers, error_code &ec)
        {
            std::size_t taken = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
                 ++it) {
                const boost::asio::const_buffer part = *it;
                m_body.append(static_cast<const char *>(part.data()), qsizetype(part.size()));
                taken += part.size();
            }
            ec = {};
            return taken;
        }
        void finish(error_code &ec) { ec = {}; }

    private:
        value_type &m_body;
    };
};

constexpr qsizetype kLongestChunkHeader = 256; // a size, no extensions, no trailers

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The characters of RFC 3986's path and query; percent signs are looked at by the caller.
bool isTargetCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("-._~!$&'()*+,;=:@/?%", c));
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("-._~%", c));
}

/// `name`, `name:port` or `[IPv6 address]:port`; the port may be missing behind its colon (RFC 3986, 3.2.3).
bool isHost(QByteArrayView host)
{
    const bool isLiteral = host.startsWith('[');
    const qsizetype nameEnd = isLiteral ? host.indexOf(']') : host.indexOf(':');
    const QByteArrayView name = isLiteral ? host.sliced(1, std::max<qsizetype>(nameEnd, 1) - 1) : host.first(nameEnd < 0 ? host.size() : nameEnd);
    const QByteArrayView rest = isLiteral ? host.sliced(nameEnd + 1) : host.sliced(name.size());
    const bool isName = !name.isEmpty() && std::all_of(name.begin(), name.end(), [isLiteral](char c) {
        return isLiteral ? isHexDigit(c) || c == ':' || c == '.' : isNameCharacter(c);
    });
    const bool isPort = rest.isEmpty() || (rest.startsWith(':') && rest.size() <= 6 && isDigits(rest.sliced(1)));
    return isName && isPort;
}

} // namespace

struct RequestReader::Parser {
    explicit Parser(const HttpLimits &limits) : scan(limits) { begin(); }

    void begin()
    {
        parser.emplace();
        parser->eager(true);
        parser->header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadScan has counted
        parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // acceptBody() decides
        parser->on_chunk_header(refuseExtensions);
        fieldCount = 0;
        scan.restart();
    }

    qsizetype fieldsNow() const { return std::distance(parser->get().begin(), parser->get().end()); }

    HeadScan scan;
    std::optional<http::request_parser<ByteArrayBody>> parser;
    // Beast keeps a reference to this.
    std::function<void(std::uint64_t, boost::beast::string_view, error_code &)> refuseExtensions =
        [](std::uint64_t, boost::beast::string_view extensions, error_code &ec) {
            if (!extensions.empty())
                ec = http::error::bad_chunk_extension;
        };
    qsizetype fieldCount = 0;
};

RequestReader::RequestReader(const HttpLimits &limits) : m_limits(limits), m_parser(std::make_unique<Parser>(m_limits))
{
}

RequestReader::~RequestReader() = default;

void RequestReader::refuse(ErrorCode code, const char *reason, const char *detail)
{
    m_state = State::Refused;
    m_refusal = Error{code, QLatin1String(reason), QLatin1String(detail), {}};
}

bool RequestReader::keepAlive() const
{
    return m_state != State::Refused && m_parser->parser->keep_alive();
}

qint64 RequestReader::bodySoFar() const
{
    return m_parser->parser->get().body().size();
}

void RequestReader::restart()
{
    m_state = State::Head;
    m_hasStarted = false;
    m_expectsContinue = false;
    m_declaredBody.reset();
    m_pending.clear();
    m_request = {};
    m_parser->begin();
}

HttpRequest RequestReader::takeRequest()
{
    HttpRequest request = std::move(m_request);
    request.body = std::move(m_parser->parser->get().body());
    restart();
    return request;
}

qsizetype RequestReader::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return 0;
    if (m_state == State::Head)
        return feedHead(bytes);
    if (m_state == State::Body)
        return feedBody(bytes);
    return 0;
}

qsizetype RequestReader::feedHead(QByteArrayView bytes)
{
    m_hasStarted = true;
    const qsizetype before = m_pending.size();
    const qsizetype room = m_limits.head + 1 - before;
    const QByteArrayView taken = bytes.first(std::min(room, bytes.size()));
    m_pending.append(taken);
    const auto length = m_parser->scan.advance(m_pending);
    if (m_parser->scan.refusal()) {
        m_state = State::Refused;
        m_refusal = *m_parser->scan.refusal();
        return taken.size();
    }
    if (!length)
        return taken.size();
    m_pending.truncate(*length);
    parseHead();
    m_pending.clear();
    return *length - before;
}

void RequestReader::parseHead()
{
    error_code ec;
    auto &parser = *m_parser->parser;
    // Stops after the head although eager, because nothing follows it in this buffer.
    parser.put(boost::asio::buffer(m_pending.constData(), std::size_t(m_pending.size())), ec);
    if (ec && ec != http::error::need_more)
        return refuse(ErrorCode::Malformed, "malformed_request", "the header is not HTTP/1.1");
    if (!parser.is_header_done())
        return refuse(ErrorCode::Malformed, "malformed_request", "the header is not HTTP/1.1");
    m_parser->fieldCount = m_parser->fieldsNow();
    copyHead();
    if (!checkTarget() || !checkHost() || !checkFraming())
        return;
    m_state = State::HeadDone;
}

void RequestReader::copyHead()
{
    const auto &message = m_parser->parser->get();
    const auto bytesOf = [](auto text) { return QByteArray(text.data(), qsizetype(text.size())); };
    m_request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto &field : message)
        m_request.headers.add(bytesOf(field.name_string()), bytesOf(field.value()));
}

bool RequestReader::checkTarget()
{
    const QByteArray target = m_request.query.isNull() ? m_request.path : m_request.path + '?' + m_request.query;
    bool good = target.startsWith('/') && std::all_of(target.begin(), target.end(), isTargetCharacter);
    for (qsizetype at = target.indexOf('%'); good && at >= 0; at = target.indexOf('%', at + 1))
        good = at + 2 < target.size() && isHexDigit(target[at + 1]) && isHexDigit(target[at + 2])
            && !(target[at + 1] == '0' && target[at + 2] == '0');
    if (!good)
        refuse(ErrorCode::Malformed, "bad_target", "the request target must be a path of RFC 3986");
    return good;
}

bool RequestReader::checkHost()
{
    const unsigned version = m_parser->parser->get().version();
    const int hosts = m_request.headers.count("Host");
    const QByteArray host = m_request.header("Host");
    if (version != 10 && version != 11)
        refuse(ErrorCode::Malformed, "bad_version", "only HTTP/1.1 and HTTP/1.0 are spoken here");
    else if (hosts > 1 || (version == 11 && hosts == 0))
        refuse(ErrorCode::Malformed, "bad_host", "a request needs exactly one Host");
    else if (hosts == 1 && !isHost(host))
        refuse(ErrorCode::Malformed, "bad_host", "Host is not a host name with an optional port");
    return m_state != State::Refused;
}

bool RequestReader::checkFraming()
{
    const HttpHeaders &headers = m_request.headers;
    const int encodings = headers.count("Transfer-Encoding");
    const int lengths = headers.count("Content-Length");
    const QByteArray length = headers.value("Content-Length");
    if (encodings > 0 && lengths > 0)
        refuse(ErrorCode::Malformed, "ambiguous_length", "Content-Length and Transfer-Encoding exclude each other");
    else if (encodings > 1 || (encodings == 1 && headers.value("Transfer-Encoding").toLower() != "chunked"))
        refuse(ErrorCode::Malformed, "bad_transfer_encoding", "the only Transfer-Encoding is chunked");
    else if (encodings == 1 && m_parser->parser->get().version() == 10)
        refuse(ErrorCode::Malformed, "bad_transfer_encoding", "HTTP/1.0 has no chunked bodies");
    else if (lengths > 1 || (lengths == 1 && (length.isEmpty() || length.size() > 15 || !isDigits(length))))
        refuse(ErrorCode::Malformed, "bad_content_length", "Content-Length must be one decimal number");
    else if (headers.count("Expect") > 0 && headers.value("Expect").toLower() != "100-continue")
        refuse(ErrorCode::Malformed, "bad_expectation", "the only expectation is 100-continue");
    if (m_state == State::Refused)
        return false;
    if (encodings == 0)
        m_declaredBody = length.toLongLong();
    m_expectsContinue = headers.count("Expect") == 1 && m_parser->parser->get().version() == 11;
    return true;
}

void RequestReader::acceptBody(qint64 limit)
{
    if (m_declaredBody && *m_declaredBody > limit)
        return refuse(ErrorCode::PayloadTooLarge, "payload_too_large", "the body is larger than this endpoint takes");
    m_parser->parser->body_limit(std::uint64_t(limit));
    m_state = m_parser->parser->is_done() ? State::Complete : State::Body;
}

qsizetype RequestReader::feedBody(QByteArrayView bytes)
{
    const qsizetype before = m_pending.size();
    QByteArrayView input = bytes;
    if (before > 0 || !m_declaredBody) {
        m_pending.append(bytes);
        input = m_pending;
    }
    // The shortest rest of a chunked body is 0 CRLF CRLF, and Beast asserts that it sees no less.
    if (!m_declaredBody && input.size() < 5)
        return bytes.size();
    auto &parser = *m_parser->parser;
    error_code ec;
    const auto used = qsizetype(parser.put(boost::asio::buffer(input.data(), std::size_t(input.size())), ec));
    if (ec == http::error::body_limit) {
        refuse(ErrorCode::PayloadTooLarge, "payload_too_large", "the body is larger than this endpoint takes");
    } else if (ec && ec != http::error::need_more) {
        refuse(ErrorCode::Malformed, "malformed_body", "the chunked body is damaged");
    } else if (parser.is_done()) {
        m_state = State::Complete;
        if (m_parser->fieldsNow() != m_parser->fieldCount)
            refuse(ErrorCode::Malformed, "trailers_refused", "trailer fields are not accepted");
        return used - before;
    }
    if (before > 0 || !m_declaredBody)
        m_pending.remove(0, used);
    if (m_state == State::Body && m_pending.size() > kLongestChunkHeader)
        refuse(ErrorCode::Malformed, "malformed_body", "the header of a chunk is too long");
    return bytes.size();
}

} // namespace countersign
