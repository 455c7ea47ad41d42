#include "ui/widgets/ScoreBand.h"

#include "core/scoring/ScoreScale.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace countersign {

qreal scorePosition(const QRectF &band, int score)
{
    const int clamped = qBound(kMinScore, score, kMaxScore);
    return band.left() + band.width() * (clamped - kMinScore) / (kMaxScore - kMinScore);
}

void paintScoreZones(QPainter &painter, const QRectF &band, const ScoreZones &zones, qreal radius)
{
    const Theme &theme = Theme::current();
    const qreal decline = scorePosition(band, zones.declineMax);
    const qreal approve = qMax(decline, scorePosition(band, zones.approveMin));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(band, radius, radius);
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(band, theme.line);
    painter.fillRect(QRectF(band.topLeft(), QPointF(decline, band.bottom())), theme.lowersSoft);
    painter.fillRect(QRectF(QPointF(approve, band.top()), band.bottomRight()), theme.raisesSoft);
    painter.restore();
}

void paintScoreMarker(QPainter &painter, const QRectF &area, int score, qreal width)
{
    const qreal left = qBound(area.left(), scorePosition(area, score) - width / 2, area.right() - width);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().text);
    painter.drawRoundedRect(QRectF(left, area.top(), width, area.height()), width / 3, width / 3);
    painter.restore();
}

} // namespace countersign
