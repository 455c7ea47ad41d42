#include "ui/delegates/NumberDelegate.h"

#include "ui/delegates/TabularText.h"

#include <QPainter>

namespace countersign {

void NumberDelegate::paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const
{
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const auto alignment = wanted.isValid() ? Qt::Alignment(wanted.toInt()) : Qt::Alignment(Qt::AlignRight);
    tabular::draw(painter, area, alignment, index.data(Qt::DisplayRole).toString());
}

qreal NumberDelegate::cellWidth(const QFont &font, const QModelIndex &index) const
{
    return tabular::width(index.data(Qt::DisplayRole).toString(), font) + 1;
}

} // namespace countersign
