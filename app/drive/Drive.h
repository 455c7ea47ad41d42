// Hands on the real window: presses keys, waits for what they lead to, takes pictures.
#pragma once

#include "ui/shell/Workbench.h"

#include <functional>

namespace countersign {

class Drive {
public:
    /// folder: for the pictures; made when it is missing. Empty: none are taken.
    Drive(Workbench &workbench, QString folder);

    /// Turns the event loop until `condition` holds; false, and a line on stderr, when it does not within 15 s.
    bool until(const char *what, const std::function<bool()> &condition);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< wherever the focus is
    void type(const QString &text);
    bool tabTo(const QString &accessibleName); ///< by Tab, as one without a mouse gets there
    bool picture(const QString &name); ///< of the window that is in front

    MainWindow &window() { return m_workbench.window(); }
    Workbench &workbench() { return m_workbench; }

    /// The visible widget of its kind with this accessible name, or the only one when no name is given; null without.
    template <class T>
    T *find(const QString &accessibleName = {})
    {
        for (T *widget : front()->template findChildren<T *>())
            if (widget->isVisible() && (accessibleName.isEmpty() || widget->accessibleName() == accessibleName))
                return widget;
        return nullptr;
    }

    QWidget *front(); ///< a menu or a dialog when one is open, else the window

private:
    QWidget *target(); ///< what has the focus in it

    Workbench &m_workbench;
    const QString m_folder;
};

} // namespace countersign
