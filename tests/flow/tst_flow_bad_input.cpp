// What is no application is refused with every wrong field named, and leaves no trace.
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/flow/People.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace countersign;

namespace {

/// Takes the good application and makes it bad; the paths are those that the answer must name, no more and no less.
struct Fault {
    const char *name;
    const char *path;  ///< of the value that is put in, `a.b`
    QByteArray json;   ///< the value, as JSON text
    QStringList paths; ///< empty: only `path`
};

const QList<Fault> &faults()
{
    static const QList<Fault> all{
        {"an amount of 0", "loan_request.amount", "0", {}},
        {"an amount below 0", "loan_request.amount", "-0.01", {}},
        {"an amount of 2^63", "loan_request.amount", "9223372036854775808", {}},
        {"an amount finer than a para", "loan_request.amount", "100.001", {}},
        {"an amount in words", "loan_request.amount", "\"many\"", {}},
        {"no amount", "loan_request.amount", "null", {}},
        {"a currency that does not exist", "loan_request.currency", "\"XXQ\"", {}},
        {"a currency that is not lent in", "loan_request.currency", "\"EUR\"", {}},
        {"a currency that is a number", "loan_request.currency", "941", {}},
        {"a term of 0", "loan_request.term_months", "0", {}},
        {"a term of 481", "loan_request.term_months", "481", {}},
        {"a term of 2^63", "loan_request.term_months", "9223372036854775808", {}},
        {"half a month", "loan_request.term_months", "12.5", {}},
        {"a term as large as a double gets", "loan_request.term_months", "1e308", {}},
        {"an amount as large as a double gets", "loan_request.amount", "1e308", {}},
        {"an unknown purpose", "loan_request.purpose", "\"yacht\"", {}},
        {"30 February", "applicant_data.personal.date_of_birth", "\"1980-02-30\"", {}},
        {"a date in words", "applicant_data.personal.date_of_birth", "\"yesterday\"", {}},
        {"a date to come", "applicant_data.personal.date_of_birth", "\"2199-01-01\"", {}},
        {"a child", "applicant_data.personal.date_of_birth", "\"2020-01-01\"", {}},
        {"a name with NUL", "applicant_data.personal.first_name", "\"Ma\\u0000rko\"", {}},
        {"a name that is half a character", "applicant_data.personal.first_name", "\"Ma\\ud800rko\"", {}},
        {"no name", "applicant_data.personal.last_name", "\"\"", {}},
        {"a name without end", "applicant_data.personal.last_name", '"' + QByteArray(101, 'x') + '"', {}},
        {"a name that is a list", "applicant_data.personal.first_name", "[\"Marko\"]", {}},
        {"a person that is a text", "applicant_data.personal", "\"Marko\"", {}},
        {"an income below 0", "financial_data.income.net_monthly", "-1", {}},
        {"an unknown field", "loan_request.collateral", "1", {}},
        {"an unknown field at the top", "approve", "true", {}},
        {"an external id with blanks", "external_id", "\"a b\"", {}},
        {"metadata that are not flat", "metadata", "{\"a\":{}}", {}},
        {"a truth that is a text", "priority_customer", "\"yes\"", {}},
        {"a bureau score of 1001", "credit_bureau_data.score", "1001", {}},
        {"three faults at once",
         "loan_request",
         "{\"amount\":-1,\"currency\":\"RSD\",\"term_months\":0,\"purpose\":\"yacht\"}",
         {QStringLiteral("loan_request.amount"), QStringLiteral("loan_request.purpose"),
          QStringLiteral("loan_request.term_months")}},
    };
    return all;
}

/// `object` with what stands at `path` replaced by a mark that no JSON document has otherwise.
QJsonObject marked(QJsonObject object, const QString &path)
{
    const QString first = path.section(QLatin1Char('.'), 0, 0);
    const QString rest = path.section(QLatin1Char('.'), 1);
    object.insert(first,
                  rest.isEmpty() ? QJsonValue(QStringLiteral("@@"))
                                 : QJsonValue(marked(object.value(first).toObject(), rest)));
    return object;
}

/// As text, because what is tried is more than QJsonValue can hold.
QByteArray bent(const Fault &fault)
{
    return QJsonDocument(marked(applicationOf(1, QStringLiteral("BAD-1")), QLatin1String(fault.path)))
        .toJson(QJsonDocument::Compact)
        .replace("\"@@\"", fault.json);
}

QStringList pathsIn(const QJsonArray &errors)
{
    QStringList paths;
    for (const QJsonValue &error : errors)
        paths.append(error.toObject().value(QLatin1String("path")).toString());
    paths.sort();
    return paths;
}

QStringList expectedPaths(const Fault &fault)
{
    return fault.paths.isEmpty() ? QStringList{QLatin1String(fault.path)} : fault.paths;
}

} // namespace

class TestFlowBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void namesEveryWrongField_data();
    void namesEveryWrongField();
    void namesTheWrongFieldsOfEachItemOfABatch();
    void refusesABatchWithACharacterThatNoTextMayHold();
    void refusesWhatIsNoApplicationAtAll_data();
    void refusesWhatIsNoApplicationAtAll();
    void takesTheApplicationThatWasBent();

private:
    QString stored();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_console;
    std::unique_ptr<DaemonProcess> m_daemon;
    HttpCaller m_caller{0};
    QString m_storedBefore;
};

QString TestFlowBadInput::stored()
{
    return m_console
        ->value(QStringLiteral(
            "SELECT format('%s applications, %s jobs, %s audit entries, %s scores', (SELECT count(*) FROM "
            "applications),"
            " (SELECT count(*) FROM jobs), (SELECT count(*) FROM audit_logs), (SELECT count(*) FROM scoring_results))"))
        .toString();
}

void TestFlowBadInput::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_console = std::make_unique<SqlConsole>(m_database->superuserSettings());
    m_daemon = std::make_unique<DaemonProcess>(m_database->daemonSettings());
    QVERIFY(m_daemon->start());
    m_caller = HttpCaller(m_daemon->port());
    QVERIFY(m_caller.signIn("api@demo.example"));
    m_storedBefore = stored();
    QVERIFY2(m_storedBefore.startsWith(QLatin1String("0 applications, 0 jobs")), qPrintable(m_storedBefore));
}

void TestFlowBadInput::cleanup()
{
    QCOMPARE(stored(), m_storedBefore);
}

void TestFlowBadInput::namesEveryWrongField_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < faults().size(); ++i)
        QTest::newRow(faults()[i].name) << i;
}

void TestFlowBadInput::namesEveryWrongField()
{
    QFETCH(int, index);
    const HttpAnswer answer = m_caller.post(QStringLiteral("/applications"), bent(faults()[index]));
    QVERIFY2(answer.status == 422, answer.bytes.constData());
    QCOMPARE(pathsIn(answer.json().value(QLatin1String("errors")).toArray()), expectedPaths(faults()[index]));
}

void TestFlowBadInput::namesTheWrongFieldsOfEachItemOfABatch()
{
    QByteArrayList items;
    QList<QStringList> expected;
    for (const Fault &fault : faults()) {
        if (fault.json.contains("\\u"))
            continue; // the next test
        items.append(bent(fault));
        expected.append(expectedPaths(fault));
    }
    const HttpAnswer answer =
        m_caller.post(QStringLiteral("/applications/batch"), "{\"items\":[" + items.join(',') + "]}");
    QVERIFY2(answer.status == 200, answer.bytes.constData());
    QCOMPARE(answer.json().value(QLatin1String("created")).toInt(), 0);
    const QJsonArray results = answer.json().value(QLatin1String("items")).toArray();
    QCOMPARE(results.size(), items.size());
    for (int i = 0; i < results.size(); ++i) {
        const QJsonObject result = results[i].toObject();
        QCOMPARE(result.value(QLatin1String("index")).toInt(), i);
        QCOMPARE(result.value(QLatin1String("status")).toString(), QStringLiteral("invalid"));
        QCOMPARE(pathsIn(result.value(QLatin1String("errors")).toArray()), expected[i]);
    }
}

