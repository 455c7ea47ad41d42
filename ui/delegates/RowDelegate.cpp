#include "ui/delegates/RowDelegate.h"

#include "ui/models/CellRoles.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <cmath>

namespace countersign {

namespace {

constexpr double kHeightInLines = 2.25; ///< 36 px with 16 px to the line

QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    if (index.data(BoldRole).toBool())
        font.setWeight(QFont::DemiBold);
    return font;
}

bool isFirstColumn(const QWidget *view, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(view);
    return table ? table->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
}

bool isRowWithFocus(const QAbstractItemView *view, const QModelIndex &index)
{
    return view && view->hasFocus() && view->currentIndex().row() == index.row()
        && view->currentIndex().parent() == index.parent();
}

} // namespace

int RowDelegate::rowHeight(const QFontMetrics &metrics)
{
    return qMax(measure::kRow, int(std::lround(metrics.height() * kHeightInLines)));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const QRectF rect = option.rect;
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->fillRect(rect, option.state & QStyle::State_Selected ? theme.accentSoft : theme.surface);
    painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (isRowWithFocus(view, index)) {
        if (isFirstColumn(view, index))
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), theme.accent);
        painter->fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), theme.accent);
    }
    painter->setFont(cellFont(option, index));
    painter->setPen(index.data(MutedRole).toBool() ? theme.muted : theme.text);
    paintCell(*painter, rect.adjusted(measure::kGap, 0, -measure::kGap, -1), index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = int(std::ceil(cellWidth(cellFont(option, index), index)));
    return QSize(width + 2 * measure::kGap, rowHeight(option.fontMetrics));
}

void RowDelegate::paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const
{
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const int alignment = (wanted.isValid() ? wanted.toInt() : int(Qt::AlignLeft)) | Qt::AlignVCenter;
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(area, alignment, QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, area.width()));
}

qreal RowDelegate::cellWidth(const QFont &font, const QModelIndex &index) const
{
    return QFontMetricsF(font).horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 1;
}

} // namespace countersign
