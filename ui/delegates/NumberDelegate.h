// Numbers and amounts that stand under each other digit by digit.
#pragma once

#include "ui/delegates/RowDelegate.h"

namespace countersign {

/// Aligned to the right unless Qt::TextAlignmentRole says otherwise.
class NumberDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const override;
    qreal cellWidth(const QFont &font, const QModelIndex &index) const override;
};

} // namespace countersign
