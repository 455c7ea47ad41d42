#include "ui/shell/SideButton.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace countersign {

SideButton::SideButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setProperty("side", true);
    setCheckable(true);
    setMinimumHeight(34);
}

void SideButton::setCount(qint64 count)
{
    m_count = count > 0 ? QLocale().toString(count) : QString();
    setAccessibleDescription(m_count);
    update();
}

void SideButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QStylePainter painter(this);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = isChecked() ? theme.accent : theme.muted;
    // Lines of a list, the first one marked: what waits, the most urgent one first.
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap));
    const qreal top = height() / 2.0 - 5;
    for (int line = 0; line < 3; ++line) {
        painter.drawPoint(QPointF(12.5, top + 5 * line));
        painter.drawLine(QPointF(16.5, top + 5 * line), QPointF(25, top + 5 * line));
    }
    painter.setPen(isChecked() ? theme.accent : theme.text);
    QFont font = painter.font();
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    const QRect inside = rect().adjusted(34, 0, -10, 0);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, text());
    font.setPixelSize(measure::kSmall + 1);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, m_count);
}

} // namespace countersign
