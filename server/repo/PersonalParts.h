// What an application says of the applicant, in the two parts that it is stored in: what says who it is, which is sealed, and
// what scoring reads.
#pragma once

#include "core/api/ApplicationDtos.h"

namespace countersign::repo {

struct SealedPart {
    api::Personal personal;
    std::optional<QString> street;
    std::optional<QString> city;
    std::optional<QString> postalCode;
    std::optional<QString> employerName;
    std::optional<QString> jobTitle;
};

struct PlainAddress {
    std::optional<QString> country;
    std::optional<HousingStatus> housingStatus;
};

struct PlainPart {
    std::optional<PlainAddress> address;
    EmploymentStatus employmentStatus = EmploymentStatus::Employed;
    std::optional<double> yearsEmployed;
    std::optional<ContractType> contractType;
};

SealedPart sealedPartOf(const api::ApplicantData &applicant);
PlainPart plainPartOf(const api::ApplicantData &applicant);
api::ApplicantData joined(const PlainPart &plain, const SealedPart &sealed);

/// What stands where a person was, in a form that the fields' rules allow.
SealedPart erasedPart();
inline constexpr char kErasedName[] = "(erased)";

} // namespace countersign::repo

namespace countersign {

template <>
inline constexpr auto fieldsOf<repo::SealedPart> = record("SealedPart",
    field("personal", &repo::SealedPart::personal),
    field("street", &repo::SealedPart::street),
    field("city", &repo::SealedPart::city),
    field("postal_code", &repo::SealedPart::postalCode),
    field("employer_name", &repo::SealedPart::employerName),
    field("job_title", &repo::SealedPart::jobTitle));

template <>
inline constexpr auto fieldsOf<repo::PlainAddress> = record("PlainAddress",
    field("country", &repo::PlainAddress::country),
    field("housing_status", &repo::PlainAddress::housingStatus));

template <>
inline constexpr auto fieldsOf<repo::PlainPart> = record("PlainPart",
    field("address", &repo::PlainPart::address),
    field("employment_status", &repo::PlainPart::employmentStatus),
    field("years_employed", &repo::PlainPart::yearsEmployed),
    field("contract_type", &repo::PlainPart::contractType));

} // namespace countersign
