// The header fields of a request or an answer, in their order.
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace countersign {

class HttpHeaders {
public:
    using Field = std::pair<QByteArray, QByteArray>;

    void add(QByteArray name, QByteArray value) { m_fields.emplace_back(std::move(name), std::move(value)); }

    /// The first field of this name (any case); empty when there is none.
    QByteArray value(QByteArrayView name) const;
    int count(QByteArrayView name) const;
    const std::vector<Field> &fields() const { return m_fields; }

    /// Whether every name is a token and no value holds CR, LF, NUL or another control character.
    bool areSafe() const;
    static bool isSafeValue(QByteArrayView value);

private:
    std::vector<Field> m_fields;
};

} // namespace countersign
