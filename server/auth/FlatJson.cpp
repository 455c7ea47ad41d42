#include "server/auth/FlatJson.h"

namespace countersign {

namespace {

class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    std::optional<FlatJson> readObject()
    {
        FlatJson object;
        if (!take('{'))
            return std::nullopt;
        do {
            const std::optional<QString> name = readText();
            if (!name || object.contains(*name) || !take(':'))
                return std::nullopt;
            const std::optional<FlatValue> value = readValue();
            if (!value)
                return std::nullopt;
            object.insert(*name, *value);
        } while (take(','));
        if (!take('}') || m_at != m_bytes.size())
            return std::nullopt;
        return object;
    }

private:
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    bool take(char expected)
    {
        if (m_at >= m_bytes.size() || m_bytes[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    std::optional<FlatValue> readValue()
    {
        if (peek() == '"') {
            const std::optional<QString> text = readText();
            return text ? std::optional<FlatValue>(*text) : std::nullopt;
        }
        const std::optional<qint64> number = readNumber();
        return number ? std::optional<FlatValue>(*number) : std::nullopt;
    }

    /// Printable ASCII without quote and backslash: all that a claim of ours needs.
    std::optional<QString> readText()
    {
        if (!take('"'))
            return std::nullopt;
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] >= 0x20 && m_bytes[m_at] < 0x7f && m_bytes[m_at] != '"'
               && m_bytes[m_at] != '\\')
            ++m_at;
        const QByteArrayView text = m_bytes.sliced(begin, m_at - begin);
        return take('"') ? std::optional(QString::fromLatin1(text)) : std::nullopt;
    }

    std::optional<qint64> readNumber()
    {
        constexpr int kMostDigits = 15;
        const qsizetype begin = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        const QByteArrayView digits = m_bytes.sliced(begin, m_at - begin);
        if (digits.isEmpty() || digits.size() > kMostDigits || (digits.size() > 1 && digits[0] == '0'))
            return std::nullopt;
        return digits.toByteArray().toLongLong();
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace

std::optional<FlatJson> readFlatJson(QByteArrayView bytes)
{
    return Reader(bytes).readObject();
}

} // namespace countersign
