#include "ui/shell/PaletteDelegate.h"

#include "ui/widgets/Theme.h"

#include <QPainter>

namespace countersign {

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accentSoft);
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 5, 5);
    }
    const QRect inside = option.rect.adjusted(10, 0, -10, 0);
    const QString aside = index.data(AsideRole).toString();
    painter->setPen(theme.muted);
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignRight, aside);
    const int asideWidth = aside.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(aside) + measure::kWide;
    const QRect left = inside.adjusted(0, 0, -asideWidth, 0);
    painter->setPen(index.flags() & Qt::ItemIsEnabled ? theme.text : theme.muted);
    painter->drawText(left, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, left.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, measure::kRow - 2};
}

} // namespace countersign
