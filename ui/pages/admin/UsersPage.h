// The users of a tenant: found by name, role and state, made, changed, switched off.
#pragma once

#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/models/UserModel.h"
#include "ui/pages/admin/UserForm.h"
#include "ui/pages/list/ListFeed.h"

#include <QHash>
#include <QTimer>

class QSplitter;

namespace countersign {

class UsersPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
    };
    explicit UsersPage(Parts parts, QWidget *parent = nullptr);

    void refresh();
    void clear(); ///< what was shown to somebody else, and what he typed
    void focusList();

Q_SIGNALS:
    void recordRequested(const api::UserAccount &user);
    void done(const QString &sentence);

private:
    QWidget *makeFilters();
    QWidget *makeList();
    void makeActions();
    api::UserQuery query() const;
    void load();
    void clearFilters();
    void selectionChanged();
    void keepDraft();
    void show(const api::UserAccount &user);
    void beginNew();
    void discard();
    void submit();
    void create();
    void save();
    void switchOnOrOff();
    void resetPassword();
    void showRecord();
    /// For what answers with the user as he is afterwards.
    void act(const Endpoint<Nothing, api::UserAccount> &endpoint, const QString &done);
    void adopt(const api::UserAccount &user, const QString &sentence);
    void fail(UserId id, const Error &error);
    /// After a refusal because of a stale version: shows the user as he is now, keeps what was typed, says what changed.
    void reconcile(const api::UserAccount &seen);
    void sayWhoChanged(const api::UserAccount &seen, const api::UserAccount &now);
    void sayChanged(UserId id, const QString &who, const QStringList &changes);
    bool isShown(UserId id) const { return m_form->user() && m_form->user()->id == id; }

    Parts m_parts;
    UserModel *m_model = nullptr;
    PagedTable *m_list = nullptr;
    std::unique_ptr<ListFeed<api::UserAccount>> m_feed;
    UserForm *m_form = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_state = nullptr;
    QTimer m_pause; ///< after the last key of a search
    QHash<UserId, UserDraft> m_drafts;
    UserDraft m_newDraft;
};

} // namespace countersign
