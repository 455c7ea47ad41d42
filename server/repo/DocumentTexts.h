// What rows of documents seal, and how they are read.
#pragma once

#include "core/api/DocumentDtos.h"
#include "server/repo/SealedColumns.h"

namespace countersign::repo {

inline constexpr char kSealedMessage[] = "sealed_message";
inline constexpr char kSealedDescription[] = "sealed_description";
inline constexpr char kSealedAbout[] = "sealed_about";
inline constexpr char kSealedContent[] = "sealed_content";

/// What a file says of itself: names and fingerprints lead to people.
struct DocumentAbout {
    QString fileName;
    QString sha256;
};

/// Where the applicant was erased something stands for the texts that says so.
Result<api::DocumentRequest> documentRequestOf(const Query &row, const Opener &opener);
Result<api::DocumentInfo> documentOf(const Query &row, const Opener &opener);

/// A text that a person wrote. Nothing is left of it when the key was destroyed.
Result<QString> openedText(const std::optional<SecretKey> &key, const SealPlace &place, QByteArrayView sealed);

} // namespace countersign::repo

namespace countersign {

template <>
inline constexpr auto fieldsOf<repo::DocumentAbout> = record("DocumentAbout",
    field("file_name", &repo::DocumentAbout::fileName),
    field("sha256", &repo::DocumentAbout::sha256));

} // namespace countersign
