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

namespace {

/// Not by the style sheet or as margins: both are lost when another style sheet comes.
constexpr QSize kPadding{16, 6};

} // namespace

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
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

QSize Badge::sizeHint() const
{
    ensurePolished();
    return QLabel::sizeHint() + kPadding;
}

} // namespace countersign
