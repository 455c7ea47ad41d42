#include "ui/pages/case/CaseFacts.h"

#include "ui/models/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

namespace {

constexpr int kShownOfId = 4;

QString translated(const char *text)
{
    return QCoreApplication::translate("CaseFacts", text);
}

template <class T>
QString wordOf(const std::optional<T> &value)
{
    return value ? words::of(*value) : QString();
}

QString yesOrNo(const std::optional<bool> &value)
{
    if (!value)
        return {};
    return *value ? translated(QT_TRANSLATE_NOOP("CaseFacts", "yes"))
                  : translated(QT_TRANSLATE_NOOP("CaseFacts", "no"));
}

QString share(const std::optional<double> &ratio)
{
    return ratio ? words::percentText(*ratio) : QString();
}

int yearsBetween(QDate from, QDate to)
{
    const int years = to.year() - from.year();
    return from.addYears(years) > to ? years - 1 : years;
}

QString employmentText(const api::Employment &employment)
{
    QStringList parts;
    if (employment.contractType)
        parts.append(words::of(*employment.contractType));
    if (employment.yearsEmployed)
        parts.append(translated(QT_TRANSLATE_NOOP("CaseFacts", "%1 years"))
                         .arg(QLocale().toString(*employment.yearsEmployed, 'f', 1)));
    return parts.join(QStringLiteral(", "));
}

QString addressText(const api::Address &address)
{
    QStringList parts;
    for (const std::optional<QString> &part : {address.street, address.postalCode, address.city, address.country})
        if (part && !part->isEmpty())
            parts.append(*part);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString maskedId(const QString &nationalId)
{
    return nationalId.left(kShownOfId) + QString(std::max<qsizetype>(0, nationalId.size() - kShownOfId), QChar(0x2022));
}

QList<FieldText> applicantFacts(const api::CaseDetail &detail, QDate today)
{
    const api::ApplicantData &applicant = detail.applicantData;
    const QDate born = applicant.personal.dateOfBirth;
    const bool isKnown = !detail.erasedAt;
    const QString work = applicant.employment.employerName.value_or(words::of(applicant.employment.status));
    return {
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Born")),
         isKnown ? QStringLiteral("%1 (%2)").arg(words::dateText(born)).arg(yearsBetween(born, today)) : QString()},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "National ID")),
         isKnown ? maskedId(applicant.personal.nationalId) : QString()},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Employer")), work},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Contract")), employmentText(applicant.employment)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Occupation")), applicant.employment.jobTitle.value_or(QString())},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Housing")),
         applicant.address ? wordOf(applicant.address->housingStatus) : QString()},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Address")),
         applicant.address ? addressText(*applicant.address) : QString()},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Phone")), applicant.personal.phone.value_or(QString())}};
}

QList<FieldText> financeFacts(const api::CaseDetail &detail)
{
    const Currency &currency = detail.loanRequest.currency;
    const auto money = [&currency](const std::optional<Amount> &amount) {
        return amount ? words::moneyText(*amount, currency) : QString();
    };
    const api::FinancialData &finances = detail.financialData;
    const api::Income income = finances.income.value_or(api::Income{});
    const api::Assets assets = finances.assets.value_or(api::Assets{});
    const api::Liabilities debts = finances.liabilities.value_or(api::Liabilities{});
    return {
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Net income, monthly")), money(income.netMonthly)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Income verified")), yesOrNo(income.incomeVerified)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Obligations, monthly")),
         money(finances.expenses.monthlyObligations)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Rent or mortgage, monthly")),
         money(finances.expenses.rentMortgage)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Debt-to-income")), share(detail.derived.dtiRatio)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Payment-to-income")), share(detail.derived.paymentToIncome)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Payment at the indicative rate")),
         money(detail.derived.estimatedPayment)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Loan to yearly income")), share(detail.derived.loanToIncome)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Savings")), money(assets.savings)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Property")), money(assets.propertyValue)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Existing loans")), money(debts.existingLoans)},
        {translated(QT_TRANSLATE_NOOP("CaseFacts", "Price of the purchase")), money(detail.loanRequest.purchasePrice)}};
}

QList<FieldText> bureauFacts(const api::CaseDetail &detail)
{
    if (!detail.creditBureauData)
        return {};
    const api::CreditBureauData &bureau = *detail.creditBureauData;
    const auto number = [](const std::optional<int> &value) { return value ? QLocale().toString(*value) : QString(); };
    return {{translated(QT_TRANSLATE_NOOP("CaseFacts", "Derogatory records")), yesOrNo(bureau.derogatoryRecords)},
            {translated(QT_TRANSLATE_NOOP("CaseFacts", "Credit utilization")), share(bureau.creditUtilization)},
            {translated(QT_TRANSLATE_NOOP("CaseFacts", "Credit history")),
             bureau.creditHistoryMonths ? words::monthsText(*bureau.creditHistoryMonths) : QString()},
            {translated(QT_TRANSLATE_NOOP("CaseFacts", "Inquiries, 6 months")), number(bureau.inquiries6m)},
            {translated(QT_TRANSLATE_NOOP("CaseFacts", "Bureau score")), number(bureau.score)}};
}

} // namespace countersign
