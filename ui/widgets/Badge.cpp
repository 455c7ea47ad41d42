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
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    hide();
}

void Badge::show(const QString &text, Tone tone)
{
    setText(text);
    setLook(this, "tone", toneName(tone));
    setVisible(!text.isEmpty());
}

} // namespace countersign
