// A mail as the protocol wants it: headers that nothing a person typed can add to.
#pragma once

#include "core/base/Instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign {

struct Mail {
    QString to;
    QString subject;
    QString text;
    QString id; ///< the same for each attempt, so that a mail server can tell a repeat
    Instant date;
};

/// ASCII, one @ with something on both sides, no character that means anything to a mail server.
bool isMailAddress(const QString &text);

/// RFC 5322 with CRLF: the text in base64, a subject beyond ASCII as RFC 2047 says. Control characters and line separators
/// of the subject become spaces. Nothing when one of the addresses is none.
std::optional<QByteArray> mailBytes(const Mail &mail, const QString &from);

} // namespace countersign
