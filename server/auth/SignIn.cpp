#include "server/auth/SignIn.h"

#include <sodium.h>

namespace countersign {

namespace {

Error badCredentials()
{
    return {ErrorCode::Unauthenticated, QStringLiteral("invalid_credentials"),
            QStringLiteral("address or password are wrong, or the address belongs to several tenants and none was named"), {}};
}

Error badRefreshToken()
{
    return {ErrorCode::Unauthenticated, QStringLiteral("invalid_refresh_token"),
            QStringLiteral("the refresh token is not accepted; sign in again"), {}};
}

Error userIsGone()
{
    return {ErrorCode::Unauthenticated, QStringLiteral("user_inactive"), QStringLiteral("the user may not sign in any more"), {}};
}

bool sameHash(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && !a.isEmpty() && sodium_memcmp(a.constData(), b.constData(), std::size_t(a.size())) == 0;
}

} // namespace

/// The one user that an address stands for.
struct SignIn::Candidate {
    TenantId tenant;
    UserId user;
    QString passwordHash; ///< empty: cannot sign in by password
    bool mayEnter = false; ///< active and not locked
};

SignIn::SignIn(const Parts &parts, const SessionRules &rules) : m_parts(parts), m_rules(rules) {}

Result<api::TokenResponse> SignIn::signIn(const api::LoginRequest &request)
{
    const auto candidate = findCandidate(request);
    if (!candidate)
        return candidate.error();
    const bool hasPassword = *candidate && !(*candidate)->passwordHash.isEmpty();
    // No transaction is open here: a hash takes a tenth of a second.
    const Result<bool> verified = hasPassword ? m_parts.passwords.verify((*candidate)->passwordHash, request.password)
                                              : m_parts.passwords.verifyNobody(request.password);
    if (!verified)
        return verified.error();
    if (!*verified || !*candidate || !(*candidate)->mayEnter)
        return badCredentials();
    return open(**candidate);
}

Result<std::optional<SignIn::Candidate>> SignIn::findCandidate(const api::LoginRequest &request)
{
    auto transaction = Transaction::begin(m_parts.database, TenantId());
    if (!transaction)
        return transaction.error();
    Query query = transaction->query("users/find_for_sign_in");
    const QString address = request.email.trimmed().toLower();
    if (auto found = query.bind("email", address).bind("tenant_slug", request.tenant).exec(); !found)
        return found.error();
    std::optional<Candidate> candidate;
    while (query.next()) {
        if (candidate)
            return std::optional<Candidate>(); // several tenants: which one is not for us to guess
        const auto lockedUntil = query.get<std::optional<Instant>>("locked_until");
        candidate = Candidate{query.get<TenantId>("tenant_id"), query.get<UserId>("user_id"),
                              query.get<QString>("password_hash"),
                              query.get<bool>("is_active") && (!lockedUntil || *lockedUntil <= m_parts.clock.now())};
    }
    return candidate;
}

Result<SignIn::User> SignIn::loadUser(Transaction &transaction, TenantId tenant, UserId user, SessionId session)
{
    Query query = transaction.query("users/describe");
    if (auto found = query.bind("tenant_id", tenant).bind("id", user).exec(); !found)
        return found.error();
    if (!query.next() || !query.get<bool>("is_active"))
        return userIsGone();
    const auto role = fromText<Role>(query.get<QString>("role"));
    const auto currency = Currency::fromCode(query.get<QString>("currency"));
    if (!role || !currency)
        return Error{ErrorCode::Internal, QStringLiteral("bad_user_row"), QStringLiteral("users/describe"), {}};
    User loaded;
    loaded.principal = {user, tenant, session, *role,
                        effectivePermissions(*role, PermissionSet::fromTexts(query.get<QStringList>("grants")),
                                             PermissionSet::fromTexts(query.get<QStringList>("denials"))),
                        query.get<int>("authz_version")};
    loaded.info.id = user;
    loaded.info.email = query.get<QString>("email");
    loaded.info.name = query.get<QString>("name");
    loaded.info.role = *role;
    loaded.info.tenantId = tenant;
    loaded.info.tenantName = query.get<QString>("tenant_name");
    loaded.info.currency = *currency;
    loaded.info.permissions = loaded.principal.permissions.toTexts();
    loaded.info.mustChangePassword = query.get<bool>("must_change_password");
    return loaded;
}

api::TokenResponse SignIn::answer(const User &user, const RefreshToken &token) const
{
    api::TokenResponse response;
    response.accessToken = QString::fromLatin1(m_parts.tokens.issue(user.principal));
    response.refreshToken = token.toText();
    response.expiresIn = int(m_parts.tokens.lifetime().count());
    response.user = user.info;
    return response;
}

Result<api::TokenResponse> SignIn::open(const Candidate &candidate)
{
    const Instant now = m_parts.clock.now();
    const RefreshToken token = RefreshToken::make(SessionId::make(now));
    auto transaction = Transaction::begin(m_parts.database, candidate.tenant);
    if (!transaction)
        return transaction.error();
    const auto user = loadUser(*transaction, candidate.tenant, candidate.user, token.session);
    if (!user)
        return user.error().code == ErrorCode::Unauthenticated ? badCredentials() : user.error();
    Query create = transaction->query("sessions/create");
    create.bind("id", token.session).bind("tenant_id", candidate.tenant).bind("user_id", candidate.user);
    create.bind("token_hash", token.hash()).bind("now", now).bind("expires_at", now + m_rules.absolute);
    if (auto created = create.exec(); !created)
        return created.error();
    Query record = transaction->query("users/record_sign_in");
    record.bind("tenant_id", candidate.tenant).bind("id", candidate.user).bind("now", now);
    if (auto recorded = record.exec(); !recorded)
        return recorded.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return answer(*user, token);
}

Result<api::TokenResponse> SignIn::refresh(const api::RefreshRequest &request)
{
    const auto presented = RefreshToken::parse(request.refreshToken);
    if (!presented)
        return badRefreshToken();
    auto transaction = Transaction::begin(m_parts.database, TenantId());
    if (!transaction)
        return transaction.error();
    auto response = rotate(*transaction, *presented);
    // Also after a refusal: it may have ended the session.
    if (response || response.error().code == ErrorCode::Unauthenticated)
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
    return response;
}

Result<api::TokenResponse> SignIn::rotate(Transaction &transaction, const RefreshToken &presented)
{
    const Instant now = m_parts.clock.now();
    Query lock = transaction.query("sessions/lock");
    if (auto locked = lock.bind("id", presented.session).exec(); !locked)
        return locked.error();
    if (!lock.next())
        return badRefreshToken();
    const Instant rotatedAt = lock.get<Instant>("rotated_at");
    if (now >= lock.get<Instant>("expires_at") || now - rotatedAt >= m_rules.idle)
        return badRefreshToken();
    const QByteArray hash = presented.hash();
    if (!sameHash(hash, lock.get<QByteArray>("token_hash"))) {
        const bool isPrevious = sameHash(hash, lock.get<QByteArray>("previous_hash"));
        if (isPrevious && now - rotatedAt >= m_rules.grace) {
            if (auto ended = endSession(transaction, presented.session); !ended)
                return ended.error();
        }
        if (!isPrevious || now - rotatedAt >= m_rules.grace)
            return badRefreshToken();
    }
    const auto tenant = lock.get<TenantId>("tenant_id");
    const auto userId = lock.get<UserId>("user_id");
    if (auto set = transaction.setTenant(tenant); !set)
        return set.error();
    const auto user = loadUser(transaction, tenant, userId, presented.session);
    if (!user)
        return user.error();
    const RefreshToken next = RefreshToken::make(presented.session);
    Query rotated = transaction.query("sessions/rotate");
    if (auto done = rotated.bind("id", next.session).bind("token_hash", next.hash()).bind("now", now).exec(); !done)
        return done.error();
    return answer(*user, next);
}

Result<> SignIn::endSession(Transaction &transaction, SessionId session)
{
    Query end = transaction.query("sessions/end");
    return end.bind("id", session).bind("now", m_parts.clock.now()).exec();
}

Result<> SignIn::signOut(const api::RefreshRequest &request)
{
    const auto presented = RefreshToken::parse(request.refreshToken);
    if (!presented)
        return {};
    auto transaction = Transaction::begin(m_parts.database, TenantId());
    if (!transaction)
        return transaction.error();
    Query lock = transaction->query("sessions/lock");
    if (auto locked = lock.bind("id", presented->session).exec(); !locked)
        return locked.error();
    if (!lock.next())
        return {};
    const QByteArray hash = presented->hash();
    if (!sameHash(hash, lock.get<QByteArray>("token_hash")) && !sameHash(hash, lock.get<QByteArray>("previous_hash")))
        return {};
    if (auto ended = endSession(*transaction, presented->session); !ended)
        return ended.error();
    return transaction->commit();
}

Result<api::UserInfo> SignIn::describe(const Principal &principal)
{
    auto transaction = Transaction::begin(m_parts.database, principal.tenantId);
    if (!transaction)
        return transaction.error();
    const auto user = loadUser(*transaction, principal.tenantId, principal.userId, principal.sessionId);
    if (!user)
        return user.error();
    return user->info;
}

} // namespace countersign
