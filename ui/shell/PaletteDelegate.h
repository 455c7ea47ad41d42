// Paints a row of the palette: the text at the left, its key at the right.
#pragma once

#include <QStyledItemDelegate>

namespace countersign {

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { AsideRole = Qt::UserRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace countersign
