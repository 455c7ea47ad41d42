// The endpoint table, the OpenAPI document made from it, roles and permissions.
#include "core/api/EndpointRows.h"
#include "core/api/OpenApi.h"
#include "core/json/Json.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace countersign;
using namespace countersign::api;

class TestEndpoints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsUniqueAndWellFormed()
    {
        QSet<QString> seen;
        static const QRegularExpression form(QStringLiteral("^(/([a-z-]+|\\{[a-z_]+\\}))+$"));
        for (const EndpointRow &row : endpointRows()) {
            const QString key = toText(row.method) + QLatin1String(row.path);
            QVERIFY2(!seen.contains(key), qPrintable(key));
            seen.insert(key);
            QVERIFY2(form.match(QLatin1String(row.path)).hasMatch(), row.path);
            QVERIFY2(qstrlen(row.summary) > 10, row.path);
            QVERIFY2(!row.access.isPublic() || QLatin1String(row.path).startsWith(QLatin1String("/auth/")), row.path);
        }
    }
    void theDocumentHasEveryRowAndResolvesEveryReference()
    {
        const QJsonObject document = openApiDocument(QStringLiteral("1.0"));
        QCOMPARE(document.value(QStringLiteral("openapi")).toString(), QStringLiteral("3.1.0"));
        const QJsonObject paths = document.value(QStringLiteral("paths")).toObject();
        for (const EndpointRow &row : endpointRows()) {
            const QJsonObject operation = paths.value(QLatin1String(kPrefix) + QLatin1String(row.path))
                                              .toObject().value(toText(row.method).toLower()).toObject();
            QVERIFY2(operation.contains(QStringLiteral("responses")), row.path);
        }
        const QJsonObject schemas = document.value(QStringLiteral("components")).toObject().value(QStringLiteral("schemas")).toObject();
        static const QRegularExpression reference(QStringLiteral("#/components/schemas/([A-Za-z]+)"));
        auto matches = reference.globalMatch(QString::fromUtf8(toJsonBytes(document)));
        int found = 0;
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            QVERIFY2(!schemas.value(name).toObject().isEmpty(), qPrintable(name));
            ++found;
        }
        QVERIFY(found > 50);
        const QJsonObject loan = schemas.value(QStringLiteral("LoanRequest")).toObject();
        QVERIFY(loan.value(QStringLiteral("required")).toArray().contains(QStringLiteral("amount")));
        QCOMPARE(loan.value(QStringLiteral("properties")).toObject().value(QStringLiteral("amount")).toObject()
                     .value(QStringLiteral("exclusiveMinimum")).toDouble(-1), 0.0);
    }
    /// An answer of 201 means that something was made: a client whose answer got lost must be able to ask again.
    void everyEndpointThatCreatesHonoursIdempotencyKeys()
    {
        for (const EndpointRow &row : endpointRows()) {
            const bool offers = row.repeat != Repeat::RunsAgain;
            QVERIFY2(offers || row.successStatus != 201, row.path);
            QVERIFY2(!offers || (row.method == Method::Post && !row.access.isPublic() && row.hasResponse), row.path);
        }
    }
    void theDocumentNamesTheIdempotencyKey()
    {
        const QJsonObject paths = openApiDocument(QStringLiteral("1.0")).value(QStringLiteral("paths")).toObject();
        for (const EndpointRow &row : endpointRows()) {
            const QJsonArray parameters = paths.value(QLatin1String(kPrefix) + QLatin1String(row.path)).toObject()
                                              .value(toText(row.method).toLower()).toObject().value(QStringLiteral("parameters")).toArray();
            const bool named = std::any_of(parameters.begin(), parameters.end(), [](const QJsonValue &parameter) {
                return parameter.toObject().value(QStringLiteral("name")).toString() == QLatin1String("Idempotency-Key");
            });
            QCOMPARE(named, row.repeat != Repeat::RunsAgain);
        }
    }
    void theDocumentNamesTheHeadersThatAreRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<QStringList>("answered");
        const QString etag = QStringLiteral("ETag");
        const QString location = QStringLiteral("Location");
        const QString key = QStringLiteral("Idempotency-Key");
        QTest::newRow("a start takes a version") << "/queue/{id}/start" << "post" << QStringList{QStringLiteral("If-Match")} << QStringList{etag};
        QTest::newRow("a change needs one") << "/admin/users/{id}" << "patch" << QStringList{QStringLiteral("If-Match*")} << QStringList{etag};
        QTest::newRow("a list has none") << "/queue" << "get" << QStringList() << QStringList();
        QTest::newRow("what is made has a place") << "/decisions" << "post" << QStringList{key} << QStringList{etag, location};
        QTest::newRow("a second signature needs proof") << "/decisions/{id}/approve-override" << "post"
                                                        << QStringList{QStringLiteral("If-Match*"), QStringLiteral("X-Step-Up*"), key}
                                                        << QStringList{etag};
    }
    void theDocumentNamesTheHeadersThatAreRead()
    {
        QFETCH(QString, path);
        QFETCH(QString, method);
        QFETCH(QStringList, asked);
        QFETCH(QStringList, answered);
        const QJsonObject operation = openApiDocument(QStringLiteral("1.0")).value(QStringLiteral("paths")).toObject()
                                          .value(QLatin1String(kPrefix) + path).toObject().value(method).toObject();
        QStringList headers;
        for (const QJsonValue &parameter : operation.value(QStringLiteral("parameters")).toArray())
            if (parameter[QStringLiteral("in")].toString() == QLatin1String("header"))
                headers.append(parameter[QStringLiteral("name")].toString()
                               + (parameter[QStringLiteral("required")].toBool() ? QStringLiteral("*") : QString()));
        QCOMPARE(headers, asked);
        const QJsonObject responses = operation.value(QStringLiteral("responses")).toObject();
        QCOMPARE(responses.begin()->toObject().value(QStringLiteral("headers")).toObject().keys(), answered);
        QCOMPARE(responses.contains(QStringLiteral("428")), asked.contains(QStringLiteral("If-Match*")));
    }
    void administratorsHoldTheThirteenAndNotTenants()
    {
        QCOMPARE(permissionsOf(Role::Admin).toTexts().size(), 13);
        QVERIFY(!permissionsOf(Role::Admin).contains(Permission::TenantManage));
        QCOMPARE(permissionsOf(Role::PlatformAdmin).toTexts(), QStringList{QStringLiteral("tenant:manage")});
    }
    void rolesHoldWhatTheProductSays_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("permissions");
        QTest::newRow("senior") << "senior_analyst" << "application:view application:create application:score queue:view queue:assign "
                                   "decision:view decision:create decision:override decision:approve_override analytics:view";
        QTest::newRow("analyst") << "analyst" << "application:view application:create queue:view queue:assign decision:view decision:create "
                                    "decision:override analytics:view";
        QTest::newRow("readonly") << "readonly" << "application:view queue:view decision:view analytics:view";
        QTest::newRow("api") << "api_consumer" << "application:create decision:view";
        QTest::newRow("auditor") << "auditor" << "application:view queue:view decision:view analytics:view audit:view";
    }
    void rolesHoldWhatTheProductSays()
    {
        QFETCH(QString, role);
        QFETCH(QString, permissions);
        QCOMPARE(permissionsOf(*fromText<Role>(role)).toTexts().join(QLatin1Char(' ')), permissions);
    }
    void aDenialWinsOverRoleAndGrant()
    {
        const PermissionSet audit{Permission::AuditView};
        QVERIFY(effectivePermissions(Role::Readonly, audit, {}).contains(Permission::AuditView));
        QVERIFY(!effectivePermissions(Role::Admin, audit, audit).contains(Permission::AuditView));
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
