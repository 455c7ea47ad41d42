// One user: who he is, what he may do, and what can be done with the account.
#pragma once

#include "ui/models/UserDraft.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace countersign {

class Banner;
class FormField;
class KeyButton;
class PermissionsEdit;

class UserForm : public Card {
    Q_OBJECT

public:
    explicit UserForm(QWidget *parent = nullptr);

    void setManager(const Actor &manager); ///< who sits in front of it
    void showNobody();
    void showUser(const api::UserAccount &user, const UserDraft &draft, Instant now);
    void showNew(const UserDraft &draft);
    const std::optional<api::UserAccount> &user() const { return m_user; } ///< nothing: a new one, or nobody
    bool isNew() const { return m_isNew; }
    UserDraft draft() const;
    bool isTouched() const; ///< something was typed that is not stored

    void showFaults(const QList<FieldError> &faults);
    void say(const QString &text, Tone tone);
    void clearMessages();
    void setBusy(bool busy);
    void submit(); ///< as the button does
    void focusFirst();

Q_SIGNALS:
    void submitted();
    void discardRequested();
    void switchRequested(); ///< on or off
    void unlockRequested();
    void resetRequested();
    void recordRequested();

private:
    QWidget *makeFields();
    QWidget *makeMoves();
    QWidget *makeFoot();
    void fill(const UserDraft &draft);
    void edited();
    bool isOwn() const;
    /// What core says about these rights, before the daemon is asked.
    Result<void> judged() const;

    Actor m_manager;
    std::optional<api::UserAccount> m_user;
    bool m_isNew = false;
    QLabel *m_title = nullptr;
    Badge *m_state = nullptr;
    QLabel *m_facts = nullptr;
    Banner *m_banner = nullptr;
    QWidget *m_content = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    PermissionsEdit *m_permissions = nullptr;
    FormField *m_emailField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_roleField = nullptr;
    FormField *m_permissionsField = nullptr;
    QWidget *m_moves = nullptr;
    QPushButton *m_switch = nullptr;
    QPushButton *m_unlock = nullptr;
    QPushButton *m_reset = nullptr;
    KeyButton *m_record = nullptr;
    KeyButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    bool m_busy = false;
};

} // namespace countersign
