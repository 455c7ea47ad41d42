// What a file is by its content, whatever its name and its sender say.
#pragma once

#include "core/base/EnumText.h"

#include <QByteArrayView>

#include <optional>

namespace countersign {

enum class DocumentType { Pdf, Jpeg, Png, Tiff };

template <>
inline constexpr auto enumTexts<DocumentType> = std::array{
    EnumText{DocumentType::Pdf, "application/pdf"},
    EnumText{DocumentType::Jpeg, "image/jpeg"},
    EnumText{DocumentType::Png, "image/png"},
    EnumText{DocumentType::Tiff, "image/tiff"},
};

/// Nothing for every other kind of file, for one that is cut off, and for one that is something else as well: with another
/// file behind its end or inside it where readers of that kind look, such as a ZIP archive or a PDF within a picture.
std::optional<DocumentType> documentTypeOf(QByteArrayView content);

/// `mediaType` as declared, parameters included; `application/octet-stream` and nothing claim nothing.
bool isDeclaredAs(const QString &mediaType, DocumentType type);

/// A name that is safe to store, show and save under: the last part of a path, without control characters, directions of
/// writing, and what file systems do not take; at most 120 characters and with the extension of the type. Nothing when it
/// has the extension of another type.
std::optional<QString> documentName(const QString &given, DocumentType type);

} // namespace countersign
