// Enumerations and their texts on the wire and in the database: one table per enumeration.
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <concepts>
#include <optional>
#include <utility>

namespace countersign {

/// Specialise as `template <> inline constexpr auto enumTexts<Status> = std::array{EnumText{Status::Open, "open"}, ...};`
/// in the order of the enumerators, without gaps, so that an enumerator indexes its row.
template <class E>
inline constexpr int enumTexts = 0;

template <class E>
struct EnumText {
    E value;
    const char *text;
};
template <class E>
EnumText(E, const char *) -> EnumText<E>;

template <class E>
concept TextEnum = std::is_enum_v<E> && requires { enumTexts<E>.size(); };

template <TextEnum E>
constexpr bool enumTextsAreComplete()
{
    for (std::size_t i = 0; i < enumTexts<E>.size(); ++i)
        if (std::size_t(enumTexts<E>[i].value) != i)
            return false;
    return true;
}

template <TextEnum E>
constexpr const char *toCString(E value)
{
    static_assert(enumTextsAreComplete<E>(), "enumTexts must list every enumerator in its order");
    return enumTexts<E>[std::size_t(value)].text;
}

template <TextEnum E>
QString toText(E value)
{
    return QLatin1String(toCString(value));
}

template <TextEnum E>
std::optional<E> fromText(QStringView text)
{
    for (const auto &row : enumTexts<E>)
        if (text == QLatin1String(row.text))
            return row.value;
    return std::nullopt;
}

} // namespace countersign
