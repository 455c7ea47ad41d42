// Shows a one-time password, once: it is gone when the dialog closes, and the dialog closes only for who has stored it.
#pragma once

#include "core/api/UserDtos.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace countersign {

class PasswordDialog : public QDialog {
    Q_OBJECT

public:
    /// Opens over `parent` and returns at once.
    static void show(const api::IssuedPassword &issued, QWidget *parent);

    void reject() override; ///< Esc and the window's frame too

private:
    PasswordDialog(const api::IssuedPassword &issued, QWidget *parent);
    QWidget *makePassword(const QString &password);

    QLineEdit *m_password = nullptr;
    QCheckBox *m_stored = nullptr;
};

} // namespace countersign
