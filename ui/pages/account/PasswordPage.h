// What stands before the work of somebody whose password is known to another person: why, and a form for a new one.
#pragma once

#include "ui/client/Session.h"

#include <QWidget>

namespace countersign {

class Banner;
class PasswordForm;

class PasswordPage : public QWidget {
    Q_OBJECT

public:
    PasswordPage(ApiClient &client, Session &session, QWidget *parent = nullptr);

    void begin(); ///< with empty fields

Q_SIGNALS:
    void finished(); ///< the new password is in force here and in the daemon

private:
    void renew();

    Session &m_session;
    Banner *m_banner = nullptr;
    PasswordForm *m_form = nullptr;
};

} // namespace countersign
