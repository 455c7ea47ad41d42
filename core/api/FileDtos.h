// Files on the wire: the bytes are the body, and what they are stands in the header.
#pragma once

#include "core/json/Codec.h"

#include <QByteArray>

namespace countersign::api {

inline constexpr qint64 kMaxFile = 10 << 20;

/// As a client sends it. The name comes percent-encoded in X-File-Name; neither it nor the media type can be trusted.
struct FileUpload {
    QByteArray content;
    QString mediaType;
    QString fileName;
};

struct FileDownload {
    QByteArray content;
    QString mediaType;
    QString fileName;
};

/// The media type of a body of type T; of files it is the file's own.
template <class T>
inline constexpr const char *kBodyMedia = "application/json";
template <>
inline constexpr const char *kBodyMedia<FileUpload> = "application/octet-stream";
template <>
inline constexpr const char *kBodyMedia<FileDownload> = "application/octet-stream";

template <class T>
inline constexpr bool isFile = false;
template <>
inline constexpr bool isFile<FileUpload> = true;
template <>
inline constexpr bool isFile<FileDownload> = true;

} // namespace countersign::api

namespace countersign {

/// A file is no JSON: there is only the description of it.
template <class T>
    requires api::isFile<T>
struct Codec<T> {
    static QJsonObject schema(const Rule &, SchemaDefinitions &)
    {
        return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QStringLiteral("binary")}};
    }
};

} // namespace countersign
