// The first page: address, password, where it is wanted a one-time code, and what went wrong.
#pragma once

#include "ui/client/Session.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace countersign {

class Banner;
class CodeEdit;

class SignInPage : public QWidget {
    Q_OBJECT

public:
    SignInPage(Session &session, const QString &server, QWidget *parent = nullptr);

    void setEmail(const QString &email);
    void say(const QString &sentence); ///< why one has to sign in again

private:
    QWidget *makeForm(const QString &server);
    void submit();
    void fail(const Error &error);
    void askForCode(const Error &error);
    void setBusy(bool busy);

    Session &m_session;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_tenant = nullptr;
    CodeEdit *m_code = nullptr; ///< hidden until the daemon asks for it
    QPushButton *m_submit = nullptr;
    Banner *m_banner = nullptr;
};

} // namespace countersign
