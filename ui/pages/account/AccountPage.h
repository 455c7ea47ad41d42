// The person's own account: where one is signed in, the password, the second factor.
#pragma once

#include "core/base/Clock.h"
#include "ui/client/Session.h"

#include <QWidget>

class QLabel;

namespace countersign {

class PasswordForm;
class SessionsCard;
class TotpCard;

class AccountPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        const Clock &clock;
    };
    explicit AccountPage(Parts parts, QWidget *parent = nullptr);

    void open();

Q_SIGNALS:
    void closeRequested();
    void done(const QString &text);
    void failed(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeading();
    QWidget *makeCards();
    void afterPassword();

    Parts m_parts;
    QLabel *m_who = nullptr;
    SessionsCard *m_sessions = nullptr;
    TotpCard *m_codes = nullptr;
    PasswordForm *m_password = nullptr;
};

} // namespace countersign
