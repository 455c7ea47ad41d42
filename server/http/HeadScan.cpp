#include "server/http/HeadScan.h"

namespace countersign {

void HeadScan::restart()
{
    m_position = 0;
    m_lineStart = 0;
    m_lines = 0;
    m_refusal.reset();
}

void HeadScan::refuse(ErrorCode code, const char *reason, const char *detail)
{
    m_refusal = Error{code, QLatin1String(reason), QLatin1String(detail), {}};
}

std::optional<qsizetype> HeadScan::advance(QByteArrayView head)
{
    for (; m_position < head.size() && !m_refusal; ++m_position) {
        const auto byte = uchar(head[m_position]);
        if (m_position >= m_limits.head) {
            refuse(ErrorCode::HeadersTooLarge, "headers_too_large", "the header is too large");
        } else if (m_lines == 0 && m_position >= m_limits.requestLine + 2) {
            refuse(ErrorCode::HeadersTooLarge, "request_line_too_long", "the request line is too long");
        } else if (byte == '\n') {
            if (m_position == 0 || head[m_position - 1] != '\r') {
                refuse(ErrorCode::Malformed, "bare_line_feed", "a line must end with CR LF");
            } else if (endLine(m_position - 1)) {
                return m_position + 1;
            }
        } else if (m_position > 0 && head[m_position - 1] == '\r') {
            refuse(ErrorCode::Malformed, "bare_carriage_return", "a line must end with CR LF");
        } else if (byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\r')) {
            refuse(ErrorCode::Malformed, "control_character", "the header holds a control character");
        } else if (m_position == m_lineStart && m_lines > 0 && (byte == ' ' || byte == '\t')) {
            refuse(ErrorCode::Malformed, "folded_header", "header fields must not be folded");
        }
    }
    return std::nullopt;
}

bool HeadScan::endLine(qsizetype lineEnd)
{
    const bool isEmpty = lineEnd == m_lineStart;
    if (isEmpty && m_lines > 0)
        return true;
    if (isEmpty)
        refuse(ErrorCode::Malformed, "empty_request_line", "a request must not begin with an empty line");
    if (m_lines > m_limits.headerFields)
        refuse(ErrorCode::HeadersTooLarge, "too_many_headers", "there are too many header fields");
    ++m_lines;
    m_lineStart = lineEnd + 2;
    return false;
}

} // namespace countersign
