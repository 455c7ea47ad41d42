#include "core/notify/Mail.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype kMaxAddress = 254; // RFC 5321 4.5.3.1.3
constexpr qsizetype kMaxLocalPart = 64;
constexpr qsizetype kEncodedLine = 76;
constexpr qsizetype kEncodedWord = 45; // bytes: 60 in base64, with =?UTF-8?B?...?= within the 75 of RFC 2047

bool isAddressCharacter(QChar c)
{
    return c > u' ' && c < u'\x7f' && !QStringView(u"()<>[]:;,\\\"").contains(c);
}

QString oneLine(QString text)
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return text.simplified();
}

/// Each word holds whole characters.
QByteArray encodedWords(const QString &text)
{
    QByteArray words;
    QByteArray piece;
    const auto flush = [&] {
        words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (piece.size() + bytes.size() > kEncodedWord)
            flush();
        piece += bytes;
    }
    flush();
    return words;
}

QByteArray subjectOf(const QString &subject)
{
    const QString line = oneLine(subject);
    const bool isPlain = line.size() <= kEncodedLine && !line.contains(QLatin1String("=?"))
        && std::all_of(line.begin(), line.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    return isPlain ? line.toLatin1() : encodedWords(line);
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += kEncodedLine)
        lines += encoded.mid(at, kEncodedLine) + "\r\n";
    return lines;
}

QByteArray dateOf(Instant instant)
{
    const QString text =
        QLocale::c().toString(toDateTime(instant).toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    return text.toLatin1() + " +0000";
}

} // namespace

bool isMailAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return text.size() <= kMaxAddress && at > 0 && at <= kMaxLocalPart && at < text.size() - 1
        && text.indexOf(u'@', at + 1) < 0 && !text.startsWith(u'-')
        && std::all_of(text.begin(), text.end(), isAddressCharacter);
}

std::optional<QByteArray> mailBytes(const Mail &mail, const QString &from)
{
    if (!isMailAddress(mail.to) || !isMailAddress(from) || !isMailAddress(mail.id + u'@' + from.section(u'@', 1)))
        return std::nullopt;
    return "From: " + from.toLatin1() + "\r\nTo: " + mail.to.toLatin1() + "\r\nSubject: " + subjectOf(mail.subject)
        + "\r\nDate: " + dateOf(mail.date) + "\r\nMessage-ID: <" + mail.id.toLatin1() + '@'
        + from.section(u'@', 1).toLatin1()
        + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(mail.text.toUtf8());
}

} // namespace countersign
