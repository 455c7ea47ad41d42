// A bank whose people have passwords, and the services of signing in, on a real database.
#pragma once

#include "server/service/AccountService.h"
#include "server/service/SignInService.h"
#include "server/service/StepUpService.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

namespace countersign {

/// Tenants `alpha` and `beta`. Passwords are hashed cheaply, so that tests need not wait.
class SignInFixture {
public:
    explicit SignInFixture(const PasswordCost &cost = cheap());
    static PasswordCost cheap();

    TestDatabase database;
    SqlConsole sql; ///< the superuser: sees all tenants
    FakeClock clock;
    Metrics metrics;
    KeyRing keys;
    ServiceContext context;
    Passwords passwords;
    AccessTokens tokens;
    AuthParts parts;
    SignInService signIn;
    AccountService accounts;
    StepUpService stepUps;
    TenantId alpha;
    TenantId beta;

    UserId makeUser(TenantId tenant, const QString &email, const QString &password, Role role = Role::Analyst);
    UserId makeUser(const QString &email) { return makeUser(alpha, email, kPassword); }

    Result<api::TokenResponse> login(const QString &email, const QString &password,
                                     const std::optional<QString> &tenant = {});
    /// Of a user whose password is kPassword; ends the program when it fails.
    api::TokenResponse mustLogin(const QString &email);
    Result<api::TokenResponse> refresh(const QString &refreshToken);

    /// The actor that an access token stands for.
    Actor actorOf(const api::TokenResponse &tokens) const;
    Principal principalOf(const api::TokenResponse &tokens) const;

    /// Actions recorded of an entity, oldest first, as `action reason`; those of one moment in no order.
    QStringList recorded(const QUuid &entity);
    QVariant valueOfUser(const QString &column, UserId user);
    bool isAlive(SessionId session);

    inline static const QString kPassword = QStringLiteral("correct staple 7 Battery");
    inline static const Visitor kVisitor{QUuid("0193a5c2-7b1e-7c44-9f0a-5d2e8b6f1aff"), QStringLiteral("192.0.2.7"),
                                         QStringLiteral("countersign test")};

private:
    TenantId makeTenant(const QString &slug);
};

} // namespace countersign
