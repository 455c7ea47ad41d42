// A cell of a list as all lists here show it: its ground, the line beneath, the row that is chosen, the row with the focus.
#pragma once

#include <QStyledItemDelegate>

namespace countersign {

/// Paints the text by Qt::DisplayRole, Qt::TextAlignmentRole, BoldRole and MutedRole. What a cell shows otherwise is for
/// those who inherit to paint.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const final;

    /// Of a row with this font, in logical pixels; measure::kRow with the font of the window.
    static int rowHeight(const QFontMetrics &metrics);

protected:
    /// `area` is the cell without its padding; pen and font are those of the cell.
    virtual void paintCell(QPainter &painter, const QRectF &area, const QModelIndex &index) const;
    /// Of what paintCell() needs, without padding.
    virtual qreal cellWidth(const QFont &font, const QModelIndex &index) const;
};

} // namespace countersign
