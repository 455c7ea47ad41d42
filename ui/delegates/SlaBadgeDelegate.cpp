#include "ui/delegates/SlaBadgeDelegate.h"

#include "ui/delegates/TabularText.h"
#include "ui/models/CellRoles.h"
#include "ui/models/SlaText.h"
#include "ui/widgets/Theme.h"

#include <QFontInfo>
#include <QPainter>

#include <cmath>

namespace countersign {

namespace {

constexpr double kFontShare = 0.92; ///< of the list's

struct BadgeColours {
    QColor Theme::*text;
    QColor Theme::*ground;
};

BadgeColours coloursOf(SlaState state)
{
    switch (state) {
    case SlaState::Breached:
        return {&Theme::breach, &Theme::breachSoft};
    case SlaState::Approaching:
        return {&Theme::warning, &Theme::warningSoft};
    case SlaState::Ok:
    case SlaState::Paused:
        break;
    }
    return {&Theme::muted, &Theme::sunken};
}

QFont badgeFont(QFont font)
{
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * kFontShare));
    font.setWeight(QFont::DemiBold);
    return font;
}

SlaState stateOf(const QModelIndex &index)
{
    return SlaState(index.data(SlaStateRole).toInt());
}

QString textOf(const QModelIndex &index)
{
    return slaText(index.data(SecondsLeftRole).toLongLong(), stateOf(index));
}

} // namespace

void SlaBadgeDelegate::paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const
{
    if (!index.data(SecondsLeftRole).isValid())
        return RowDelegate::paintCell(painter, area, index);
    const Theme &theme = Theme::current();
    const BadgeColours colours = coloursOf(stateOf(index));
    painter.setFont(badgeFont(painter.font()));
    const qreal width = qMin(area.width(), tabular::width(textOf(index), painter.font()) + 2 * measure::kGap);
    const qreal height = std::round(QFontMetricsF(painter.font()).height() * 1.4);
    const QRectF badge(area.left(), std::floor(area.center().y() - height / 2), width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.*colours.ground);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(theme.*colours.text);
    tabular::draw(painter, badge.adjusted(measure::kGap, 0, -measure::kGap, 0), Qt::AlignLeft, textOf(index));
}

qreal SlaBadgeDelegate::cellWidth(const QFont &font, const QModelIndex &index) const
{
    return tabular::width(textOf(index), badgeFont(font)) + 2 * measure::kGap + 1;
}

} // namespace countersign
