// Integrations and their keys, through HTTP to a real database.
#include "tests/server/http/ApiServer.h"

#include "server/auth/ApiKeyText.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray kKeys = "/api/v1/admin/api-keys";
const QByteArray kApplications = "/api/v1/applications";

QJsonObject jsonOf(const api::ApplicationCreate &create)
{
    return Codec<api::ApplicationCreate>::write(create).toObject();
}

QByteArray deleteRequest(const QByteArray &path, const QByteArray &headers)
{
    return "DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

} // namespace

class TestApiKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theFormIsExact();
    void aKeyIsShownOnceAndKeptAsAHash();
    void aRepeatNeverShowsItAgain();
    void anIntegrationCannotBeGivenMoreThanItsRole();
    void nobodyGivesAKeyWhatHeDoesNotHave();
    void onlyAdministratorsOfTheTenantManageKeys();
    void aKeyReadsOnlyWhatItCreated();
    void aKeyDoesNotReachWhatIsForPeople();
    void scopesAreTheWholeOfItsRights();
    void twoCredentialsAreNone();
    void aRevokedKeyIsDeadWithinASecond();
    void expiredKeysAndKeysOfClosedTenantsAreRefused();
    void eachKeyHasItsOwnRate();
    void theRecordNamesTheKey();
    void theLastUseIsRecorded();

private:
    struct Made {
        QString id;
        QByteArray key;
        QByteArray line; ///< the header line
    };
    Made make(QJsonObject more = {})
    {
        QJsonObject body{{QStringLiteral("name"), QStringLiteral("web shop")},
                         {QStringLiteral("scopes"),
                          QJsonArray{QStringLiteral("application:create"), QStringLiteral("decision:view")}}};
        for (auto field = more.begin(); field != more.end(); ++field)
            body.insert(field.key(), field.value());
        const QJsonObject made = m_server->send(jsonPost(kKeys, body, asAdmin())).json();
        const QByteArray key = made.value(QStringLiteral("key")).toString().toLatin1();
        return {made.value(QStringLiteral("id")).toString(), key, "X-Api-Key: " + key + "\r\n"};
    }
    QByteArray asAdmin() const { return m_server->bearer(m_bank->admin); }
    HttpAnswer sendApplication(const QByteArray &headers)
    {
        return m_server->send(jsonPost(kApplications, jsonOf(m_bank->application(650)), headers));
    }
    QByteArray pathOf(const HttpAnswer &created) const { return created.header("Location"); }

    std::unique_ptr<ServiceFixture> m_bank;
    std::unique_ptr<ApiServer> m_server;
};

void TestApiKeys::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    m_server = std::make_unique<ApiServer>(*m_bank, m_bank->database.daemon());
}

void TestApiKeys::cleanupTestCase()
{
    m_server.reset();
    m_bank.reset();
}

void TestApiKeys::theFormIsExact()
{
    const QByteArray text = ApiKeyText::make().text();
    static const QRegularExpression form(QStringLiteral("^csk_[0-9A-Za-z]{46}$"));
    QVERIFY(form.match(QString::fromLatin1(text)).hasMatch());
    QVERIFY(ApiKeyText::make().text() != text);
    QCOMPARE(ApiKeyText::parse(text)->hash().size(), 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray typo = text;
        typo[i] = typo[i] == 'x' ? 'y' : 'x';
        QVERIFY2(!ApiKeyText::parse(typo), typo.constData());
    }
    QVERIFY(!ApiKeyText::parse(text + 'x'));
    QVERIFY(!ApiKeyText::parse(text.chopped(1)));
    // The check of 40 zeros is CRC-32 of the text, 0x963fbb8e by zlib, in base 62: a scanner can compute it.
    QVERIFY(ApiKeyText::parse("csk_" + QByteArray(40, '0') + "2kaqcA"));
}

