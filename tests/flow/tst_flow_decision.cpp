// From POST /applications to a decision made by keys in the real window, read back over the API.
#include "app/SystemClock.h"
#include "app/drive/CaseKeys.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/flow/People.h"
#include "tests/support/TestDatabase.h"

#include <QJsonArray>
#include <QSettings>
#include <QTest>

using namespace countersign;

namespace {

/// One for each test: after a decision the window takes the next case for whoever sits there.
constexpr std::array kAnalysts{"analyst@demo.example", "analyst2@demo.example", "senior@demo.example"};
constexpr int kPeople = 40;

QJsonObject objectOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toObject();
}

QString textOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

QStringList textsOf(const QJsonObject &json, const char *name)
{
    QStringList texts;
    for (const QJsonValue &value : json.value(QLatin1String(name)).toArray())
        texts.append(value.toString());
    return texts;
}

} // namespace

class TestFlowDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void approvesWithAConditionAsTheModelRecommends();
    void declinesAsTheModelRecommends();
    void anApprovalAgainstTheModelWaitsForASecondPerson();

private:
    QJsonObject detailOf(const QString &id) const { return m_caller.get(QStringLiteral("/applications/") + id).json(); }
    void findBorderlinePeople();
    QString sendBorderlinePerson(const char *recommendation);
    QJsonObject decideByKeys(const QString &id, const TypedDecision &decision);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<DaemonProcess> m_daemon;
    HttpCaller m_caller{0};
    QHash<QString, int> m_rowOf; ///< of the data set, by what the model recommends for a borderline person
    int m_testsBegun = 0;
    QTemporaryDir m_scratch;
    const SystemClock m_clock;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Drive> m_drive;
};

void TestFlowDecision::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_daemon = std::make_unique<DaemonProcess>(m_database->daemonSettings());
    QVERIFY(m_daemon->start());
    m_caller = HttpCaller(m_daemon->port());
    QVERIFY(m_caller.signIn("admin@demo.example"));
    findBorderlinePeople();
}

void TestFlowDecision::cleanupTestCase()
{
    if (m_daemon)
        QCOMPARE(m_daemon->stop().status, 0);
}

void TestFlowDecision::init()
{
    m_store = std::make_unique<QSettings>(m_scratch.filePath(QStringLiteral("workbench.ini")), QSettings::IniFormat);
    Preferences preferences(*m_store);
    preferences.setLanguage(QStringLiteral("en"));
    const QUrl server(QStringLiteral("http://127.0.0.1:%1").arg(m_daemon->port()));
    m_workbench = std::make_unique<Workbench>(
        Workbench::Settings{server, QLatin1String(kAnalysts[std::size_t(m_testsBegun++)]), false}, preferences,
        m_clock);
    m_workbench->start();
    m_drive = std::make_unique<Drive>(*m_workbench, QString());
}

void TestFlowDecision::cleanup()
{
    m_drive.reset();
    m_workbench.reset();
    m_store.reset();
}

/// Sends some people to see whom the model leaves to a person, and what it recommends for them.
void TestFlowDecision::findBorderlinePeople()
{
    QJsonArray people;
    for (int row = 1; row <= kPeople; ++row)
        people.append(applicationOf(row, QStringLiteral("SCAN-%1").arg(row)));
    const QJsonObject sent =
        m_caller.post(QStringLiteral("/applications/batch"), QJsonObject{{QStringLiteral("items"), people}}).json();
    QCOMPARE(sent.value(QLatin1String("created")).toInt(), kPeople);
    QTRY_COMPARE(
        m_caller.get(QStringLiteral("/applications?status=pending")).json().value(QLatin1String("total")).toInt(), 0);
    const QJsonArray results = sent.value(QLatin1String("items")).toArray();
    for (int i = 0; i < kPeople; ++i) {
        const QJsonObject detail = detailOf(textOf(results[i].toObject(), "id"));
        if (textOf(detail, "status") == QLatin1String("review"))
            m_rowOf.insert(textOf(objectOf(detail, "scoring_result"), "recommendation"), i + 1);
    }
    QCOMPARE(m_rowOf.size(), 2);
}

/// Such a person once more, as a customer who goes before everybody else; answers the application's id once it waits.
QString TestFlowDecision::sendBorderlinePerson(const char *recommendation)
{
    static int number = 0;
    QJsonObject application =
        applicationOf(m_rowOf.value(QLatin1String(recommendation)), QStringLiteral("FLOW-%1").arg(++number));
    application.insert(QStringLiteral("priority_customer"), true);
    const HttpAnswer created = m_caller.post(QStringLiteral("/applications"), application);
    const QString id = textOf(created.json(), "id");
    const bool waits = created.status == 201
        && m_drive->until("the score", [&] { return textOf(detailOf(id), "status") == QLatin1String("review"); });
    return waits ? id : QString();
}

