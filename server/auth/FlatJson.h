// A JSON object of texts and whole numbers, read so strictly that there is one way to write it.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <variant>

namespace countersign {

using FlatValue = std::variant<QString, qint64>;
using FlatJson = QHash<QString, FlatValue>;

/// `{"name":"text","other":12}`. Nothing for duplicate names, escapes, white space, fractions, exponents,
/// leading zeros, other types, nesting, or bytes after the end.
std::optional<FlatJson> readFlatJson(QByteArrayView bytes);

} // namespace countersign