void TestApiKeys::aKeyIsShownOnceAndKeptAsAHash()
{
    const Made made = make();
    QVERIFY(ApiKeyText::parse(made.key));
    const QByteArray listed = m_server->send(getRequest(kKeys, asAdmin())).body;
    QVERIFY(listed.contains(made.id.toLatin1()));
    QVERIFY(listed.contains(made.key.first(12)));
    QVERIFY(!listed.contains(made.key));
    const auto row =
        m_bank->sql.row(QStringLiteral("SELECT secret_hash, k::text FROM api_keys k WHERE id = '%1'").arg(made.id));
    QCOMPARE(row[0].toByteArray(), ApiKeyText::parse(made.key)->hash());
    QVERIFY(!row[1].toString().contains(QString::fromLatin1(made.key.sliced(12))));
}

void TestApiKeys::aRepeatNeverShowsItAgain()
{
    const QJsonObject body{{QStringLiteral("name"), QStringLiteral("once")},
                           {QStringLiteral("scopes"), QJsonArray{QStringLiteral("decision:view")}}};
    const QByteArray request = jsonPost(kKeys, body, asAdmin() + "Idempotency-Key: make-key\r\n");
    QCOMPARE(m_server->send(request).status, 201);
    const HttpAnswer again = m_server->send(request);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), QStringLiteral("already_created"));
    QCOMPARE(m_bank->sql.value(QStringLiteral("SELECT count(*) FROM api_keys WHERE name = 'once'")).toInt(), 1);
    QCOMPARE(
        m_bank->sql.value(QStringLiteral("SELECT count(*) FROM idempotency_keys WHERE answer IS NOT NULL")).toInt(), 0);
}

void TestApiKeys::anIntegrationCannotBeGivenMoreThanItsRole()
{
    const auto refusal = [&](const QJsonObject &body) { return m_server->send(jsonPost(kKeys, body, asAdmin())); };
    const QJsonArray scopes{QStringLiteral("application:create"), QStringLiteral("config:manage")};
    const HttpAnswer refused =
        refusal({{QStringLiteral("name"), QStringLiteral("greedy")}, {QStringLiteral("scopes"), scopes}});
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("scopes[1]"));
    QCOMPARE(
        refusal({{QStringLiteral("name"), QStringLiteral("idle")}, {QStringLiteral("scopes"), QJsonArray()}}).status,
        422);
    const HttpAnswer late = refusal({{QStringLiteral("name"), QStringLiteral("late")},
                                     {QStringLiteral("scopes"), QJsonArray{QStringLiteral("decision:view")}},
                                     {QStringLiteral("expires_at"), toIso(m_bank->clock.now())}});
    QCOMPARE(late.status, 422);
    // Also by plain SQL.
    QCOMPARE(m_bank->sql.failureOf(QStringLiteral("UPDATE api_keys SET scopes = '{config:manage}'")),
             QStringLiteral("23514 api_keys_scopes_known"));
}

void TestApiKeys::nobodyGivesAKeyWhatHeDoesNotHave()
{
    Actor lesser = m_bank->admin;
    lesser.permissions = PermissionSet{Permission::ConfigManage, Permission::DecisionView};
    const auto answerFor = [&](const char *scope) {
        const QJsonObject body{{QStringLiteral("name"), QStringLiteral("lesser")}, {QStringLiteral("scopes"), QJsonArray{QLatin1String(scope)}}};
        return m_server->send(jsonPost(kKeys, body, m_server->bearer(lesser)));
    };
    QCOMPARE(answerFor("decision:view").status, 201);
    const HttpAnswer refused = answerFor("application:create");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), QStringLiteral("beyond_own_rights"));
}

