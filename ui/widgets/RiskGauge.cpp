#include "ui/widgets/RiskGauge.h"

#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QLocale>
#include <QPainter>

#include <array>

namespace countersign {

namespace {

constexpr qreal kSmallShare = 0.85; ///< of the widget's font
constexpr int kGapChars = 2;        ///< least distance of two texts, in widths of a digit

QRectF centredAt(qreal x, const QRectF &line, qreal width)
{
    const qreal left = qBound(line.left(), x - width / 2, qMax(line.left(), line.right() - width));
    return QRectF(left, line.top(), width, line.height());
}

} // namespace

RiskGauge::RiskGauge(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("riskGauge"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RiskGauge::setValue(std::optional<int> score, const ScoreZones &zones)
{
    m_score = score;
    m_zones = zones;
    describe();
    update();
}

void RiskGauge::setValue(int score, int declineCutoff, int approveCutoff)
{
    setValue(score, ScoreZones{.declineMax = declineCutoff, .approveMin = approveCutoff});
}

QFont RiskGauge::smallFont() const
{
    QFont small = font();
    small.setPixelSize(qRound(QFontInfo(font()).pixelSize() * kSmallShare));
    return small;
}

QRectF RiskGauge::markerArea() const
{
    return QRectF(0, 0, width(), 2.0 * qRound(fontMetrics().ascent() * 0.95));
}

QRectF RiskGauge::band() const
{
    const QRectF area = markerArea();
    const qreal height = area.height() / 2;
    return QRectF(area.left(), area.top() + height / 2, area.width(), height);
}

QSize RiskGauge::sizeHint() const
{
    const int digits = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    return QSize(56 * digits, minimumSizeHint().height());
}

QSize RiskGauge::minimumSizeHint() const
{
    const int digits = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    return QSize(24 * digits, qRound(markerArea().height()) + QFontMetrics(smallFont()).height() + 2);
}

void RiskGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF zones = band();
    paintScoreZones(painter, zones, m_zones, zones.height() / 5);
    paintCutoffs(painter);
    paintZoneNames(painter);
    if (m_score)
        paintScoreMarker(painter, markerArea(), *m_score, zones.height() / 3);
}

/// The three numbers under the band, the recommendation only where it does not run into the other two.
void RiskGauge::paintCutoffs(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRectF zones = band();
    const QFontMetricsF metrics(smallFont());
    const QRectF line(0, markerArea().bottom(), width(), metrics.height());
    const qreal gap = metrics.horizontalAdvance(QLatin1Char('0')) * kGapChars / 2;
    painter.setFont(smallFont());
    std::array<QRectF, 2> taken;
    const auto place = [&](int cutoff) {
        const QString text = QLocale::c().toString(cutoff);
        return std::pair(text, centredAt(scorePosition(zones, cutoff), line, metrics.horizontalAdvance(text)));
    };
    int count = 0;
    for (const int cutoff : {m_zones.declineMax, m_zones.approveMin, m_zones.recommendFrom}) {
        const auto [text, rect] = place(cutoff);
        const QRectF wide = rect.adjusted(-gap, 0, gap, 0);
        const bool fits = std::none_of(taken.begin(), taken.begin() + count,
                                       [&](const QRectF &other) { return other.intersects(wide); });
        const bool isRecommendation = cutoff == m_zones.recommendFrom;
        const qreal x = qRound(scorePosition(zones, cutoff)) + 0.5;
        painter.setPen(QPen(isRecommendation ? theme.text : theme.outline, 1));
        const qreal above = isRecommendation ? zones.height() / 4 : 0;
        painter.drawLine(QPointF(x, zones.top() - above), QPointF(x, zones.bottom() + zones.height() / 4));
        if (!fits)
            continue;
        painter.setPen(theme.muted);
        painter.drawText(rect, Qt::AlignCenter, text);
        if (count < int(taken.size()))
            taken[count++] = wide;
    }
}

/// Said where there is room for the whole words, nowhere in part.
void RiskGauge::paintZoneNames(QPainter &painter) const
{
    const QRectF zones = band();
    const QFontMetricsF metrics(smallFont());
    const qreal number = metrics.horizontalAdvance(QStringLiteral("0000"));
    const qreal top = markerArea().bottom();
    const qreal decline = scorePosition(zones, m_zones.declineMax) - number / 2;
    const qreal approve = scorePosition(zones, m_zones.approveMin) + number / 2;
    painter.setFont(smallFont());
    painter.setPen(Theme::current().muted);
    const auto paint = [&](qreal from, qreal to, const QString &text) {
        const QRectF rect(from, top, to - from, metrics.height());
        if (metrics.horizontalAdvance(text) <= rect.width())
            painter.drawText(rect, Qt::AlignCenter, text);
    };
    paint(zones.left(), decline, tr("declined auto."));
    paint(approve, zones.right(), tr("approved auto."));
}

void RiskGauge::describe()
{
    setAccessibleName(tr("Risk score"));
    QString place = tr("No score: no model could be asked.");
    if (m_score && *m_score <= m_zones.declineMax)
        place = tr("Score %1 of 1000: in the zone that is declined automatically.").arg(*m_score);
    else if (m_score && *m_score >= m_zones.approveMin)
        place = tr("Score %1 of 1000: in the zone that is approved automatically.").arg(*m_score);
    else if (m_score)
        place = tr("Score %1 of 1000: in the zone where a person decides.").arg(*m_score);
    const QString policy =
        tr("Declined automatically up to %1, approving suggested from %2, approved automatically from %3.")
            .arg(m_zones.declineMax)
            .arg(m_zones.recommendFrom)
            .arg(m_zones.approveMin);
    setAccessibleDescription(place + QLatin1Char(' ') + policy);
    setToolTip(place + QLatin1Char('\n') + policy);
}

void RiskGauge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace countersign
