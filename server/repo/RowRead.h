// Columns that several tables share, read into values of core.
#pragma once

#include "core/api/CaseDtos.h"
#include "core/base/EnumText.h"
#include "core/json/Json.h"
#include "server/db/Query.h"

namespace countersign::repo {

/// The database holds only texts that its CHECKs know; another one means that core and schema have parted.
template <TextEnum E>
E enumOf(const Query &row, const char *column)
{
    const QString text = row.get<QString>(column);
    const auto value = fromText<E>(text);
    if (!value)
        qFatal("column %s holds a text that core does not know", column);
    return *value;
}

template <TextEnum E>
std::optional<E> optionalEnumOf(const Query &row, const char *column)
{
    return row.get<std::optional<QString>>(column) ? std::optional(enumOf<E>(row, column)) : std::nullopt;
}

Currency currencyOf(const Query &row);                                   ///< column `currency`
Amount amountOf(const Query &row, const char *minorColumn, const Currency &currency);
std::optional<Amount> optionalAmountOf(const Query &row, const char *minorColumn, const Currency &currency);

/// Minor units of `amount`; the amount must fit the currency, as validated values do.
qint64 minorOf(const Amount &amount, const Currency &currency);

/// The loan as it was asked for.
api::LoanRequest loanRequestOf(const Query &row);

/// A jsonb column that was selected as text.
template <class T>
Result<T> jsonOf(const Query &row, const char *column)
{
    return readJson<T>(row.get<QString>(column).toUtf8());
}

} // namespace countersign::repo
