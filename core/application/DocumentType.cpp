#include "core/application/DocumentType.h"

#include <QByteArrayList>
#include <QStringList>
#include <QtEndian>

namespace countersign {

namespace {

using enum DocumentType;

constexpr qsizetype kMaxName = 120;
constexpr qsizetype kHeaderRoom = 1024; ///< readers of PDF look for its header so far into a file

template <class Int>
Int bigEndian(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<Int>(bytes.data() + at);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '\f' || c == '\0';
}

/// From its header to its end marker, with nothing but white space behind.
bool isPdf(QByteArrayView content)
{
    static constexpr QByteArrayView kEnd("%%EOF");
    if (!content.startsWith("%PDF-1.") && !content.startsWith("%PDF-2."))
        return false;
    qsizetype end = content.size();
    while (end > 0 && isSpace(content[end - 1]))
        --end;
    return content.first(end).endsWith(kEnd);
}

/// Segments from the first marker to the picture's data, and the end marker at the end.
bool isJpeg(QByteArrayView content)
{
    static constexpr QByteArrayView kBegin("\xff\xd8\xff", 3);
    static constexpr QByteArrayView kEnd("\xff\xd9", 2);
    if (!content.startsWith(kBegin) || !content.endsWith(kEnd))
        return false;
    for (qsizetype at = 2; at + 4 <= content.size();) {
        if (uchar(content[at]) != 0xff)
            return false;
        if (uchar(content[at + 1]) == 0xda) // the data of the picture
            return true;
        const auto length = bigEndian<quint16>(content, at + 2);
        if (length < 2)
            return false;
        at += 2 + length;
    }
    return false;
}

/// Chunk by chunk from the header to the end, which is the end of the file.
bool isPng(QByteArrayView content)
{
    static constexpr QByteArrayView kBegin("\x89PNG\r\n\x1a\n", 8);
    if (!content.startsWith(kBegin))
        return false;
    bool isFirst = true;
    for (qsizetype at = kBegin.size(); at + 12 <= content.size(); isFirst = false) {
        const qsizetype length = bigEndian<quint32>(content, at);
        const QByteArrayView kind = content.sliced(at + 4, 4);
        if (isFirst != (kind == "IHDR"))
            return false;
        at += 12 + length;
        if (kind == "IEND")
            return at == content.size();
    }
    return false;
}

/// A header whose first directory is inside the file and not empty.
bool isTiff(QByteArrayView content)
{
    const bool isLittle = content.startsWith(QByteArrayView("II*\0", 4));
    if (content.size() < 16 || (!isLittle && !content.startsWith(QByteArrayView("MM\0*", 4))))
        return false;
    const char *at = content.data() + 4;
    const qsizetype directory = isLittle ? qFromLittleEndian<quint32>(at) : qFromBigEndian<quint32>(at);
    if (directory < 8 || directory + 2 > content.size())
        return false;
    at = content.data() + directory;
    const qsizetype entries = isLittle ? qFromLittleEndian<quint16>(at) : qFromBigEndian<quint16>(at);
    return entries > 0 && directory + 2 + entries * 12 <= content.size();
}

/// Archives are read from their end: a record of the directory whose comment reaches to the end of the file.
bool endsAsArchive(QByteArrayView content)
{
    static constexpr QByteArrayView kMark("PK\x05\x06", 4);
    static constexpr qsizetype kRecord = 22;
    static constexpr qsizetype kLongestComment = 65'535;
    const QByteArrayView tail = content.last(std::min(content.size(), kRecord + kLongestComment));
    for (qsizetype at = tail.indexOf(kMark); at >= 0; at = tail.indexOf(kMark, at + 1)) {
        if (at + kRecord > tail.size())
            return false;
        if (at + kRecord + qFromLittleEndian<quint16>(tail.data() + at + 20) == tail.size())
            return true;
    }
    return false;
}

struct TypeRow {
    DocumentType type;
    bool (*fits)(QByteArrayView);
    const char *extensions; ///< the first is put to a name that has none
};
constexpr std::array kTypes{
    TypeRow{Pdf, &isPdf, "pdf"},
    TypeRow{Jpeg, &isJpeg, "jpg jpeg"},
    TypeRow{Png, &isPng, "png"},
    TypeRow{Tiff, &isTiff, "tif tiff"},
};

QStringList extensionsOf(DocumentType type)
{
    const auto row = std::find_if(kTypes.begin(), kTypes.end(), [type](const TypeRow &known) { return known.type == type; });
    return QString::fromLatin1(row->extensions).split(QLatin1Char(' '));
}

/// What would hide a part of the name, break a line or name another folder.
bool isHarmless(QChar c)
{
    static const QString kRefused = QStringLiteral("<>:\"/\\|?*");
    return c.isPrint() && c.category() != QChar::Other_Format && !kRefused.contains(c);
}

QString cleaned(const QString &given)
{
    QString last = given;
    last.replace(QLatin1Char('\\'), QLatin1Char('/'));
    last = last.section(QLatin1Char('/'), -1);
    QString name;
    for (const QChar c : std::as_const(last))
        if (isHarmless(c))
            name += c;
    name = name.normalized(QString::NormalizationForm_C).simplified();
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' ')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' ')))
        name.chop(1);
    return name;
}

/// `Scan 12.3` has none.
QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    const QString extension = dot < 0 ? QString() : name.mid(dot + 1).toLower();
    const auto isWord = [](QChar c) { return c.isLetterOrNumber(); };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const bool isOne = extension.size() <= 5 && std::all_of(extension.begin(), extension.end(), isWord)
        && std::any_of(extension.begin(), extension.end(), isLetter);
    return isOne ? extension : QString();
}

} // namespace

std::optional<DocumentType> documentTypeOf(QByteArrayView content)
{
    for (const TypeRow &row : kTypes) {
        if (!row.fits(content))
            continue;
        const bool isPdfAsWell = row.type != Pdf && content.first(std::min(content.size(), kHeaderRoom)).contains("%PDF-");
        return isPdfAsWell || endsAsArchive(content) ? std::nullopt : std::optional(row.type);
    }
    return std::nullopt;
}

bool isDeclaredAs(const QString &mediaType, DocumentType type)
{
    const QString plain = mediaType.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    return plain.isEmpty() || plain == QLatin1String("application/octet-stream") || plain == toText(type);
}

std::optional<QString> documentName(const QString &given, DocumentType type)
{
    const QStringList extensions = extensionsOf(type);
    QString name = cleaned(given);
    const QString extension = extensionOf(name);
    if (!extension.isEmpty() && !extensions.contains(extension))
        return std::nullopt;
    if (!extension.isEmpty())
        name.chop(extension.size() + 1);
    if (name.isEmpty())
        name = QStringLiteral("document");
    const QString end = QLatin1Char('.') + (extension.isEmpty() ? extensions.first() : extension);
    name.truncate(kMaxName - end.size());
    return name + end;
}

} // namespace countersign
