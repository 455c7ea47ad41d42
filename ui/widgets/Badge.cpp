#include "ui/widgets/Badge.h"

#include "ui/widgets/Card.h"

#include <QVariant>

#include <array>

namespace countersign {

QString toneName(Tone tone)
{
    static constexpr std::array kNames{"neutral", "accent", "raises", "lowers", "warning", "breach"};
    return QLatin1String(kNames[std::size_t(tone)]);
}

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 3, 8, 3); // not by the style sheet: a size hint is asked for before it is polished
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    hide();
}

void Badge::show(const QString &text, Tone tone)
{
    setText(text);
    setLook(this, "tone", toneName(tone));
    updateGeometry();
    setVisible(!text.isEmpty());
}

} // namespace countersign
