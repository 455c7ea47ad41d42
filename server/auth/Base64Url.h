// Canonical base64url without padding: one text for each value and one value for each text.
#pragma once

#include <QByteArray>

#include <optional>

namespace countersign {

QByteArray toBase64Url(QByteArrayView bytes);

/// Nothing for padding, foreign characters, impossible lengths and unused bits that are not zero.
std::optional<QByteArray> fromBase64Url(QByteArrayView text);

} // namespace countersign
