// Columns that are sealed with the key of a person: written by intake, read by lists and details.
#pragma once

#include "core/base/Result.h"
#include "server/db/Query.h"
#include "server/privacy/KeyRing.h"

namespace countersign::repo {

inline constexpr char kSealedName[] = "sealed_name";
inline constexpr char kSealedPerson[] = "sealed_person";
inline constexpr char kSealedMetadata[] = "sealed_metadata";

/// Opens what a row seals. Its columns are `person_id` and `wrapped_key` beside the sealed ones.
struct Opener {
    const KeyRing &keys;
    TenantId tenant;

    /// The key of the row's person; nothing when it was destroyed.
    Result<std::optional<SecretKey>> keyOf(const Query &row) const;
    /// A sealed column of the row whose id is `owner`.
    Result<QByteArray> open(const SecretKey &key, const QUuid &owner, const Query &row, const char *column) const;
    /// The applicant's name, or what stands for one who was erased.
    Result<QString> nameOf(const Query &row, ApplicationId application) const;
};

} // namespace countersign::repo
