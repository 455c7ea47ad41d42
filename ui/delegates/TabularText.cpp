#include "ui/delegates/TabularText.h"

#include <QFontMetricsF>
#include <QPainter>

namespace countersign::tabular {

namespace {

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

qreal widestDigit(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

/// Calls with each digit and each run of anything else.
template <class Do>
void forEachPart(const QString &text, Do doWith)
{
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        while (!isDigit(text[at]) && end < text.size() && !isDigit(text[end]))
            ++end;
        doWith(text.mid(at, end - at), isDigit(text[at]));
        at = end;
    }
}

qreal widthWith(const QString &text, const QFontMetricsF &metrics, qreal cell)
{
    qreal sum = 0;
    forEachPart(text, [&](const QString &part, bool digit) { sum += digit ? cell : metrics.horizontalAdvance(part); });
    return sum;
}

} // namespace

qreal width(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return widthWith(text, metrics, widestDigit(metrics));
}

void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal cell = widestDigit(metrics);
    const qreal needed = widthWith(text, metrics, cell);
    if (needed > rect.width() + 0.5) {
        painter.drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter),
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - needed;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - needed / 2;
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    forEachPart(text, [&](const QString &part, bool digit) {
        const qreal advance = metrics.horizontalAdvance(part);
        painter.drawText(QPointF(digit ? x + (cell - advance) / 2 : x, baseline), part);
        x += digit ? cell : advance;
    });
}

} // namespace countersign::tabular