void TestApiKeys::onlyAdministratorsOfTheTenantManageKeys()
{
    const Made made = make();
    const QByteArray path = kKeys + '/' + made.id.toLatin1();
    for (const Actor *actor : {&m_bank->senior, &m_bank->analyst, &m_bank->sender})
        QCOMPARE(m_server->send(deleteRequest(path, m_server->bearer(*actor))).status, 403);
    QCOMPARE(m_server->send(getRequest(kKeys, made.line)).status, 403);
    Actor foreign = m_bank->betaAnalyst;
    foreign.permissions = permissionsOf(Role::Admin);
    QCOMPARE(m_server->send(deleteRequest(path, m_server->bearer(foreign))).status, 404);
    QVERIFY(!m_server->send(getRequest(kKeys, m_server->bearer(foreign))).body.contains(made.id.toLatin1()));
    QCOMPARE(sendApplication(made.line).status, 201);
}

void TestApiKeys::aKeyReadsOnlyWhatItCreated()
{
    const Made mine = make();
    const Made others = make();
    const HttpAnswer created = sendApplication(mine.line);
    QCOMPARE(created.status, 201);
    QCOMPARE(m_server->send(getRequest(pathOf(created), mine.line)).status, 200);
    QCOMPARE(m_server->send(getRequest(pathOf(created), others.line)).status, 404);
    QCOMPARE(m_server->send(getRequest(pathOf(created), asAdmin())).status, 200);
    const HttpAnswer byPerson = sendApplication(m_server->bearer(m_bank->analyst));
    QCOMPARE(m_server->send(getRequest(pathOf(byPerson), mine.line)).status, 404);
    const HttpAnswer elsewhere = sendApplication(m_server->bearer(m_bank->betaAnalyst));
    QCOMPARE(m_server->send(getRequest(pathOf(elsewhere), mine.line)).status, 404);
    // A person of the role reads nothing: nothing was created by his key.
    QCOMPARE(m_server->send(getRequest(pathOf(created), m_server->bearer(m_bank->sender))).status, 403);
}

void TestApiKeys::aKeyDoesNotReachWhatIsForPeople()
{
    const Made made = make();
    QCOMPARE(m_server->send(getRequest("/api/v1/model-info", made.line)).status, 403);
    QCOMPARE(m_server->send(getRequest(kApplications, made.line)).status, 403);
    QCOMPARE(m_server->send(jsonPost("/api/v1/decisions", {}, made.line)).status, 403);
}

void TestApiKeys::scopesAreTheWholeOfItsRights()
{
    const Made reader = make({{QStringLiteral("scopes"), QJsonArray{QStringLiteral("decision:view")}}});
    const Made writer = make({{QStringLiteral("scopes"), QJsonArray{QStringLiteral("application:create")}}});
    QCOMPARE(sendApplication(reader.line).status, 403);
    const HttpAnswer created = sendApplication(writer.line);
    QCOMPARE(created.status, 201);
    QCOMPARE(m_server->send(getRequest(pathOf(created), writer.line)).status, 403);
}

void TestApiKeys::twoCredentialsAreNone()
{
    const Made made = make();
    const HttpAnswer both = sendApplication(made.line + asAdmin());
    QCOMPARE(both.status, 400);
    QCOMPARE(both.code(), QStringLiteral("two_credentials"));
    QCOMPARE(sendApplication(made.line + made.line).status, 401);
    QCOMPARE(sendApplication("X-Api-Key: " + ApiKeyText::make().text() + "\r\n").code(),
             QStringLiteral("invalid_api_key"));
    QCOMPARE(sendApplication("X-Api-Key: \r\n").status, 401);
}

/// What one daemon read just before another one revoked the key.
void TestApiKeys::aRevokedKeyIsDeadWithinASecond()
{
    const Made made = make();
    QVERIFY(m_server->keys().refresh());
    const QByteArray path = kKeys + '/' + made.id.toLatin1();
    QCOMPARE(m_server->send(deleteRequest(path, asAdmin())).status, 204);
    QCOMPARE(sendApplication(made.line).status, 201);
    m_bank->clock.advance(1s);
    QCOMPARE(sendApplication(made.line).code(), QStringLiteral("invalid_api_key"));
    QVERIFY(m_server->keys().refresh());
    QCOMPARE(sendApplication(made.line).code(), QStringLiteral("invalid_api_key"));
    QCOMPARE(m_server->send(deleteRequest(path, asAdmin())).status, 204);
    QCOMPARE(m_bank->sql
                 .value(QStringLiteral("SELECT count(*) FROM audit_logs WHERE entity_id = '%1' AND action = 'revoked'")
                            .arg(made.id))
                 .toInt(),
             1);
    QCOMPARE(
        m_server->send(deleteRequest(kKeys + '/' + QUuid::createUuid().toByteArray(QUuid::WithoutBraces), asAdmin()))
            .status,
        404);
}

