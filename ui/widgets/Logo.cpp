#include "ui/widgets/Logo.h"

#include "ui/widgets/Theme.h"

#include <QPainter>

namespace countersign {

Logo::Logo(QWidget *parent) : QWidget(parent)
{
    setFixedSize(20, 20);
}

void Logo::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(1, 1, 18, 18), 4.5, 4.5);
    painter.setPen(QPen(theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(5.5, 8), QPointF(14.5, 8));
    painter.drawLine(QPointF(5.5, 12.5), QPointF(14.5, 12.5));
}

} // namespace countersign
