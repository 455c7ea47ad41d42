// Who is signed in, from the first token to the last: signing in, coming back, refreshing, signing out.
#pragma once

#include "core/api/AuthDtos.h"
#include "ui/client/ApiClient.h"
#include "ui/client/TokenStore.h"

namespace countersign {

class Session : public QObject {
    Q_OBJECT

public:
    /// store may be null: then nothing outlives the program.
    Session(ApiClient &client, TokenStore *store, QObject *parent = nullptr);

    bool isSignedIn() const { return m_user.has_value(); }
    const api::UserInfo &user() const { return *m_user; } ///< only while signed in
    bool may(Permission permission) const;
    PermissionSet permissions() const { return m_permissions; } ///< none while nobody is signed in

    void signIn(const api::LoginRequest &request);
    /// Uses the token that the last program start left in the keychain, if there is one; otherwise nothing happens.
    void comeBack();
    void signOut();
    /// Takes new tokens, so that what has changed about the user is known here and in force there.
    void renew(QObject *context, ApiClient::Done<Nothing> done);

Q_SIGNALS:
    void signedIn();
    void renewed(); ///< user() may be another than before
    void signInFailed(const Error &error);
    /// ended: the daemon ended the session; otherwise the user did.
    void signedOut(bool ended);

private:
    void accept(const api::TokenResponse &tokens);
    void refresh();
    void end();

    ApiClient &m_client;
    TokenStore *const m_store;
    QString m_refreshToken;
    std::optional<api::UserInfo> m_user;
    PermissionSet m_permissions;
};

} // namespace countersign
