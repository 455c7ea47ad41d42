#include "app/drive/Drive.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

#include <cstdio>

namespace countersign {

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

Drive::Drive(Workbench &workbench, QString folder) : m_workbench(workbench), m_folder(std::move(folder)) {}

QWidget *Drive::front()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && widget != &window() && widget->isWindow() && qobject_cast<QDialog *>(widget))
            return widget;
    return &window();
}

bool Drive::until(const char *what, const std::function<bool()> &condition)
{
    QDeadlineTimer deadline(kPatienceMs);
    while (!condition()) {
        if (deadline.hasExpired()) {
            std::fprintf(stderr, "waited in vain for %s\n", what);
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

void Drive::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = front()->focusWidget() ? front()->focusWidget() : front();
    QTest::keyClick(target, Qt::Key(key), modifiers);
    QCoreApplication::processEvents();
}

void Drive::type(const QString &text)
{
    QWidget *target = front()->focusWidget() ? front()->focusWidget() : front();
    QTest::keyClicks(target, text);
    QCoreApplication::processEvents();
}

bool Drive::picture(const QString &name)
{
    if (m_folder.isEmpty())
        return true;
    QCoreApplication::processEvents();
    const QString path = QDir(m_folder).absoluteFilePath(name + QStringLiteral(".png"));
    if (!QDir().mkpath(m_folder) || !window().grab().save(path)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(path));
        return false;
    }
    std::printf("  %s\n", qPrintable(path));
    return true;
}

} // namespace countersign
