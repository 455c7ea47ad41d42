#include "server/repo/PersonalParts.h"

namespace countersign::repo {

SealedPart sealedPartOf(const api::ApplicantData &applicant)
{
    SealedPart part;
    part.personal = applicant.personal;
    if (applicant.address) {
        part.street = applicant.address->street;
        part.city = applicant.address->city;
        part.postalCode = applicant.address->postalCode;
    }
    part.employerName = applicant.employment.employerName;
    part.jobTitle = applicant.employment.jobTitle;
    return part;
}

PlainPart plainPartOf(const api::ApplicantData &applicant)
{
    PlainPart part;
    if (applicant.address)
        part.address = PlainAddress{applicant.address->country, applicant.address->housingStatus};
    part.employmentStatus = applicant.employment.status;
    part.yearsEmployed = applicant.employment.yearsEmployed;
    part.contractType = applicant.employment.contractType;
    return part;
}

api::ApplicantData joined(const PlainPart &plain, const SealedPart &sealed)
{
    api::ApplicantData applicant;
    applicant.personal = sealed.personal;
    if (plain.address)
        applicant.address = api::Address{sealed.street, sealed.city, sealed.postalCode, plain.address->country,
                                         plain.address->housingStatus};
    applicant.employment = {plain.employmentStatus, sealed.employerName, sealed.jobTitle, plain.yearsEmployed,
                            plain.contractType};
    return applicant;
}

SealedPart erasedPart()
{
    const QString name = QLatin1String(kErasedName);
    SealedPart part;
    part.personal = {name, name, QDate(1900, 1, 1), QStringLiteral("erased"), {}, {}};
    return part;
}

} // namespace countersign::repo
