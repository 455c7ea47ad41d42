#include "core/scoring/FeatureVector.h"

#include "core/scoring/Ratios.h"

#include <cmath>
#include <limits>

namespace countersign {

namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

float number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? float(*value) : kMissing;
}

std::array<FeatureColumn, kColumnCount> makeColumns()
{
    std::array<FeatureColumn, kColumnCount> columns{};
    std::size_t next = 0;
    for (const Feature &feature : kFeatures) {
        if (feature.categories.empty())
            columns[next++] = {feature.id, -1};
        for (std::size_t category = 0; category < feature.categories.size(); ++category)
            columns[next++] = {feature.id, int(category)};
    }
    Q_ASSERT(next == kColumnCount);
    return columns;
}

std::array<std::size_t, kFeatureCount> makeFirstColumns()
{
    std::array<std::size_t, kFeatureCount> first{};
    for (std::size_t column = kColumnCount; column-- > 0;)
        first[std::size_t(featureColumns()[column].feature)] = column;
    return first;
}

std::size_t firstColumn(FeatureId feature)
{
    static const auto first = makeFirstColumns();
    return first[std::size_t(feature)];
}

void setCategory(FeatureVector &row, FeatureId id, std::optional<std::size_t> category)
{
    const std::size_t unknown = feature(id).categories.size() - 1;
    row[firstColumn(id) + category.value_or(unknown)] = 1.0F;
}

template <class T>
std::optional<std::size_t> indexOf(std::optional<T> value)
{
    return value ? std::optional(std::size_t(*value)) : std::nullopt;
}

} // namespace

QString FeatureColumn::name() const
{
    const Feature &row = countersign::feature(feature);
    const QString name = QLatin1String(row.name);
    return category < 0 ? name : name + QLatin1Char('=') + QLatin1String(row.categories[std::size_t(category)]);
}

const std::array<FeatureColumn, kColumnCount> &featureColumns()
{
    static const auto columns = makeColumns();
    return columns;
}

FeatureVector featuresOf(const LoanInputs &inputs, double indicativeRate)
{
    const Ratios ratios = ratiosOf(inputs, indicativeRate);
    FeatureVector row{};
    const auto set = [&row](FeatureId id, std::optional<double> value) { row[firstColumn(id)] = number(value); };
    set(FeatureId::DtiRatio, ratios.dtiRatio);
    set(FeatureId::LoanToIncome, ratios.loanToIncome);
    set(FeatureId::PaymentToIncome, ratios.paymentToIncome);
    set(FeatureId::EmploymentYears, inputs.yearsEmployed);
    set(FeatureId::EmploymentStability, ratios.employmentStability);
    set(FeatureId::SavingsRatio, ratios.savingsRatio);
    set(FeatureId::ExistingDebtRatio, ratios.existingDebtRatio);
    set(FeatureId::LoanToValue, ratios.loanToValue);
    set(FeatureId::CreditUtilization, inputs.creditUtilization);
    set(FeatureId::CreditHistoryMonths, inputs.creditHistoryMonths);
    set(FeatureId::NetMonthlyIncome, inputs.netMonthlyIncome);
    set(FeatureId::Amount, inputs.amount);
    set(FeatureId::TermMonths, inputs.termMonths);
    set(FeatureId::MonthlyObligations, inputs.monthlyObligations);
    set(FeatureId::Savings, inputs.savings);
    set(FeatureId::ExistingLoans, inputs.existingLoans);
    setCategory(row, FeatureId::ContractType, indexOf(inputs.contractType));
    setCategory(row, FeatureId::HousingStatus, indexOf(inputs.housingStatus));
    setCategory(row, FeatureId::DerogatoryRecords, indexOf(inputs.derogatoryRecords));
    return row;
}

FeatureValue valueOf(FeatureId id, const FeatureVector &row)
{
    const auto categories = feature(id).categories;
    const std::size_t first = firstColumn(id);
    if (categories.empty())
        return {std::isnan(row[first]) ? std::nullopt : std::optional(double(row[first])), nullptr};
    for (std::size_t category = 0; category < categories.size(); ++category)
        if (row[first + category] == 1.0F)
            return {std::nullopt, categories[category]};
    return {};
}

std::array<double, kFeatureCount> sumByFeature(std::span<const double, kColumnCount> perColumn)
{
    std::array<double, kFeatureCount> sums{};
    for (std::size_t column = 0; column < kColumnCount; ++column)
        sums[std::size_t(featureColumns()[column].feature)] += perColumn[column];
    return sums;
}

} // namespace countersign
