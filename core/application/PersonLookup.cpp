#include "core/application/PersonLookup.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QLatin1String(pattern)).match(text).hasMatch();
}

template <class Keep>
QString only(const QString &text, Keep keep)
{
    QString kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), keep);
    return kept;
}

} // namespace

QString nationalIdForm(const QString &text)
{
    return only(text, [](QChar c) { return c.isLetterOrNumber(); }).toUpper();
}

QString emailForm(const QString &text)
{
    return text.trimmed().toLower();
}

QString phoneForm(const QString &text)
{
    return only(text, [](QChar c) { return c.isDigit() || c == QLatin1Char('+'); });
}

bool looksLikeNationalId(const QString &text)
{
    return matches("^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9 ./-]{4,19}$", text.trimmed());
}

bool looksLikeEmail(const QString &text)
{
    return matches("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", text.trimmed());
}

bool looksLikePhone(const QString &text)
{
    return matches("^\\+[1-9][0-9 ()/-]{6,20}$", text.trimmed());
}

} // namespace countersign
