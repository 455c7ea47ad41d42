#include "core/audit/Mask.h"

#include <QJsonArray>

#include <algorithm>

namespace countersign {

namespace {

const QString kHidden = QStringLiteral("***");

/// The first and the last code points of a text around some stars.
struct Window {
    int first;
    int last;
};

QString through(const Window &window, QLatin1String stars, const QString &text)
{
    const QList<uint> points = text.toUcs4();
    const auto part = [&points](qsizetype from, qsizetype count) {
        const QList<uint> sliced = points.mid(from, count);
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(sliced.constData()), sliced.size());
    };
    return part(0, window.first) + stars + part(points.size() - window.last, window.last);
}

qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

QString emailMask(const QString &text)
{
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? kHidden : kHidden + text.mid(at);
}

QString phoneMask(const QString &text)
{
    const qsizetype length = lengthOf(text);
    return through(length >= 10 ? Window{4, 2} : length >= 7 ? Window{0, 2} : Window{0, 0}, QLatin1String("******"), text);
}

QString nationalIdMask(const QString &text)
{
    return through(lengthOf(text) >= 8 ? Window{4, 0} : Window{0, 0}, QLatin1String("*********"), text);
}

QString nameMask(const QString &text)
{
    const qsizetype length = lengthOf(text);
    return through(length >= 5 ? Window{2, 1} : length >= 2 ? Window{1, 0} : Window{0, 0}, QLatin1String("***"), text);
}

QString codeMask(const QString &text)
{
    const bool isCode = !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_') || c == QLatin1Char(':');
    });
    return isCode ? text : kHidden;
}

} // namespace

QString masked(MaskKind kind, const QString &text)
{
    switch (kind) {
    case MaskKind::Plain:
        return text;
    case MaskKind::Code:
        return codeMask(text);
    case MaskKind::Email:
        return emailMask(text);
    case MaskKind::Phone:
        return phoneMask(text);
    case MaskKind::NationalId:
        return nationalIdMask(text);
    case MaskKind::Name:
        return nameMask(text);
    case MaskKind::Hidden:
        break;
    }
    return kHidden;
}

QJsonValue masked(MaskKind kind, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QJsonValue::Null;
    if (value.isString())
        return masked(kind, value.toString());
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(masked(kind, item));
        return items;
    }
    const bool isShown = kind == MaskKind::Plain || kind == MaskKind::Code;
    return isShown && !value.isObject() ? value : QJsonValue(kHidden);
}

} // namespace countersign