/// Takes the next case of the queue, which must be `id`, decides it, and answers what the API says of it then.
QJsonObject TestFlowDecision::decideByKeys(const QString &id, const TypedDecision &decision)
{
    if (!signInByKeys(*m_drive, QLatin1String(DaemonProcess::kPassword)) || !takeNextCase(*m_drive))
        return {};
    if (!m_drive->until("the posted case", [&] { return shownCase(*m_drive)->toString() == id; })
        || !typeDecision(*m_drive, decision))
        return {};
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    m_drive->until("the decision", [&] { return textOf(detailOf(id), "status") != QLatin1String("review"); });
    return detailOf(id);
}

void TestFlowDecision::approvesWithAConditionAsTheModelRecommends()
{
    const QString id = sendBorderlinePerson("approve");
    QVERIFY(!id.isEmpty());
    const QJsonObject asked = objectOf(detailOf(id), "loan_request");
    const QString reasoning = QStringLiteral("Permanent contract and savings cover a third of the loan.");
    const QString condition = QStringLiteral("Bank statements of the last three months");
    const QJsonObject detail = decideByKeys(id, {Outcome::ApproveWithConditions, condition, 1, reasoning, {}});
    QCOMPARE(textOf(detail, "status"), QStringLiteral("approved"));
    const QJsonArray history = detail.value(QLatin1String("decision_history")).toArray();
    QCOMPARE(history.size(), 1);
    const QJsonObject decision = history[0].toObject();
    QCOMPARE(textOf(decision, "decision_type"), QStringLiteral("analyst_approve_with_conditions"));
    QCOMPARE(textOf(decision, "status"), QStringLiteral("final"));
    QCOMPARE(textOf(decision, "reasoning"), reasoning);
    QCOMPARE(textsOf(decision, "reason_codes"), QStringList{QStringLiteral("stable_employment")});
    QCOMPARE(decision.value(QLatin1String("conditions")).toArray().size(), 1);
    QCOMPARE(textOf(decision.value(QLatin1String("conditions"))[0].toObject(), "description"), condition);
    const QJsonObject terms = objectOf(decision, "approved_terms");
    QCOMPARE(terms.value(QLatin1String("amount")), asked.value(QLatin1String("amount")));
    QCOMPARE(terms.value(QLatin1String("term_months")), asked.value(QLatin1String("term_months")));
    QVERIFY(!decision.value(QLatin1String("monthly_payment")).isNull());
    QCOMPARE(decision.value(QLatin1String("override_flag")).toBool(), false);
    QCOMPARE(textOf(objectOf(decision, "decided_by"), "name"), QStringLiteral("Jelena Marković"));
}

void TestFlowDecision::declinesAsTheModelRecommends()
{
    const QString id = sendBorderlinePerson("decline");
    QVERIFY(!id.isEmpty());
    const QString reasoning = QStringLiteral("The payment would take more than half of the income.");
    const QJsonObject detail = decideByKeys(id, {Outcome::Decline, {}, 1, reasoning, {}});
    QCOMPARE(textOf(detail, "status"), QStringLiteral("declined"));
    const QJsonObject decision = detail.value(QLatin1String("decision_history"))[0].toObject();
    QCOMPARE(textOf(decision, "decision_type"), QStringLiteral("analyst_decline"));
    QCOMPARE(textOf(decision, "reasoning"), reasoning);
    QCOMPARE(textsOf(decision, "reason_codes"), QStringList{QStringLiteral("income_too_low")});
    QVERIFY(decision.value(QLatin1String("approved_terms")).isNull()
            || decision.value(QLatin1String("approved_terms")).isUndefined());
    QCOMPARE(decision.value(QLatin1String("override_flag")).toBool(), false);
}

void TestFlowDecision::anApprovalAgainstTheModelWaitsForASecondPerson()
{
    const QString id = sendBorderlinePerson("decline");
    QVERIFY(!id.isEmpty());
    const QString justification =
        QStringLiteral("The employer confirmed a raise by letter, which the application does not contain yet.");
    const QJsonObject detail = decideByKeys(
        id, {Outcome::Approve, {}, 0, QStringLiteral("The raise more than covers the payment."), justification});
    QCOMPARE(textOf(detail, "status"), QStringLiteral("pending_approval"));
    const QJsonObject decision = detail.value(QLatin1String("decision_history"))[0].toObject();
    QCOMPARE(textOf(decision, "status"), QStringLiteral("pending_approval"));
    QCOMPARE(decision.value(QLatin1String("override_flag")).toBool(), true);
    QCOMPARE(textOf(decision, "override_direction"), QStringLiteral("model_decline_analyst_approve"));
    QCOMPARE(textOf(decision, "override_reason"), QStringLiteral("new_information"));
    QCOMPARE(textOf(decision, "override_justification"), justification);
}

QTEST_MAIN(TestFlowDecision)
#include "tst_flow_decision.moc"
