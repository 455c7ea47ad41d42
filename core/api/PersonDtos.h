// A person's rights over what is stored about him, on the wire.
#pragma once

#include "core/api/CaseDtos.h"

namespace countersign::api {

struct PersonErased {
    PersonId personId;
    Instant erasedAt;
};

/// What was told for fairness reports, beside the application it came with.
struct ProtectedOf {
    ApplicationId applicationId;
    ProtectedAttributes attributes;
};

/// Everything that is stored about one person.
struct PersonExport {
    PersonId personId;
    Instant createdAt;
    std::optional<Instant> erasedAt;
    Instant exportedAt;
    QList<CaseDetail> applications; ///< oldest first
    QList<ProtectedOf> protectedAttributes;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::PersonErased> = record("PersonErased",
    field("person_id", &api::PersonErased::personId),
    field("erased_at", &api::PersonErased::erasedAt, "when it was done first"));

template <>
inline constexpr auto fieldsOf<api::ProtectedOf> = record("ProtectedOf",
    field("application_id", &api::ProtectedOf::applicationId),
    field("attributes", &api::ProtectedOf::attributes));

template <>
inline constexpr auto fieldsOf<api::PersonExport> = record("PersonExport",
    field("person_id", &api::PersonExport::personId),
    field("created_at", &api::PersonExport::createdAt),
    field("erased_at", &api::PersonExport::erasedAt),
    field("exported_at", &api::PersonExport::exportedAt),
    field("applications", &api::PersonExport::applications, "oldest first"),
    field("protected_attributes", &api::PersonExport::protectedAttributes));

} // namespace countersign
