#include "ui/client/Session.h"

#include "core/api/endpoints/AuthEndpoints.h"

namespace countersign {

Session::Session(ApiClient &client, TokenStore *store, QObject *parent) : QObject(parent), m_client(client), m_store(store)
{
    m_client.setRefresher([this] { refresh(); });
}

bool Session::may(Permission permission) const
{
    return m_user && m_permissions.contains(permission);
}

void Session::signIn(const api::LoginRequest &request)
{
    m_client.call(api::login, request, this, [this](const Result<api::TokenResponse> &answer) {
        if (!answer)
            Q_EMIT signInFailed(answer.error());
        else
            accept(*answer);
    });
}

void Session::comeBack()
{
    if (!m_store)
        return;
    m_store->read([this](const QString &token) {
        if (token.isEmpty() || m_user)
            return;
        m_refreshToken = token;
        refresh();
    });
}

void Session::accept(const api::TokenResponse &tokens)
{
    const bool wasSignedIn = isSignedIn();
    m_refreshToken = tokens.refreshToken;
    m_user = tokens.user;
    m_permissions = PermissionSet::fromTexts(tokens.user.permissions);
    if (m_store)
        m_store->write(m_refreshToken);
    m_client.resume(tokens.accessToken);
    if (wasSignedIn)
        Q_EMIT renewed();
    else
        Q_EMIT signedIn();
}

void Session::refresh()
{
    if (m_refreshToken.isEmpty()) {
        m_client.giveUp({ErrorCode::Unauthenticated, QStringLiteral("signed_out"), {}, {}});
        return;
    }
    m_client.call(api::refresh, api::RefreshRequest{m_refreshToken}, this, [this](const Result<api::TokenResponse> &answer) {
        if (answer)
            return accept(*answer);
        m_client.giveUp(answer.error());
        // A daemon that is away says nothing about the session; only its refusal ends it.
        if (answer.error().code == ErrorCode::Unauthenticated || answer.error().code == ErrorCode::Forbidden) {
            const bool wasSignedIn = isSignedIn();
            end();
            if (wasSignedIn)
                Q_EMIT signedOut(true);
        }
    });
}

void Session::renew(QObject *context, ApiClient::Done<Nothing> done)
{
    m_client.renew();
    // Waits for the new tokens and is answered with whatever went wrong with them.
    m_client.list(api::me, Nothing{}, context, [done = std::move(done)](const Result<api::UserInfo> &answer) {
        done(answer ? Result<Nothing>(Nothing{}) : Result<Nothing>(answer.error()));
    });
}

void Session::signOut()
{
    if (!m_refreshToken.isEmpty())
        m_client.call(api::logout, api::RefreshRequest{m_refreshToken}, this, [](const Result<Nothing> &) {});
    end();
    Q_EMIT signedOut(false);
}

void Session::end()
{
    m_refreshToken.clear();
    m_user.reset();
    m_permissions = {};
    m_client.setAccessToken({});
    if (m_store)
        m_store->remove();
}

} // namespace countersign
