#include "server/ml/Ubjson.h"

#include <QtEndian>

#include <bit>
#include <optional>

namespace countersign {

namespace {

constexpr int kMaxDepth = 16;

struct NumberType {
    char marker;
    qsizetype size;
    double (*read)(const char *);
};

template <class T>
double readInteger(const char *from)
{
    return double(qFromBigEndian<T>(from));
}

constexpr std::array kNumberTypes{
    NumberType{'i', 1, [](const char *from) { return double(qint8(*from)); }},
    NumberType{'U', 1, [](const char *from) { return double(quint8(*from)); }},
    NumberType{'I', 2, readInteger<qint16>},
    NumberType{'l', 4, readInteger<qint32>},
    NumberType{'L', 8, readInteger<qint64>},
    NumberType{'d', 4, [](const char *from) { return double(std::bit_cast<float>(qFromBigEndian<quint32>(from))); }},
    NumberType{'D', 8, [](const char *from) { return std::bit_cast<double>(qFromBigEndian<quint64>(from)); }},
};

const NumberType *numberType(char marker)
{
    for (const NumberType &type : kNumberTypes)
        if (type.marker == marker)
            return &type;
    return nullptr;
}

// Each function answers nothing, and leaves the offset at the fault, when the bytes are not what they must be.
class Reader {
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}

    qsizetype offset() const { return m_at; }
    bool atEnd() const { return m_at == m_bytes.size(); }

    std::optional<UbjValue> value(int depth)
    {
        if (atEnd() || depth > kMaxDepth)
            return std::nullopt;
        const char marker = m_bytes[m_at++];
        switch (marker) {
        case 'Z':
            return UbjValue{};
        case 'T':
        case 'F':
            return UbjValue{.kind = UbjValue::Kind::Bool, .number = marker == 'T' ? 1.0 : 0.0};
        case 'S':
            return text();
        case '[':
            return array(depth);
        case '{':
            return object(depth);
        default:
            return number(marker);
        }
    }

private:
    qsizetype left() const { return m_bytes.size() - m_at; }
    bool skip(char expected)
    {
        if (atEnd() || m_bytes[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    std::optional<UbjValue> number(char marker)
    {
        const NumberType *type = numberType(marker);
        if (!type || left() < type->size)
            return std::nullopt;
        UbjValue result{.kind = UbjValue::Kind::Number, .number = type->read(m_bytes.constData() + m_at)};
        m_at += type->size;
        return result;
    }
    // How many elements of at least `size` bytes follow: what cannot be there is no length.
    std::optional<qsizetype> length(qsizetype size)
    {
        if (atEnd() || m_bytes[m_at] == 'd' || m_bytes[m_at] == 'D')
            return std::nullopt;
        const auto count = number(m_bytes[m_at++]);
        if (!count || count->number < 0 || count->number > double(left() / size))
            return std::nullopt;
        return qsizetype(count->number);
    }
    std::optional<QByteArray> bytes()
    {
        const auto size = length(1);
        if (!size)
            return std::nullopt;
        const QByteArray result = m_bytes.mid(m_at, *size);
        m_at += *size;
        return result;
    }
    std::optional<UbjValue> text()
    {
        auto content = bytes();
        if (!content)
            return std::nullopt;
        return UbjValue{.kind = UbjValue::Kind::Text, .text = std::move(*content)};
    }
    std::optional<UbjValue> array(int depth)
    {
        if (skip('$'))
            return typedArray();
        UbjValue result{.kind = UbjValue::Kind::List};
        const bool isCounted = skip('#');
        const auto count = isCounted ? length(1) : std::optional<qsizetype>(0);
        if (!count)
            return std::nullopt;
        // A counted array has no closing bracket.
        while (isCounted ? qsizetype(result.items.size()) < *count : !skip(']')) {
            auto item = value(depth + 1);
            if (!item)
                return std::nullopt;
            result.items.push_back(std::move(*item));
        }
        return result;
    }
    std::optional<UbjValue> typedArray()
    {
        const NumberType *type = atEnd() ? nullptr : numberType(m_bytes[m_at++]);
        if (!type || !skip('#'))
            return std::nullopt;
        const auto count = length(type->size);
        if (!count)
            return std::nullopt;
        UbjValue result{.kind = UbjValue::Kind::Numbers};
        result.numbers.reserve(std::size_t(*count));
        for (qsizetype i = 0; i < *count; ++i, m_at += type->size)
            result.numbers.push_back(type->read(m_bytes.constData() + m_at));
        return result;
    }
    std::optional<UbjValue> object(int depth)
    {
        UbjValue result{.kind = UbjValue::Kind::Object};
        while (!skip('}')) {
            auto name = bytes();
            if (!name)
                return std::nullopt;
            auto member = value(depth + 1);
            if (!member)
                return std::nullopt;
            result.names.push_back(std::move(*name));
            result.items.push_back(std::move(*member));
        }
        return result;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

} // namespace

const UbjValue &UbjValue::at(const char *name) const
{
    static const UbjValue nothing;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return items[i];
    return nothing;
}

std::vector<double> UbjValue::allNumbers() const
{
    if (kind == Kind::Object)
        return {};
    std::vector<double> result = numbers;
    for (const UbjValue &item : items) {
        if (item.kind != Kind::Number)
            return {};
        result.push_back(item.number);
    }
    return result;
}

Result<UbjValue> readUbjson(const QByteArray &bytes)
{
    Reader reader(bytes);
    auto value = reader.value(0);
    if (!value || !reader.atEnd())
        return Error{ErrorCode::Malformed, QStringLiteral("malformed_ubjson"),
                     QStringLiteral("the model is damaged at byte %1").arg(reader.offset()), {}};
    return std::move(*value);
}

} // namespace countersign
