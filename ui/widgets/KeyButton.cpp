#include "ui/widgets/KeyButton.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace countersign {

namespace {

constexpr int kSide = 12;   ///< px from the border to the text
constexpr int kKeySide = 5; ///< px from the key's border to its text

QFont keyFont(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(measure::kSmall);
    small.setWeight(QFont::Normal);
    return small;
}

} // namespace

KeyButton::KeyButton(const QString &text, const QString &key, QWidget *parent) : QPushButton(text, parent)
{
    setKey(key);
}

void KeyButton::setKey(const QString &key)
{
    m_key = key;
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

void KeyButton::setPrimary(bool primary)
{
    setLook(this, "primary", primary);
}

void KeyButton::setChoice(bool choice)
{
    m_choice = choice;
    setCheckable(choice);
    setLook(this, "choice", choice);
    updateGeometry();
}

int KeyButton::keyWidth() const
{
    return m_key.isEmpty() ? 0 : QFontMetrics(keyFont(font())).horizontalAdvance(m_key) + 2 * kKeySide + measure::kGap;
}

int KeyButton::markWidth() const
{
    return m_choice ? 18 : 0;
}

QSize KeyButton::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // as wide as it ever gets: nothing moves when it becomes the default
    const int width = QFontMetrics(bold).horizontalAdvance(text()) + keyWidth() + markWidth() + 2 * kSide + 6; // some for hinting at fractional scales
    return {width, std::max(measure::kControl, QPushButton::sizeHint().height())};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QStylePainter painter(this);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = property("primary").toBool() && isEnabled();
    const bool placeholder = property("search").toBool(); // looks like the field that it opens
    const QColor ink = !isEnabled() || placeholder ? theme.muted : primary ? theme.onAccent : isChecked() ? theme.accent : theme.text;
    QRect inside = rect().adjusted(kSide, 0, -kSide, 0);
    painter.setPen(ink);
    if (m_choice) {
        const QRectF circle(inside.left() + 0.5, height() / 2.0 - 5, 10, 10);
        painter.setPen(QPen(ink, 1.4));
        painter.drawEllipse(circle);
        if (isChecked()) {
            painter.setBrush(ink);
            painter.drawEllipse(circle.adjusted(2.5, 2.5, -2.5, -2.5));
            painter.setBrush(Qt::NoBrush);
        }
    }
    const QRect textRect = inside.adjusted(markWidth(), 0, -keyWidth(), 0);
    const auto alignment = Qt::AlignVCenter | (m_choice || !m_key.isEmpty() ? Qt::AlignLeft : Qt::AlignHCenter);
    painter.drawText(textRect, int(alignment), painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    if (m_key.isEmpty())
        return;
    painter.setFont(keyFont(font()));
    const int width = keyWidth() - measure::kGap;
    const QRectF box(inside.right() + 1 - width + 0.5, height() / 2.0 - 8.5, width - 1, 17);
    painter.setPen(QPen(primary ? ink : theme.line, 1));
    painter.setBrush(primary ? QBrush(Qt::NoBrush) : QBrush(theme.sunken));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(primary ? ink : theme.muted);
    painter.drawText(box, Qt::AlignCenter, m_key);
}

} // namespace countersign
