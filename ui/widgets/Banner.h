// A line across a page that says something happened or is not as usual, with at most one thing to do about it.
#pragma once

#include "ui/widgets/Badge.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace countersign {

class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Stays until clear(); `action` may be empty.
    void say(const QString &text, Tone tone, const QString &action = {});
    /// Goes away by itself.
    void sayBriefly(const QString &text, Tone tone, const QString &action = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_label = nullptr;
    QPushButton *m_action = nullptr;
    QTimer m_timer;
};

} // namespace countersign
