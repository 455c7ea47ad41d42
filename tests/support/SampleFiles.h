// Small files of each kind that is taken, whole and valid.
#pragma once

#include <QByteArray>

namespace countersign::samples {

inline QByteArray pdf(const QByteArray &content = "1 0 obj\n<<>>\nendobj\n")
{
    return "%PDF-1.7\n" + content + "trailer\n<<>>\n%%EOF\n";
}

inline QByteArray jpeg()
{
    return QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20)
        + QByteArray("\xff\xda\x00\x04\x01\x00\x11\x22\xff\xd9", 10);
}

inline QByteArray pngChunk(const QByteArray &kind, const QByteArray &data)
{
    QByteArray chunk(4, '\0');
    chunk[2] = char(data.size() >> 8);
    chunk[3] = char(data.size() & 0xff);
    return chunk + kind + data + QByteArray(4, 'c');
}

inline QByteArray png(const QByteArray &more = {})
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", QByteArray(13, '\1')) + more + pngChunk("IDAT", "data")
        + pngChunk("IEND", {});
}

inline QByteArray tiff()
{
    return QByteArray("II*\0\x08\0\0\0\x01\0", 10) + QByteArray(12, '\1') + QByteArray(4, '\0');
}

/// An empty archive.
inline QByteArray zip()
{
    return QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');
}

} // namespace countersign::samples
