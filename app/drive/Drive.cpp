#include "app/drive/Drive.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QTest>

#include <cstdio>

namespace countersign {

namespace {

constexpr int kPatienceMs = 15'000;
constexpr int kMostTabs = 80;

} // namespace

Drive::Drive(Workbench &workbench, QString folder) : m_workbench(workbench), m_folder(std::move(folder)) {}

QWidget *Drive::front()
{
    if (QWidget *menu = QApplication::activePopupWidget())
        return menu;
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && qobject_cast<QDialog *>(widget))
            return widget;
    return &window();
}

QWidget *Drive::target()
{
    QWidget *widget = front();
    return widget->focusWidget() ? widget->focusWidget() : widget;
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
    QTest::keyClick(target(), Qt::Key(key), modifiers);
    QCoreApplication::processEvents();
}

void Drive::type(const QString &text)
{
    QTest::keyClicks(target(), text);
    QCoreApplication::processEvents();
}

bool Drive::tabTo(const QString &accessibleName)
{
    for (int i = 0; i < kMostTabs; ++i) {
        if (target()->accessibleName() == accessibleName)
            return true;
        press(Qt::Key_Tab);
    }
    std::fprintf(stderr, "Tab does not lead to %s\n", qPrintable(accessibleName));
    return false;
}

bool Drive::picture(const QString &name)
{
    if (m_folder.isEmpty())
        return true;
    // What was shown a moment ago is laid out by events of its own.
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QPixmap shown = window().grab();
    if (front() != &window()) {
        QPainter painter(&shown);
        painter.drawPixmap(window().mapFromGlobal(front()->mapToGlobal(QPoint(0, 0))), front()->grab());
    }
    const QString path = QDir(m_folder).absoluteFilePath(name + QStringLiteral(".png"));
    if (!QDir().mkpath(m_folder) || !shown.save(path)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(path));
        return false;
    }
    std::printf("  %s\n", qPrintable(path));
    return true;
}

} // namespace countersign
