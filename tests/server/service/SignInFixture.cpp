#include "SignInFixture.h"

#include "server/service/BootstrapService.h"

namespace countersign {

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
    return std::move(*result);
}

AccessTokens makeTokens(const Clock &clock)
{
    TokenSettings settings;
    settings.keys = {{"now", QByteArray(32, 'k')}};
    return must(AccessTokens::make(settings, clock));
}

} // namespace

PasswordCost SignInFixture::cheap()
{
    PasswordCost cost;
    cost.operations = 1;
    cost.memory = 1 << 20;
    cost.waiting = 64;
    return cost;
}

SignInFixture::SignInFixture(const PasswordCost &cost)
    : sql(database.superuserSettings()), keys(*KeyRing::parse(KeyRing::makeText())),
      context{database.daemon(), clock, metrics, keys}, passwords(cost),
      tokens(makeTokens(clock)), parts{context,
                                       passwords,
                                       tokens,
                                       {},
                                       AnswerSeal(QByteArray(32, 't'), AnswerSeal::kOneTimeCodes)},
      signIn(parts), accounts(parts), stepUps(parts), alpha(makeTenant(QStringLiteral("alpha"))),
      beta(makeTenant(QStringLiteral("beta")))
{
}

TenantId SignInFixture::makeTenant(const QString &slug)
{
    return must(BootstrapService(context).ensureTenant(
        {slug, slug, *Currency::fromCode(u"RSD"), QStringLiteral("en"), QStringLiteral("UTC")}));
}

UserId SignInFixture::makeUser(TenantId tenant, const QString &email, const QString &password, Role role)
{
    const QString hash = must(passwords.hash(password));
    if (auto made = BootstrapService(context).ensureUser(
            tenant, {email, email.section(QLatin1Char('@'), 0, 0), role, hash, false});
        !made)
        qFatal("%s", qPrintable(made.error().detail));
    return *UserId::parse(sql.value(QStringLiteral("SELECT id FROM users WHERE email = '%1' AND tenant_id = '%2'")
                                        .arg(email, tenant.toString()))
                              .toString());
}

Result<api::TokenResponse> SignInFixture::login(const QString &email, const QString &password,
                                                const std::optional<QString> &tenant)
{
    api::LoginRequest request;
    request.email = email;
    request.password = password;
    request.tenant = tenant;
    return signIn.signIn(kVisitor, request);
}

api::TokenResponse SignInFixture::mustLogin(const QString &email)
{
    return must(login(email, kPassword));
}

Result<api::TokenResponse> SignInFixture::refresh(const QString &refreshToken)
{
    return signIn.refresh(kVisitor, {refreshToken});
}

Principal SignInFixture::principalOf(const api::TokenResponse &response) const
{
    return must(tokens.verify(response.accessToken.toLatin1()));
}

Actor SignInFixture::actorOf(const api::TokenResponse &response) const
{
    const Principal principal = principalOf(response);
    Actor actor{principal.tenantId, principal.userId, principal.permissions, kVisitor.requestId, kVisitor.address};
    actor.session = principal.sessionId;
    return actor;
}

QStringList SignInFixture::recorded(const QUuid &entity)
{
    QStringList lines;
    for (const QVariant &line :
         sql.column(QStringLiteral("SELECT trim(action || ' ' || coalesce(new_value->>'reason', '')) FROM audit_logs "
                                   "WHERE entity_id = '%1' ORDER BY occurred_at, id")
                        .arg(entity.toString(QUuid::WithoutBraces))))
        lines.append(line.toString());
    return lines;
}

QVariant SignInFixture::valueOfUser(const QString &column, UserId user)
{
    return sql.value(QStringLiteral("SELECT %1 FROM users WHERE id = '%2'").arg(column, user.toString()));
}

bool SignInFixture::isAlive(SessionId session)
{
    return sql.value(QStringLiteral("SELECT ended_at IS NULL FROM sessions WHERE id = '%1'").arg(session.toString()))
        .toBool();
}

} // namespace countersign
