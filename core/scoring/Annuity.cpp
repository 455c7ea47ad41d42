#include "core/scoring/Annuity.h"

#include <cmath>

namespace countersign {

namespace {

// Square and multiply instead of std::pow: the same bits whatever libm and processor replay a score.
long double power(long double base, int exponent)
{
    long double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        if (exponent % 2 == 1)
            result *= base;
    return result;
}

qint64 tenThousandthsOfPercent(double annualPercent)
{
    return std::llround(annualPercent * 10'000.0);
}

long double payment(long double amount, int months, double annualPercent)
{
    const long double rate = tenThousandthsOfPercent(annualPercent) / 12'000'000.0L;
    if (rate == 0)
        return amount / months;
    return amount * rate / (1 - 1 / power(1 + rate, months));
}

} // namespace

double annuity(double amount, int months, double annualPercent)
{
    return double(payment(amount, months, annualPercent));
}

Result<Money> annuityPayment(const Money &amount, int months, double annualPercent)
{
    if (months < 1)
        return Error{ErrorCode::Invalid, QStringLiteral("must_be_positive"), QStringLiteral("a loan lasts at least a month"), {}};
    if (amount.minor() < 0 || !(annualPercent >= 0))
        return Error{ErrorCode::Invalid, QStringLiteral("must_not_be_negative"),
                     QStringLiteral("amount and rate are not negative"), {}};
    if (tenThousandthsOfPercent(annualPercent) == 0)
        return Money((2 * amount.minor() + months) / (2 * qint64(months)), amount.currency());
    // The hair of tolerance keeps an exact half, which binary arithmetic may miss from below, a half.
    const long double exact = payment(amount.minor(), months, annualPercent);
    return Money(qint64(std::floor(exact * (1 + 1e-16L) + 0.5L)), amount.currency());
}

} // namespace countersign
