#include "app/demo/DemoApplication.h"

#include "app/demo/SyntheticPeople.h"

namespace countersign::demo {

namespace {

constexpr char kPrefix[] = "DEMO-";

/// A day in the year that gives the row's age, the same for the same row as long as the year lasts.
QDate dateOfBirth(const CreditDataRow &row, QDate today)
{
    return today.addYears(-row.age).addDays(-(row.number * 37 % 360) - 1);
}

EmploymentStatus employmentOf(const CreditDataRow &row)
{
    return row.contractType == ContractType::SelfEmployed ? EmploymentStatus::SelfEmployed : EmploymentStatus::Employed;
}

} // namespace

QString externalIdOf(int rowNumber)
{
    return QLatin1String(kPrefix) + QStringLiteral("%1").arg(rowNumber, 5, 10, QLatin1Char('0'));
}

int rowNumberOf(const QString &externalId)
{
    return externalId.startsWith(QLatin1String(kPrefix)) ? externalId.mid(qsizetype(qstrlen(kPrefix))).toInt() : 0;
}

api::ApplicationCreate demoApplication(const CreditDataRow &row, QDate today)
{
    api::ApplicationCreate application;
    application.externalId = externalIdOf(row.number);
    application.source = ApplicationSource::Branch;
    application.metadata = QJsonObject{{QStringLiteral("synthetic"), true}, {QStringLiteral("data_row"), row.number}};

    api::ApplicantData &applicant = application.applicantData;
    applicant.personal = syntheticPerson(row.number, dateOfBirth(row, today));
    applicant.address = syntheticAddress(row.number);
    applicant.address->housingStatus = row.housingStatus;
    applicant.employment.status = employmentOf(row);
    applicant.employment.employerName = syntheticEmployer(row.number);
    applicant.employment.yearsEmployed = row.yearsEmployed;
    applicant.employment.contractType = row.contractType;

    api::FinancialData &finances = application.financialData;
    if (row.netMonthly)
        finances.income = api::Income{row.netMonthly, {}, {}, {}};
    finances.expenses.monthlyObligations = row.monthlyObligations;
    if (row.savings)
        finances.assets = api::Assets{row.savings, {}};
    if (row.existingLoans)
        finances.liabilities = api::Liabilities{row.existingLoans, {}};

    if (row.derogatoryRecords)
        application.creditBureauData = api::CreditBureauData{row.derogatoryRecords, {}, {}, {}, {}};
    if (!row.maritalStatus.isEmpty())
        application.protectedAttributes = api::ProtectedAttributes{row.maritalStatus, {}};

    application.loanRequest = {row.amount, *Currency::fromCode(u"RSD"), row.termMonths, syntheticPurpose(row.number),
                               row.purchasePrice, {}};
    return application;
}

} // namespace countersign::demo
