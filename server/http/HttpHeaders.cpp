#include "server/http/HttpHeaders.h"

#include <algorithm>
#include <cstring>

namespace countersign {

namespace {

bool sameName(const QByteArray &a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.constData(), a.size(), b.data(), b.size()) == 0;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isValueCharacter(char c)
{
    return c == '\t' || (uchar(c) >= 0x20 && uchar(c) != 0x7f);
}

} // namespace

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (const auto &[fieldName, fieldValue] : m_fields)
        if (sameName(fieldName, name))
            return fieldValue;
    return {};
}

int HttpHeaders::count(QByteArrayView name) const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(),
                             [name](const Field &field) { return sameName(field.first, name); }));
}

bool HttpHeaders::isSafeValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), isValueCharacter);
}

bool HttpHeaders::areSafe() const
{
    return std::all_of(m_fields.begin(), m_fields.end(), [](const Field &field) {
        return !field.first.isEmpty() && std::all_of(field.first.begin(), field.first.end(), isTokenCharacter)
            && isSafeValue(field.second);
    });
}

} // namespace countersign
