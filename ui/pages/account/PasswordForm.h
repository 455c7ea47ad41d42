// Three fields for a new password, with the rules that it keeps so far.
#pragma once

#include "ui/client/Session.h"

#include <QWidget>

class QPushButton;

namespace countersign {

class Banner;
class LabeledEdit;
class RuleList;

class PasswordForm : public QWidget {
    Q_OBJECT

public:
    /// submit: the words on the button.
    PasswordForm(ApiClient &client, const Session &session, const QString &submit, QWidget *parent = nullptr);

    void clear();
    void focusFirst();
    QPushButton *button() const { return m_submit; }

Q_SIGNALS:
    void changed(); ///< the daemon has taken the new password; all other sessions have ended

private:
    void makeFields();
    void showRules(bool isSubmitted);
    void goOn(); ///< Enter: to the next empty field, or what the button does
    void submit();
    bool checkFields();
    void fail(const Error &error);
    void setBusy(bool busy);

    ApiClient &m_client;
    const Session &m_session;
    const QString m_submitText;
    Banner *m_banner = nullptr;
    LabeledEdit *m_current = nullptr;
    LabeledEdit *m_new = nullptr;
    LabeledEdit *m_repeated = nullptr;
    RuleList *m_rules = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace countersign
