// Finds the end of a request head and refuses, while it still grows, the bytes that parsers disagree about.
#pragma once

#include "core/base/Error.h"
#include "server/http/HttpLimits.h"

#include <QByteArrayView>

#include <optional>

namespace countersign {

/// Follows a head that arrives in pieces; every byte is looked at once.
class HeadScan {
public:
    explicit HeadScan(const HttpLimits &limits) : m_limits(limits) {}

    /// `head` is everything of the head so far. Returns the length of the head with its empty line once it
    /// is complete. Refuses: bare CR or LF, control characters, folded lines, a leading empty line, too
    /// long a request line, too many fields, too large a head.
    std::optional<qsizetype> advance(QByteArrayView head);

    const std::optional<Error> &refusal() const { return m_refusal; }
    void restart();

private:
    bool endLine(qsizetype lineEnd);
    void refuse(ErrorCode code, const char *reason, const char *detail);

    const HttpLimits &m_limits;
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    int m_lines = 0;
    std::optional<Error> m_refusal;
};

} // namespace countersign
