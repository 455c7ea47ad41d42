// The monthly payment of a loan repaid in equal instalments.
#pragma once

#include "core/base/Money.h"

namespace countersign {

/// amount x r / (1 - (1 + r)^-months) with r = annualPercent / 1200; amount / months when the rate is 0. Not rounded.
/// Needs months >= 1 and annualPercent >= 0; the rate counts with four decimals.
double annuity(double amount, int months, double annualPercent);

/// The same, rounded half up to the minor unit of the currency.
/// Invalid: `must_be_positive` when months < 1, `must_not_be_negative` when the amount or the rate is below 0.
Result<Money> annuityPayment(const Money &amount, int months, double annualPercent);

} // namespace countersign
