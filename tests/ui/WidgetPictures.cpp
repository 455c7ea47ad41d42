#include "tests/ui/WidgetPictures.h"

#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace countersign {

namespace {

bool isOfOneColour(const QImage &picture)
{
    const QRgb first = picture.pixel(0, 0);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) != first)
                return false;
    return true;
}

} // namespace

bool savePicture(QWidget &widget, const QString &name)
{
    // Tests stand in build/<preset>/tests.
    const QString target =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../../screenshots/widgets"));
    if (!QDir().mkpath(target))
        return false;
    const QImage picture = widget.grab().toImage();
    const QString theme = Theme::current().isDark() ? QStringLiteral("dark") : QStringLiteral("light");
    const int percent = qRound(picture.devicePixelRatio() * 100);
    const QString file = QStringLiteral("%1/%2-%3-%4.png").arg(target, name, theme).arg(percent);
    return !isOfOneColour(picture) && picture.save(file);
}

} // namespace countersign
