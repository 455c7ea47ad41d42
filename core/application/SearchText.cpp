#include "core/application/SearchText.h"

namespace countersign {

namespace {

QString folded(const QString &text, const char *dStroke)
{
    QString lower = text.toLower();
    lower.replace(QChar(0x0111), QLatin1String(dStroke));
    lower.replace(QChar(0x0142), QLatin1Char('l')); // ł does not decompose either
    lower.replace(QChar(0x00f8), QLatin1Char('o'));
    QString words;
    for (const QChar c : lower.normalized(QString::NormalizationForm_KD)) {
        if (c.isMark())
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate())
            words += c;
        else if (!words.isEmpty() && !words.endsWith(QLatin1Char(' ')))
            words += QLatin1Char(' ');
    }
    return words.trimmed();
}

} // namespace

QString searchText(const QString &name)
{
    const QString asDj = folded(name, "dj");
    const QString asD = folded(name, "d");
    return asDj == asD ? asDj : asDj + QLatin1Char(' ') + asD;
}

QString searchTerm(const QString &typed)
{
    return folded(typed, "dj");
}

} // namespace countersign
