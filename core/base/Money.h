// Amounts of money: whole minor units and a currency, never a floating-point number.
#pragma once

#include "core/base/Result.h"

#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

namespace countersign {

/// An ISO 4217 currency that the product knows; see kCurrencies in Money.cpp.
class Currency {
public:
    Currency() = default;
    static std::optional<Currency> fromCode(QStringView code); ///< upper case, three letters

    QString code() const { return QLatin1String(m_code, 3); }
    int decimals() const { return m_decimals; } ///< ISO 4217 exponent, 0 to 2 (others are not lent in)
    friend bool operator==(const Currency &a, const Currency &b) { return a.code() == b.code(); }

private:
    constexpr Currency(const char *code, int decimals) : m_code(code), m_decimals(decimals) {}
    friend struct CurrencyTable;
    const char *m_code = "RSD";
    int m_decimals = 2;
};

/// An amount as the API carries it: a JSON number with at most two decimals, beside a currency.
struct Amount {
    qint64 hundredths = 0;

    static constexpr qint64 kMaxHundredths = 100'000'000'000'000; ///< 10^12 whole units

    static constexpr Amount whole(qint64 units) { return {units * 100}; }
    /// Nothing when `number` has more than two decimals, is not finite or is larger than the maximum.
    static std::optional<Amount> fromNumber(double number);
    double toNumber() const { return double(hundredths) / 100.0; }
    friend auto operator<=>(const Amount &, const Amount &) = default;
};

class Money {
public:
    Money() = default;
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    /// Invalid (`too_many_decimals`) when the currency has fewer decimals than the amount uses.
    static Result<Money> fromAmount(Amount amount, Currency currency);

    Amount toAmount() const;
    qint64 minor() const { return m_minor; }
    const Currency &currency() const { return m_currency; }
    double toDouble() const; ///< in whole units, for ratios only

    /// `1.200.000,00 RSD` in the manner of `locale`. Not QLocale::toCurrencyString, which prints RSD
    /// without decimals.
    QString format(const QLocale &locale) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    qint64 m_minor = 0;
    Currency m_currency;
};

} // namespace countersign