void TestFlowBadInput::refusesABatchWithACharacterThatNoTextMayHold()
{
    const QByteArray good = QJsonDocument(applicationOf(2, QStringLiteral("BAD-2"))).toJson(QJsonDocument::Compact);
    const QByteArray bad = bent({"", "applicant_data.personal.first_name", "\"Ma\\u0000rko\"", {}});
    const HttpAnswer answer =
        m_caller.post(QStringLiteral("/applications/batch"), "{\"items\":[" + good + ',' + bad + "]}");
    QCOMPARE(answer.status, 422);
    QCOMPARE(pathsIn(answer.json().value(QLatin1String("errors")).toArray()),
             QStringList{QStringLiteral("items[1].applicant_data.personal.first_name")});
}

void TestFlowBadInput::refusesWhatIsNoApplicationAtAll_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QString one = QStringLiteral("/applications");
    const QString batch = QStringLiteral("/applications/batch");
    const QByteArray good = QJsonDocument(applicationOf(1, QStringLiteral("BAD-1"))).toJson(QJsonDocument::Compact);
    QTest::newRow("no JSON") << one << QByteArray("amount=5") << 400;
    QTest::newRow("half a document") << one << good.left(good.size() / 2) << 400;
    QTest::newRow("two documents") << one << good + good << 400;
    QTest::newRow("a number beyond every double") << one << bent({"", "loan_request.amount", "1e400", {}}) << 400;
    QTest::newRow("broken UTF-8") << one << QByteArray("{\"external_id\":\"\xc3\x28\"}") << 400;
    QTest::newRow("100,000 lists in each other") << one << QByteArray(100'000, '[') + QByteArray(100'000, ']') << 400;
    QTest::newRow("65 objects in each other")
        << one << QByteArray("{\"metadata\":").repeated(65) + "1" + QByteArray(65, '}') << 400;
    QTest::newRow("a list instead of an application") << one << QByteArray("[1]") << 422;
    QTest::newRow("an empty application") << one << QByteArray("{}") << 422;
    QTest::newRow("2 MB") << one
                          << QByteArray(good).insert(1, "\"metadata\":{\"a\":\"" + QByteArray(2 << 20, 'x') + "\"},")
                          << 413;
    QTest::newRow("a batch of 9 MB") << batch << QByteArray("{\"items\":[" + QByteArray(9 << 20, ' ') + "]}") << 413;
    QTest::newRow("a batch of none") << batch << QByteArray("{\"items\":[]}") << 422;
    QTest::newRow("a batch of 501") << batch << QByteArray("{\"items\":[" + QByteArray("{},").repeated(500) + "{}]}")
                                    << 422;
    QTest::newRow("a batch of numbers") << batch << QByteArray("{\"items\":[1,2]}") << 422;
}

void TestFlowBadInput::refusesWhatIsNoApplicationAtAll()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const HttpAnswer answer = m_caller.post(path, body);
    QTEST(answer.status, "status");
    QVERIFY2(!answer.json().value(QLatin1String("detail")).toString().isEmpty(), answer.bytes.constData());
}

/// That the application was refused for its fault, and not for anything else.
void TestFlowBadInput::takesTheApplicationThatWasBent()
{
    QCOMPARE(m_caller.post(QStringLiteral("/applications"), applicationOf(1, QStringLiteral("BAD-1"))).status, 201);
    QTRY_COMPARE(m_console->value(QStringLiteral("SELECT count(*) FROM scoring_results")).toInt(), 1);
    QVERIFY(stored() != m_storedBefore);
    m_storedBefore = stored();
}

QTEST_GUILESS_MAIN(TestFlowBadInput)
#include "tst_flow_bad_input.moc"
