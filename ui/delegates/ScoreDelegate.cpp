#include "ui/delegates/ScoreDelegate.h"

#include "ui/delegates/TabularText.h"
#include "ui/models/CellRoles.h"
#include "ui/widgets/ScoreBand.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace countersign {

namespace {

constexpr double kBandInDigits = 8;

QFont scoreFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

qreal numberWidth(const QFont &font)
{
    return tabular::width(QStringLiteral("1000"), font);
}

} // namespace

void ScoreDelegate::paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const
{
    const QVariant score = index.data(ScoreRole);
    if (!score.isValid()) {
        painter.setPen(Theme::current().muted);
        return RowDelegate::paintCell(painter, area, index);
    }
    painter.setFont(scoreFont(painter.font()));
    const QFontMetricsF metrics(painter.font());
    const qreal number = numberWidth(painter.font());
    tabular::draw(painter, QRectF(area.left(), area.top(), number, area.height()), Qt::AlignLeft,
                  QString::number(score.toInt()));

    const qreal left = area.left() + number + measure::kGap / 2.0;
    const qreal width = qMin(area.right() - left, tabular::width(QStringLiteral("0"), painter.font()) * kBandInDigits);
    const qreal high = metrics.ascent();
    if (width < 2 * high)
        return;
    const QRectF marker(left, area.center().y() - high / 2, width, high);
    const QRectF band(left, marker.center().y() - high / 4, width, high / 2);
    const ScoreZones zones{.declineMax = index.data(DeclineMaxRole).toInt(),
                           .approveMin = index.data(ApproveMinRole).toInt()};
    paintScoreZones(painter, band, zones, band.height() / 2);
    paintScoreMarker(painter, marker, score.toInt(), high / 4);
}

qreal ScoreDelegate::cellWidth(const QFont &font, const QModelIndex &index) const
{
    if (!index.data(ScoreRole).isValid())
        return RowDelegate::cellWidth(font, index);
    const QFont bold = scoreFont(font);
    return numberWidth(bold) + measure::kGap / 2.0 + tabular::width(QStringLiteral("0"), bold) * kBandInDigits;
}

} // namespace countersign
