#include "server/db/PgText.h"

#include <limits>

namespace countersign::pgtext {

using namespace std::chrono;

QByteArray arrayLiteral(const QStringList &items)
{
    QByteArrayList quoted;
    for (const QString &item : items) {
        QByteArray text = item.toUtf8();
        text.replace('\\', "\\\\").replace('"', "\\\"");
        quoted.append('"' + text + '"');
    }
    return '{' + quoted.join(',') + '}';
}

QStringList arrayItems(QByteArrayView literal)
{
    QStringList items;
    QByteArray item;
    bool quoted = false;
    bool any = false;
    for (qsizetype i = 1; i + 1 < literal.size(); ++i) {
        const char c = literal[i];
        if (c == '\\') {
            item += literal[++i];
        } else if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (c == ',' && !quoted) {
            items.append(QString::fromUtf8(item));
            item.clear();
        } else {
            item += c;
            any = true;
        }
    }
    if (any || !items.isEmpty())
        items.append(QString::fromUtf8(item));
    return items;
}

Instant toInstant(QByteArrayView text)
{
    // Only what a session in UTC prints: fixed places, then up to six decimals.
    if (text.size() < 22 || text[4] != '-' || text[10] != ' ' || !text.endsWith("+00"))
        return {};
    const auto number = [&](qsizetype from, qsizetype length) { return text.sliced(from, length).toInt(); };
    const sys_days day = year(number(0, 4)) / month(unsigned(number(5, 2))) / std::chrono::day(unsigned(number(8, 2)));
    Instant instant = day + hours(number(11, 2)) + minutes(number(14, 2)) + seconds(number(17, 2));
    if (text[19] == '.') {
        const QByteArray digits = text.sliced(20, text.size() - 23).toByteArray().leftJustified(6, '0', true);
        instant += microseconds(digits.toInt());
    }
    return instant;
}

double toDouble(QByteArrayView text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity" || text == "-Infinity")
        return text[0] == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return text.toDouble();
}

bool jsonHasNul(QByteArrayView json)
{
    for (qsizetype at = json.indexOf("\\u0000"); at >= 0; at = json.indexOf("\\u0000", at + 1)) {
        qsizetype backslashes = 1;
        while (at - backslashes >= 0 && json[at - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 1)
            return true;
    }
    return false;
}

} // namespace countersign::pgtext