void TestApiKeys::expiredKeysAndKeysOfClosedTenantsAreRefused()
{
    const Made made = make({{QStringLiteral("expires_at"), toIso(m_bank->clock.now() + 1h)}});
    QVERIFY(m_server->keys().refresh());
    QCOMPARE(sendApplication(made.line).status, 201);
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET is_active = false WHERE slug = 'alpha'"));
    QVERIFY(m_server->keys().refresh());
    QCOMPARE(sendApplication(made.line).status, 401);
    m_bank->sql.run(QStringLiteral("UPDATE tenants SET is_active = true WHERE slug = 'alpha'"));
    QVERIFY(m_server->keys().refresh());
    QCOMPARE(sendApplication(made.line).status, 201);
    m_bank->clock.advance(1h);
    QCOMPARE(sendApplication(made.line).status, 401);
    QVERIFY(m_server->keys().refresh());
    QCOMPARE(sendApplication(made.line).status, 401);
}

void TestApiKeys::eachKeyHasItsOwnRate()
{
    const Made slow = make({{QStringLiteral("requests_per_second"), 2}});
    const Made other = make({{QStringLiteral("requests_per_second"), 2}});
    QCOMPARE(sendApplication(slow.line).status, 201);
    QCOMPARE(sendApplication(slow.line).status, 201);
    const HttpAnswer third = sendApplication(slow.line);
    QCOMPARE(third.status, 429);
    QVERIFY(!third.header("Retry-After").isEmpty());
    QCOMPARE(sendApplication(other.line).status, 201);
    m_bank->clock.advance(500ms);
    QCOMPARE(sendApplication(slow.line).status, 201);
    QCOMPARE(sendApplication(slow.line).status, 429);
}

void TestApiKeys::theRecordNamesTheKey()
{
    const Made made = make();
    const HttpAnswer created = sendApplication(made.line);
    const QString id = created.json().value(QStringLiteral("id")).toString();
    QCOMPARE(m_bank->sql.row(
                 QStringLiteral("SELECT actor_type, actor_id::text FROM audit_logs WHERE entity_id = '%1'").arg(id)),
             (QList<QVariant>{QStringLiteral("api_key"), made.id}));
    QCOMPARE(
        m_bank->sql.row(
            QStringLiteral("SELECT actor_type, actor_id::text FROM audit_logs WHERE entity_id = '%1'").arg(made.id)),
        (QList<QVariant>{QStringLiteral("user"), m_bank->admin.user->toString()}));
    QCOMPARE(m_bank->sql.row(
                 QStringLiteral("SELECT created_by IS NULL, created_by_key::text FROM applications WHERE id = '%1'")
                     .arg(id)),
             (QList<QVariant>{true, made.id}));
}

void TestApiKeys::theLastUseIsRecorded()
{
    const Made made = make();
    const auto lastUse = [&] {
        return m_bank->sql.value(QStringLiteral("SELECT last_used_at FROM api_keys WHERE id = '%1'").arg(made.id));
    };
    QCOMPARE(sendApplication(made.line).status, 201);
    QVERIFY(lastUse().isNull());
    QVERIFY(m_server->keys().recordUses());
    QVERIFY(!lastUse().isNull());
    QVERIFY(m_server->send(getRequest(kKeys, asAdmin())).body.contains(toIso(m_bank->clock.now()).toLatin1()));
}

QTEST_GUILESS_MAIN(TestApiKeys)
#include "tst_api_keys.moc"
