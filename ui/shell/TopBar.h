// The line at the top: the product, the way to every command, the bank and the person.
#pragma once

#include "core/api/AuthDtos.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace countersign {

class Badge;
class KeyButton;

class TopBar : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);
    void showUser(const api::UserInfo &user);

Q_SIGNALS:
    void paletteRequested();
    void menuRequested(const QPoint &below); ///< global position

private:
    KeyButton *m_search = nullptr;
    Badge *m_bank = nullptr;
    QPushButton *m_user = nullptr;
};

} // namespace countersign
