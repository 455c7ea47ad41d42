// How long a case has left, or how late it is, as a badge.
#pragma once

#include "ui/delegates/RowDelegate.h"

namespace countersign {

/// The text is slaText() of SecondsLeftRole and SlaStateRole, so that it says with a sign what it says with a colour.
class SlaBadgeDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const override;
    qreal cellWidth(const QFont &font, const QModelIndex &index) const override;
};

} // namespace countersign
