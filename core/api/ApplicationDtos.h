// What an application looks like on the wire when it comes in.
#pragma once

#include "core/application/ApplicationSource.h"
#include "core/application/ApplicationStatus.h"
#include "core/application/ContractType.h"
#include "core/application/EmploymentStatus.h"
#include "core/application/HousingStatus.h"
#include "core/application/LoanPurpose.h"
#include "core/json/Codec.h"

namespace countersign::api {

struct Personal {
    QString firstName;
    QString lastName;
    QDate dateOfBirth;
    QString nationalId;
    std::optional<QString> email;
    std::optional<QString> phone;
};

struct Address {
    std::optional<QString> street;
    std::optional<QString> city;
    std::optional<QString> postalCode;
    std::optional<QString> country;
    std::optional<HousingStatus> housingStatus;
};

struct Employment {
    EmploymentStatus status = EmploymentStatus::Employed;
    std::optional<QString> employerName;
    std::optional<QString> jobTitle;
    std::optional<double> yearsEmployed;
    std::optional<ContractType> contractType;
};

struct ApplicantData {
    Personal personal;
    std::optional<Address> address;
    Employment employment;
};

struct Income {
    std::optional<Amount> netMonthly;
    std::optional<Amount> grossMonthly;
    std::optional<Amount> otherMonthly;
    std::optional<bool> incomeVerified;
};

struct Expenses {
    Amount monthlyObligations;
    std::optional<Amount> rentMortgage;
    std::optional<Amount> existingLoansPayment;
};

struct Assets {
    std::optional<Amount> savings;
    std::optional<Amount> propertyValue;
};

struct Liabilities {
    std::optional<Amount> existingLoans;
    std::optional<Amount> creditCardDebt;
};

struct FinancialData {
    std::optional<Income> income;
    Expenses expenses;
    std::optional<Assets> assets;
    std::optional<Liabilities> liabilities;
};

struct CreditBureauData {
    std::optional<bool> derogatoryRecords;
    std::optional<double> creditUtilization;
    std::optional<int> creditHistoryMonths;
    std::optional<int> inquiries6m;
    std::optional<int> score;
};

/// Kept apart from everything else: no rule, model or analyst reads them; they serve fairness reports.
struct ProtectedAttributes {
    std::optional<QString> maritalStatus;
    std::optional<QString> sex;
};

struct LoanRequest {
    Amount amount;
    Currency currency;
    int termMonths = 0;
    LoanPurpose purpose = LoanPurpose::Other;
    std::optional<Amount> purchasePrice;
    std::optional<double> interestRate; ///< nominal annual percent: 9.5
};

struct ApplicationCreate {
    std::optional<QString> externalId;
    ApplicationSource source = ApplicationSource::Api;
    std::optional<QJsonObject> metadata;
    bool priorityCustomer = false;
    ApplicantData applicantData;
    FinancialData financialData;
    std::optional<CreditBureauData> creditBureauData;
    std::optional<ProtectedAttributes> protectedAttributes;
    LoanRequest loanRequest;
};

struct ApplicationCreated {
    ApplicationId id;
    QString externalId;
    ApplicationStatus status = ApplicationStatus::Pending;
    Instant createdAt;
};

struct BatchCreate {
    QList<QJsonObject> items; ///< each an ApplicationCreate, judged one by one
};

struct BatchFault {
    QString path;
    QString code;
    QString message;
};

enum class BatchItemStatus { Created, Duplicate, Invalid };

struct BatchItemResult {
    int index = 0;
    BatchItemStatus status = BatchItemStatus::Created;
    std::optional<ApplicationId> id;
    std::optional<QString> externalId;
    QList<BatchFault> errors;
};

struct BatchCreated {
    int created = 0;
    int refused = 0;
    QList<BatchItemResult> items;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto enumTexts<api::BatchItemStatus> = std::array{
    EnumText{api::BatchItemStatus::Created, "created"},
    EnumText{api::BatchItemStatus::Duplicate, "duplicate"},
    EnumText{api::BatchItemStatus::Invalid, "invalid"},
};

template <>
inline constexpr auto fieldsOf<api::Personal> = record("Personal",
    field("first_name", &api::Personal::firstName, rule::text(1, 100)),
    field("last_name", &api::Personal::lastName, rule::text(1, 100)),
    field("date_of_birth", &api::Personal::dateOfBirth, "18 to 100 years ago"),
    field("national_id", &api::Personal::nationalId, rule::pattern("^[A-Za-z0-9][A-Za-z0-9 ./-]{4,19}$", 20)),
    field("email", &api::Personal::email, rule::pattern("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", 254)),
    field("phone", &api::Personal::phone, rule::pattern("^\\+[1-9][0-9]{6,14}$", 16), "E.164: +381641234567"));

template <>
inline constexpr auto fieldsOf<api::Address> = record("Address",
    field("street", &api::Address::street, rule::text(0, 200)),
    field("city", &api::Address::city, rule::text(0, 100)),
    field("postal_code", &api::Address::postalCode, rule::text(0, 20)),
    field("country", &api::Address::country, rule::pattern("^[A-Z]{2}$", 2), "ISO 3166-1 alpha-2"),
    field("housing_status", &api::Address::housingStatus));

template <>
inline constexpr auto fieldsOf<api::Employment> = record("Employment",
    field("status", &api::Employment::status),
    field("employer_name", &api::Employment::employerName, rule::text(0, 200)),
    field("job_title", &api::Employment::jobTitle, rule::text(0, 200)),
    field("years_employed", &api::Employment::yearsEmployed, rule::range(0, 60)),
    field("contract_type", &api::Employment::contractType));

template <>
inline constexpr auto fieldsOf<api::ApplicantData> = record("ApplicantData",
    field("personal", &api::ApplicantData::personal),
    field("address", &api::ApplicantData::address),
    field("employment", &api::ApplicantData::employment));

template <>
inline constexpr auto fieldsOf<api::Income> = record("Income",
    field("net_monthly", &api::Income::netMonthly, rule::notNegative(), "absent when not known"),
    field("gross_monthly", &api::Income::grossMonthly, rule::notNegative()),
    field("other_monthly", &api::Income::otherMonthly, rule::notNegative()),
    field("income_verified", &api::Income::incomeVerified));

template <>
inline constexpr auto fieldsOf<api::Expenses> = record("Expenses",
    field("monthly_obligations", &api::Expenses::monthlyObligations, rule::notNegative(),
          "without rent or mortgage and without payments on existing loans"),
    field("rent_mortgage", &api::Expenses::rentMortgage, rule::notNegative()),
    field("existing_loans_payment", &api::Expenses::existingLoansPayment, rule::notNegative()));

template <>
inline constexpr auto fieldsOf<api::Assets> = record("Assets",
    field("savings", &api::Assets::savings, rule::notNegative()),
    field("property_value", &api::Assets::propertyValue, rule::notNegative()));

template <>
inline constexpr auto fieldsOf<api::Liabilities> = record("Liabilities",
    field("existing_loans", &api::Liabilities::existingLoans, rule::notNegative()),
    field("credit_card_debt", &api::Liabilities::creditCardDebt, rule::notNegative()));

template <>
inline constexpr auto fieldsOf<api::FinancialData> = record("FinancialData",
    field("income", &api::FinancialData::income),
    field("expenses", &api::FinancialData::expenses),
    field("assets", &api::FinancialData::assets),
    field("liabilities", &api::FinancialData::liabilities));

template <>
inline constexpr auto fieldsOf<api::CreditBureauData> = record("CreditBureauData",
    field("derogatory_records", &api::CreditBureauData::derogatoryRecords),
    field("credit_utilization", &api::CreditBureauData::creditUtilization, rule::range(0, 1)),
    field("credit_history_months", &api::CreditBureauData::creditHistoryMonths, rule::range(0, 1200)),
    field("inquiries_6m", &api::CreditBureauData::inquiries6m, rule::range(0, 1000)),
    field("score", &api::CreditBureauData::score, rule::range(0, 1000)));

template <>
inline constexpr auto fieldsOf<api::ProtectedAttributes> = record("ProtectedAttributes",
    field("marital_status", &api::ProtectedAttributes::maritalStatus, rule::text(0, 30)),
    field("sex", &api::ProtectedAttributes::sex, rule::text(0, 30)));

template <>
inline constexpr auto fieldsOf<api::LoanRequest> = record("LoanRequest",
    field("amount", &api::LoanRequest::amount, rule::positive()),
    field("currency", &api::LoanRequest::currency, "ISO 4217; the one the tenant lends in"),
    field("term_months", &api::LoanRequest::termMonths, rule::range(1, 480)),
    field("purpose", &api::LoanRequest::purpose),
    field("purchase_price", &api::LoanRequest::purchasePrice, rule::positive()),
    field("interest_rate", &api::LoanRequest::interestRate, rule::range(0, 100), "nominal annual percent"));

template <>
inline constexpr auto fieldsOf<api::ApplicationCreate> = record("ApplicationCreate",
    field("external_id", &api::ApplicationCreate::externalId, rule::pattern("^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$", 100),
          "unique in the tenant; made when absent"),
    field("source", &api::ApplicationCreate::source, rule::defaulted()),
    field("metadata", &api::ApplicationCreate::metadata, "flat, at most 4 KiB"),
    field("priority_customer", &api::ApplicationCreate::priorityCustomer, rule::defaulted()),
    field("applicant_data", &api::ApplicationCreate::applicantData),
    field("financial_data", &api::ApplicationCreate::financialData),
    field("credit_bureau_data", &api::ApplicationCreate::creditBureauData),
    field("protected_attributes", &api::ApplicationCreate::protectedAttributes),
    field("loan_request", &api::ApplicationCreate::loanRequest));

template <>
inline constexpr auto fieldsOf<api::ApplicationCreated> = record("ApplicationCreated",
    field("id", &api::ApplicationCreated::id),
    field("external_id", &api::ApplicationCreated::externalId),
    field("status", &api::ApplicationCreated::status),
    field("created_at", &api::ApplicationCreated::createdAt));

template <>
inline constexpr auto fieldsOf<api::BatchCreate> = record("BatchCreate",
    field("items", &api::BatchCreate::items, rule::items(1, 500), "each as for POST /applications"));

template <>
inline constexpr auto fieldsOf<api::BatchFault> = record("BatchFault",
    field("path", &api::BatchFault::path),
    field("code", &api::BatchFault::code),
    field("message", &api::BatchFault::message));

template <>
inline constexpr auto fieldsOf<api::BatchItemResult> = record("BatchItemResult",
    field("index", &api::BatchItemResult::index),
    field("status", &api::BatchItemResult::status),
    field("id", &api::BatchItemResult::id),
    field("external_id", &api::BatchItemResult::externalId),
    field("errors", &api::BatchItemResult::errors));

template <>
inline constexpr auto fieldsOf<api::BatchCreated> = record("BatchCreated",
    field("created", &api::BatchCreated::created),
    field("refused", &api::BatchCreated::refused),
    field("items", &api::BatchCreated::items));

} // namespace countersign
