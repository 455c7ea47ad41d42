#include "core/base/Money.h"

#include <array>
#include <cmath>

namespace countersign {

struct CurrencyTable {
    // ISO 4217, list one: the currencies of Europe and the larger ones elsewhere, with their exponents.
    static constexpr std::array kRows{
        Currency{"RSD", 2}, Currency{"EUR", 2}, Currency{"USD", 2}, Currency{"GBP", 2}, Currency{"CHF", 2},
        Currency{"BAM", 2}, Currency{"MKD", 2}, Currency{"ALL", 2}, Currency{"HUF", 2}, Currency{"RON", 2},
        Currency{"BGN", 2}, Currency{"PLN", 2}, Currency{"CZK", 2}, Currency{"SEK", 2}, Currency{"NOK", 2},
        Currency{"DKK", 2}, Currency{"ISK", 0}, Currency{"TRY", 2}, Currency{"UAH", 2}, Currency{"MDL", 2},
        Currency{"CAD", 2}, Currency{"AUD", 2}, Currency{"NZD", 2}, Currency{"JPY", 0}, Currency{"KRW", 0},
        Currency{"INR", 2}, Currency{"BRL", 2}, Currency{"MXN", 2}, Currency{"ZAR", 2}, Currency{"SGD", 2},
    };
};

std::optional<Currency> Currency::fromCode(QStringView code)
{
    for (const Currency &row : CurrencyTable::kRows)
        if (code == QLatin1String(row.m_code, 3))
            return row;
    return std::nullopt;
}

std::optional<Amount> Amount::fromNumber(double number)
{
    const double scaled = std::round(number * 100.0);
    if (!std::isfinite(number) || std::abs(scaled) > double(kMaxHundredths))
        return std::nullopt;
    // A number written with at most two decimals parses to the double nearest to scaled / 100, and so
    // does this division; anything else had more decimals.
    if (scaled / 100.0 != number)
        return std::nullopt;
    return Amount{qint64(scaled)};
}

namespace {
qint64 hundredthsPerMinor(const Currency &currency)
{
    return currency.decimals() == 0 ? 100 : 1;
}
} // namespace

Result<Money> Money::fromAmount(Amount amount, Currency currency)
{
    const qint64 divisor = hundredthsPerMinor(currency);
    if (amount.hundredths % divisor != 0)
        return Error{ErrorCode::Invalid, QStringLiteral("too_many_decimals"),
                     QStringLiteral("%1 has no minor unit").arg(currency.code()), {}};
    return Money(amount.hundredths / divisor, currency);
}

Amount Money::toAmount() const
{
    return Amount{m_minor * hundredthsPerMinor(m_currency)};
}

double Money::toDouble() const
{
    return toAmount().toNumber();
}

QString Money::format(const QLocale &locale) const
{
    return locale.toString(toDouble(), 'f', m_currency.decimals()) + QChar(QChar::Nbsp) + m_currency.code();
}

} // namespace countersign
