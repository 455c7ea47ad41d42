#include "server/repo/RowRead.h"

namespace countersign::repo {

Currency currencyOf(const Query &row)
{
    const auto currency = Currency::fromCode(row.get<QString>("currency"));
    if (!currency)
        qFatal("column currency holds a code that core does not know");
    return *currency;
}

Amount amountOf(const Query &row, const char *minorColumn, const Currency &currency)
{
    return Money(row.get<qint64>(minorColumn), currency).toAmount();
}

std::optional<Amount> optionalAmountOf(const Query &row, const char *minorColumn, const Currency &currency)
{
    const auto minor = row.get<std::optional<qint64>>(minorColumn);
    return minor ? std::optional(Money(*minor, currency).toAmount()) : std::nullopt;
}

qint64 minorOf(const Amount &amount, const Currency &currency)
{
    const auto money = Money::fromAmount(amount, currency);
    if (!money)
        qFatal("an amount that does not fit its currency came past validation");
    return money->minor();
}

api::LoanRequest loanRequestOf(const Query &row)
{
    const Currency currency = currencyOf(row);
    api::LoanRequest loan;
    loan.amount = amountOf(row, "amount_minor", currency);
    loan.currency = currency;
    loan.termMonths = row.get<int>("term_months");
    loan.purpose = enumOf<LoanPurpose>(row, "purpose");
    loan.purchasePrice = optionalAmountOf(row, "purchase_price_minor", currency);
    loan.interestRate = row.get<std::optional<double>>("interest_rate");
    return loan;
}

} // namespace countersign::repo
