// A score and, beside it, where it stands between the cutoffs.
#pragma once

#include "ui/delegates/RowDelegate.h"

namespace countersign {

/// By ScoreRole, DeclineMaxRole and ApproveMinRole; without a score the text of the cell alone.
class ScoreDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const override;
    qreal cellWidth(const QFont &font, const QModelIndex &index) const override;
};

} // namespace countersign
