// Promise "Personal data": synthetic people go through good and failing paths over HTTP, and none of their values turns up
// where somebody could read it who is not meant to.
#include "core/api/ApplicationDtos.h"
#include "core/api/DecisionDtos.h"
#include "core/json/Json.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QDir>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

// Every value of every person contains one of these, so that one search finds whatever leaks. No path, id or word of the
// product contains them.
constexpr char kWord[] = "Qxvzj";
constexpr char kDigits[] = "7391846205";
const QString kPassword = QStringLiteral("correct horse battery");

int people()
{
    const QByteArray soak = qgetenv("COUNTERSIGN_SOAK");
    return soak == "full" ? 10'000 : soak == "ci" ? 1'000 : 200;
}

api::ApplicationCreate applicationOf(int n)
{
    const QString word = QLatin1String(kWord);
    const QString number = QStringLiteral("%1%2").arg(QLatin1String(kDigits)).arg(n, 5, 10, QLatin1Char('0'));
    api::ApplicationCreate application;
    application.externalId = QStringLiteral("LEAK-%1").arg(n);
    application.metadata = QJsonObject{{QStringLiteral("note"), word + QStringLiteral(" called twice")}};
    application.applicantData.personal = {word + QStringLiteral("ana%1").arg(n),
                                          QStringLiteral("Đ") + word + QStringLiteral("ić"),
                                          QDate(1980, 1, 1).addDays(n % 9000),
                                          number,
                                          QStringLiteral("%1.%2@leak.example").arg(word).arg(n),
                                          QStringLiteral("+") + number};
    application.applicantData.address = api::Address{word + QStringLiteral("ska %1").arg(n),
                                                     word + QStringLiteral("grad"),
                                                     number.left(11),
                                                     QStringLiteral("RS"),
                                                     {}};
    application.applicantData.employment.employerName = word + QStringLiteral(" d.o.o.");
    application.applicantData.employment.jobTitle = word + QStringLiteral(" clerk");
    application.financialData.expenses.monthlyObligations = Amount::whole(10'000);
    application.loanRequest = {Amount::whole(500'000), *Currency::fromCode(u"RSD"), 24, LoanPurpose::Car, {}, {}};
    return application;
}

QJsonObject jsonOf(const api::ApplicationCreate &application)
{
    return Codec<api::ApplicationCreate>::write(application).toObject();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

/// The line in which a value stands, or nothing.
QByteArray leakIn(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    for (const QByteArray &mark : {QByteArray(kWord).toLower(), QByteArray(kDigits)}) {
        const qsizetype at = lower.indexOf(mark);
        if (at >= 0)
            return text.mid(std::max<qsizetype>(0, at - 80), 200);
    }
    return {};
}

} // namespace

class TestLeaks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void goodAndFailingPathsAreWalked();
    void theDaemonsLogIsClean();
    void metricsAreClean();
    void theLogOfPostgresqlIsClean();
    void aDumpShowsNamesOnlyForSearch();

private:
    struct Answer {
        int status = 0;
        QByteArray body;
    };
    Answer send(const QByteArray &verb, const QString &path, const QByteArray &body = {},
                const QByteArray &type = "application/json");
    int post(const QString &path, const QJsonObject &body)
    {
        return send("POST", path, QJsonDocument(body).toJson()).status;
    }
    qint64 totalOf(const QString &search);
    void walkRefusals(int n);
    void walkOneCase();
    void walkWithABrokenDatabase();

    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_sql;
    QProcess m_daemon;
    QNetworkAccessManager m_network;
    QString m_server;
    QByteArray m_token;
};

void TestLeaks::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_sql = std::make_unique<SqlConsole>(m_database->superuserSettings());
    const auto write = [this](const char *name, const QByteArray &content) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    };
    write("token.key", QByteArray(32, 'k'));
    write("password", kPassword.toUtf8());
    write("privacy.key", "lookup " + QByteArray(64, 'a') + "\nkey 1 " + QByteArray(64, 'b') + "\n");
    const DatabaseSettings database = m_database->daemonSettings();
    QStringList arguments{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--seed-demo"),
                          m_folder.filePath(QStringLiteral("password"))};
    const QList<QPair<QString, QString>> settings{
        {QStringLiteral("database.host"), database.host},
        {QStringLiteral("database.port"), QString::number(database.port)},
        {QStringLiteral("database.name"), database.database},
        {QStringLiteral("database.user"), database.user},
        {QStringLiteral("auth.key_file"), m_folder.filePath(QStringLiteral("token.key"))},
        {QStringLiteral("privacy.key_file"), m_folder.filePath(QStringLiteral("privacy.key"))},
        {QStringLiteral("http.requests_per_second"), QStringLiteral("100000")},
        {QStringLiteral("logging.level"), QStringLiteral("debug")}};
    for (const auto &[key, value] : settings)
        arguments << QStringLiteral("--set") << key + QLatin1Char('=') + value;
    m_daemon.setStandardErrorFile(m_folder.filePath(QStringLiteral("daemon.log")));
    m_daemon.setStandardOutputFile(m_folder.filePath(QStringLiteral("daemon.out")));
    m_daemon.start(QStringLiteral(COUNTERSIGND), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(m_folder.filePath(QStringLiteral("daemon.log"))).contains("ready port=")
                                 || m_daemon.state() == QProcess::NotRunning,
                             60'000);
    const QByteArray log = contentsOf(m_folder.filePath(QStringLiteral("daemon.log")));
    QVERIFY2(m_daemon.state() == QProcess::Running, log.constData());
    m_server = QStringLiteral("http://127.0.0.1:%1")
                   .arg(log.mid(log.indexOf("ready port=") + 11).split('\n').first().trimmed().toInt());
    const auto signedIn =
        send("POST", QStringLiteral("/api/v1/auth/login"),
             QJsonDocument(QJsonObject{{QStringLiteral("email"), QStringLiteral("admin@demo.example")},
                                       {QStringLiteral("password"), kPassword}})
                 .toJson());
    QCOMPARE(signedIn.status, 200);
    m_token = "Bearer "
        + QJsonDocument::fromJson(signedIn.body).object().value(QStringLiteral("access_token")).toString().toLatin1();
}

void TestLeaks::cleanupTestCase()
{
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished(60'000));
    m_sql.reset();
    m_database.reset();
}

TestLeaks::Answer TestLeaks::send(const QByteArray &verb, const QString &path, const QByteArray &body,
                                  const QByteArray &type)
{
    QNetworkRequest request{QUrl(m_server + path)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", m_token);
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, body);
    QEventLoop loop;
    connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    reply->deleteLater();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

qint64 TestLeaks::totalOf(const QString &search)
{
    const auto answer = send(
        "GET", QStringLiteral("/api/v1/applications?search=") + QString::fromLatin1(QUrl::toPercentEncoding(search)));
    return answer.status == 200
        ? QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("total")).toInteger(-2)
        : -1;
}

/// One request for each way to be refused, with the values of a person inside.
void TestLeaks::walkRefusals(int n)
{
    const QString applications = QStringLiteral("/api/v1/applications");
    const QJsonObject good = jsonOf(applicationOf(n));
    QCOMPARE(post(applications, good), 409);
    QJsonObject surprise = good;
    surprise.insert(QLatin1String(kWord), QLatin1String(kDigits));
    QCOMPARE(post(applications, surprise), 422);
    auto wrong = applicationOf(n);
    wrong.applicantData.personal.nationalId = QLatin1String(kWord) + QStringLiteral(" !!");
    wrong.applicantData.personal.email = QLatin1String(kWord);
    wrong.applicantData.personal.firstName = QString(200, QLatin1Char('x')) + QLatin1String(kWord);
    QCOMPARE(post(applications, jsonOf(wrong)), 422);
    auto young = applicationOf(n);
    young.applicantData.personal.dateOfBirth = QDate(2020, 1, 1);
    QCOMPARE(post(applications, jsonOf(young)), 422);
    const QByteArray json = QJsonDocument(good).toJson();
    QCOMPARE(send("POST", applications, json.chopped(20)).status, 400);
    QCOMPARE(send("POST", applications, json, "text/plain").status, 415);
    QCOMPARE(send("POST", applications, QByteArray(json).replace(kWord, "Qxvzj\\u0000")).status / 100, 4);
    QCOMPARE(
        send("GET", QStringLiteral("/api/v1/%1/%2?name=%1").arg(QLatin1String(kWord), QLatin1String(kDigits))).status,
        404);
    QCOMPARE(send("DELETE", applications + QStringLiteral("?search=") + QLatin1String(kWord)).status, 405);
    QCOMPARE(send("GET", applications + QStringLiteral("/%1").arg(QLatin1String(kWord))).status / 100, 4);
    QCOMPARE(send("GET", applications + QStringLiteral("?status=%1").arg(QLatin1String(kWord))).status / 100, 4);
    QCOMPARE(send("GET", applications + QStringLiteral("?cursor=%1").arg(QLatin1String(kWord))).status / 100, 4);
    const QByteArray token = std::exchange(m_token, "Bearer " + QByteArray(kWord));
    QCOMPARE(post(applications, good), 401);
    m_token = token;
}

/// What people write about an applicant on the way to a decision.
void TestLeaks::walkOneCase()
{
    const QString application = m_sql->value(QStringLiteral("SELECT id FROM applications WHERE external_id = 'LEAK-0'")).toString();
    const QString entry = QStringLiteral("SELECT id FROM analyst_queues WHERE application_id = '%1'").arg(application);
    QTRY_VERIFY_WITH_TIMEOUT(!m_sql->column(entry).isEmpty(), 60'000);
    const QString path = QStringLiteral("/api/v1/queue/%1/").arg(m_sql->value(entry).toString());
    const auto take = [&] {
        QCOMPARE(post(path + QStringLiteral("assign"), {}), 200);
        QCOMPARE(post(path + QStringLiteral("start"), {}), 200);
    };
    take();
    QCOMPARE(post(path + QStringLiteral("release"), {{QStringLiteral("reason"), QLatin1String(kWord) + QStringLiteral(" is my cousin")}}), 200);
    take();
    QJsonObject decision{
        {QStringLiteral("application_id"), application},
        {QStringLiteral("application_version"),
         m_sql->value(QStringLiteral("SELECT version FROM applications WHERE id = '%1'").arg(application)).toInt()},
        {QStringLiteral("decision_outcome"), QStringLiteral("declined")},
        {QStringLiteral("reason_codes"), QJsonArray{toText(ReasonCode::DebtToIncomeTooHigh)}},
        {QStringLiteral("reasoning"), QLatin1String(kWord)}};
    QCOMPARE(post(QStringLiteral("/api/v1/decisions"), decision), 422);
    decision.insert(QStringLiteral("reasoning"), QLatin1String(kWord) + QStringLiteral(" with the number ") + QLatin1String(kDigits));
    QCOMPARE(post(QStringLiteral("/api/v1/decisions"), decision), 201);
}

/// Statements that fail inside PostgreSQL, which would like to write them into its log.
void TestLeaks::walkWithABrokenDatabase()
{
    const struct {
        const char *breaks;
        const char *mends;
    } faults[] = {
        {"ALTER TABLE person_lookups RENAME TO person_lookups_away",
         "ALTER TABLE person_lookups_away RENAME TO person_lookups"},
        {"ALTER TABLE applications ADD CONSTRAINT broken CHECK (length(external_id) < 3) NOT VALID",
         "ALTER TABLE applications DROP CONSTRAINT broken"},
        {"ALTER TABLE persons ADD CONSTRAINT broken CHECK (wrapped_key IS NULL) NOT VALID",
         "ALTER TABLE persons DROP CONSTRAINT broken"},
        {"REVOKE INSERT ON applications FROM countersign_daemon", "GRANT INSERT ON applications TO countersign_daemon"},
    };
    int n = people();
    for (const auto &fault : faults) {
        m_sql->run(QLatin1String(fault.breaks));
        const int status = post(QStringLiteral("/api/v1/applications"), jsonOf(applicationOf(++n)));
        m_sql->run(QLatin1String(fault.mends));
        QVERIFY2(status >= 400, fault.breaks);
    }
    m_sql->run(QStringLiteral("REVOKE EXECUTE ON FUNCTION search_applications FROM countersign_daemon"));
    QCOMPARE(totalOf(QLatin1String(kWord)), -1);
    m_sql->run(QStringLiteral("GRANT EXECUTE ON FUNCTION search_applications TO countersign_daemon"));
}

void TestLeaks::goodAndFailingPathsAreWalked()
{
    constexpr int kBatch = 100;
    for (int from = 0; from < people(); from += kBatch) {
        QJsonArray items;
        for (int n = from; n < from + kBatch; ++n)
            items.append(jsonOf(applicationOf(n)));
        QCOMPARE(post(QStringLiteral("/api/v1/applications/batch"), {{QStringLiteral("items"), items}}), 200);
    }
    for (int n = 0; n < people(); n += people() / 10) {
        const api::Personal personal = applicationOf(n).applicantData.personal;
        QCOMPARE(totalOf(personal.nationalId), 1);
        QCOMPARE(totalOf(*personal.email), 1);
        QCOMPARE(totalOf(personal.firstName + QStringLiteral(" Đ")), 1);
        const QString id =
            m_sql->value(QStringLiteral("SELECT id FROM applications WHERE external_id = 'LEAK-%1'").arg(n)).toString();
        const auto detail = send("GET", QStringLiteral("/api/v1/applications/") + id);
        QVERIFY(!leakIn(detail.body).isEmpty()); // who may see it, sees it
        const QString person =
            QJsonDocument::fromJson(detail.body).object().value(QStringLiteral("person_id")).toString();
        QCOMPARE(send("GET", QStringLiteral("/api/v1/persons/%1/export").arg(person)).status, 200);
        walkRefusals(n);
    }
    walkOneCase();
    walkWithABrokenDatabase();
}

void TestLeaks::theDaemonsLogIsClean()
{
    const QByteArray log = contentsOf(m_folder.filePath(QStringLiteral("daemon.log")))
        + contentsOf(m_folder.filePath(QStringLiteral("daemon.out")));
    QVERIFY(log.contains("status=200") || log.contains("\"status\":200"));
    QVERIFY2(leakIn(log).isEmpty(), leakIn(log).constData());
}

void TestLeaks::metricsAreClean()
{
    const auto metrics = send("GET", QStringLiteral("/metrics"));
    QCOMPARE(metrics.status, 200);
    QVERIFY2(leakIn(metrics.body).isEmpty(), leakIn(metrics.body).constData());
}

void TestLeaks::theLogOfPostgresqlIsClean()
{
    const QDir folder(m_sql
                          ->value(QStringLiteral(
                              "SELECT current_setting('data_directory') || '/' || current_setting('log_directory')"))
                          .toString());
    const QFileInfoList logs = folder.entryInfoList(QDir::Files);
    QVERIFY(!logs.isEmpty());
    for (const QFileInfo &log : logs) {
        const QByteArray leak = leakIn(contentsOf(log.filePath()));
        QVERIFY2(leak.isEmpty(), leak.constData());
    }
}

void TestLeaks::aDumpShowsNamesOnlyForSearch()
{
    QVERIFY(m_sql->value(QStringLiteral("SELECT count(*) FROM audit_logs")).toInt() >= people());
    const DatabaseSettings settings = m_database->superuserSettings();
    const auto dump = [&] {
        QProcess program;
        program.start(QStringLiteral(COUNTERSIGN_PG_DUMP),
                      {QStringLiteral("-h"), settings.host, QStringLiteral("-p"), QString::number(settings.port),
                       QStringLiteral("-U"), settings.user, settings.database});
        program.waitForFinished(120'000);
        return program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray();
    };
    const QByteArray whole = dump();
    QVERIFY(whole.contains("LEAK-0"));
    QVERIFY(!whole.contains(kDigits));
    QVERIFY(!whole.contains(kWord)); // search_text is in small letters
    m_sql->run(QStringLiteral("UPDATE applications SET search_text = NULL"));
    const QByteArray rest = dump();
    QVERIFY(rest.contains("LEAK-0"));
    QVERIFY2(leakIn(rest).isEmpty(), leakIn(rest).constData());
}

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
