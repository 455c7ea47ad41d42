// A decision against the model from the analyst's hands to the second signature, made by keys in the real window.
#include "app/SystemClock.h"
#include "app/drive/CaseKeys.h"
#include "tests/flow/DaemonProcess.h"
#include "tests/flow/HttpCaller.h"
#include "tests/flow/People.h"
#include "tests/support/TestDatabase.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/pages/overrides/OverrideDetail.h"
#include "ui/pages/overrides/OverridesPage.h"
#include "ui/pages/overrides/SignatureCard.h"
#include "ui/widgets/KeyButton.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace countersign;

namespace {

constexpr int kPeople = 40;
const QString kJustification = QStringLiteral("The employer confirmed a raise by letter, which the application does not contain yet.");

QString textOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

} // namespace

class TestFlowOverride : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void plan_2_3_2_theSecondPersonSignsAndTheApplicationReadsApproved();
    void aRejectedDecisionGoesBackToItsAnalyst();
    void nobodySignsHisOwn();
    void itReadsInEveryLookAndLanguage();

private:
    QJsonObject detailOf(const QString &id) const { return m_admin.get(QStringLiteral("/applications/") + id).json(); }
    QString statusOf(const QString &id) const { return textOf(detailOf(id), "status"); }
    /// A borderline person whom the model would decline and `decider` approves; answers the application's id.
    QString overrideBy(HttpCaller &decider);
    bool goToOverrides();
    QTableView *list() { return m_drive->find<QTableView>(QStringLiteral("Decisions that wait for a second person")); }
    SignatureCard *signature() { return m_drive->find<SignatureCard>(); }
    bool isSignable(bool expected);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<DaemonProcess> m_daemon;
    HttpCaller m_admin{0};
    HttpCaller m_analyst{0};
    HttpCaller m_senior{0};
    int m_row = 0; ///< of the data set: somebody borderline whom the model would decline
    int m_sent = 0;
    QTemporaryDir m_scratch;
    const SystemClock m_clock;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Drive> m_drive;
};

void TestFlowOverride::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_daemon = std::make_unique<DaemonProcess>(m_database->daemonSettings());
    QVERIFY(m_daemon->start());
    m_admin = m_analyst = m_senior = HttpCaller(m_daemon->port());
    QVERIFY(m_admin.signIn("admin@demo.example") && m_analyst.signIn("analyst@demo.example") && m_senior.signIn("senior@demo.example"));
    QJsonArray people;
    for (int row = 1; row <= kPeople; ++row)
        people.append(applicationOf(row, QStringLiteral("SCAN-%1").arg(row)));
    const QJsonArray sent = m_admin.post(QStringLiteral("/applications/batch"), QJsonObject{{QStringLiteral("items"), people}})
                                .json().value(QLatin1String("items")).toArray();
    QTRY_COMPARE(m_admin.get(QStringLiteral("/applications?status=pending")).json().value(QLatin1String("total")).toInt(), 0);
    for (int i = 0; i < sent.size() && m_row == 0; ++i) {
        const QJsonObject detail = detailOf(textOf(sent[i].toObject(), "id"));
        const QJsonObject scoring = detail.value(QLatin1String("scoring_result")).toObject();
        if (textOf(detail, "status") == QLatin1String("review") && textOf(scoring, "recommendation") == QLatin1String("decline"))
            m_row = i + 1;
    }
    QVERIFY(m_row > 0);
}

void TestFlowOverride::cleanupTestCase()
{
    if (m_daemon)
        QCOMPARE(m_daemon->stop().status, 0);
}

/// Every window belongs to the senior analyst.
void TestFlowOverride::init()
{
    m_store = std::make_unique<QSettings>(m_scratch.filePath(QStringLiteral("workbench.ini")), QSettings::IniFormat);
    Preferences preferences(*m_store);
    preferences.setLanguage(QStringLiteral("en"));
    m_workbench = std::make_unique<Workbench>(
        Workbench::Settings{QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_daemon->port())), QStringLiteral("senior@demo.example"), false},
        preferences, m_clock);
    m_workbench->start();
    m_drive = std::make_unique<Drive>(*m_workbench, qEnvironmentVariable("COUNTERSIGN_SCREENSHOTS"));
}

void TestFlowOverride::cleanup()
{
    m_drive.reset();
    m_workbench.reset();
    m_store.reset();
}

QString TestFlowOverride::overrideBy(HttpCaller &decider)
{
    QJsonObject application = applicationOf(m_row, QStringLiteral("FLOW-%1").arg(++m_sent));
    const QString id = textOf(m_admin.post(QStringLiteral("/applications"), application).json(), "id");
    if (id.isEmpty() || !QTest::qWaitFor([&] { return statusOf(id) == QLatin1String("review"); }, 30'000))
        return {};
    const QString entry = QStringLiteral("/queue/%1/").arg(textOf(detailOf(id).value(QLatin1String("queue_info")).toObject(), "queue_id"));
    decider.post(entry + QStringLiteral("assign"));
    decider.post(entry + QStringLiteral("start"));
    const QJsonObject detail = detailOf(id);
    const QJsonObject loan = detail.value(QLatin1String("loan_request")).toObject();
    const QJsonObject terms{{QStringLiteral("amount"), loan.value(QLatin1String("amount"))},
                            {QStringLiteral("term_months"), loan.value(QLatin1String("term_months"))},
                            {QStringLiteral("interest_rate"), 9.5}};
    const QJsonObject decision{{QStringLiteral("application_id"), id},
                               {QStringLiteral("application_version"), detail.value(QLatin1String("version"))},
                               {QStringLiteral("decision_outcome"), QStringLiteral("approved")},
                               {QStringLiteral("approved_terms"), terms},
                               {QStringLiteral("reason_codes"), QJsonArray{QStringLiteral("sufficient_income")}},
                               {QStringLiteral("reasoning"), QStringLiteral("The raise more than covers the payment.")},
                               {QStringLiteral("override_reason"), QStringLiteral("new_information")},
                               {QStringLiteral("override_justification"), kJustification}};
    const HttpAnswer decided = decider.post(QStringLiteral("/decisions"), decision);
    return decided.status == 201 && textOf(decided.json(), "status") == QLatin1String("pending_approval") ? id : QString();
}

bool TestFlowOverride::goToOverrides()
{
    m_drive->type(QLatin1String(DaemonProcess::kPassword)); // the address is there, the focus is in the password
    m_drive->press(Qt::Key_Return);
    if (!m_drive->until("the window", [&] { return m_drive->find<QueuePage>() != nullptr; }))
        return false;
    m_drive->press(Qt::Key_2, Qt::AltModifier);
    return m_drive->until("the overrides", [&] { return m_drive->find<OverrideDetail>() && list() && list()->model()->rowCount() > 0; });
}

bool TestFlowOverride::isSignable(bool expected)
{
    return m_drive->until("the signature", [&] {
        auto *card = signature();
        const auto buttons = card ? card->findChildren<KeyButton *>() : QList<KeyButton *>();
        return !buttons.isEmpty()
            && std::all_of(buttons.begin(), buttons.end(), [=](const KeyButton *button) { return button->isEnabled() == expected; });
    });
}

void TestFlowOverride::plan_2_3_2_theSecondPersonSignsAndTheApplicationReadsApproved()
{
    const QString id = overrideBy(m_analyst);
    QVERIFY(!id.isEmpty());
    QCOMPARE(statusOf(id), QStringLiteral("pending_approval"));
    QVERIFY(goToOverrides());
    QVERIFY(isSignable(true));
    QVERIFY(m_drive->tabTo(SignatureCard::tr("Comment")));
    m_drive->type(QStringLiteral("Seen the letter."));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_drive->until("the question who it is", [&] { return m_drive->find<QLineEdit>() != nullptr && m_drive->front() != &m_drive->window(); }));
    QCOMPARE(statusOf(id), QStringLiteral("pending_approval")); // nothing before the password
    m_drive->type(QLatin1String(DaemonProcess::kPassword));
    m_drive->press(Qt::Key_Return);
    QVERIFY(m_drive->until("the signature", [&] { return statusOf(id) == QLatin1String("approved"); }));
    const QJsonObject decision = detailOf(id).value(QLatin1String("decision_history"))[0].toObject();
    QCOMPARE(textOf(decision, "status"), QStringLiteral("final"));
    QCOMPARE(textOf(decision.value(QLatin1String("override_approved_by")).toObject(), "id"),
             m_workbench->session().user().id.toString());
    QCOMPARE(textOf(decision, "override_comment"), QStringLiteral("Seen the letter."));
}

void TestFlowOverride::aRejectedDecisionGoesBackToItsAnalyst()
{
    const QString id = overrideBy(m_analyst);
    QVERIFY(!id.isEmpty());
    QVERIFY(goToOverrides());
    QVERIFY(isSignable(true));
    m_drive->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(qobject_cast<QPlainTextEdit *>(m_drive->window().focusWidget())); // without a comment nothing is rejected
    QCOMPARE(statusOf(id), QStringLiteral("pending_approval"));
    const QString comment = QStringLiteral("The letter of the employer is not in the file.");
    m_drive->type(comment);
    m_drive->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_drive->until("the rejection", [&] { return statusOf(id) == QLatin1String("review"); }));
    const QJsonObject detail = detailOf(id);
    QCOMPARE(textOf(detail.value(QLatin1String("decision_history"))[0].toObject(), "override_comment"), comment);
    const QJsonObject entry = detail.value(QLatin1String("queue_info")).toObject();
    QCOMPARE(textOf(entry, "status"), QStringLiteral("in_progress"));
    QCOMPARE(textOf(entry.value(QLatin1String("analyst")).toObject(), "name"), QStringLiteral("Jelena Marković"));
}

void TestFlowOverride::nobodySignsHisOwn()
{
    const QString id = overrideBy(m_senior);
    QVERIFY(!id.isEmpty());
    QVERIFY(goToOverrides());
    QVERIFY(isSignable(false));
    const QString decision = textOf(detailOf(id).value(QLatin1String("decision_history"))[0].toObject(), "id");
    const QJsonObject waiting = m_senior.get(QStringLiteral("/decisions/pending-overrides")).json().value(QLatin1String("items"))[0].toObject();
    QCOMPARE(textOf(waiting, "id"), decision);
    QVERIFY(waiting.value(QLatin1String("is_own")).toBool());
    QVERIFY(m_drive->picture(QStringLiteral("overrides-own")));
    m_drive->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(statusOf(id), QStringLiteral("pending_approval"));
}

void TestFlowOverride::itReadsInEveryLookAndLanguage()
{
    QVERIFY(!overrideBy(m_analyst).isEmpty());
    QVERIFY(goToOverrides());
    m_drive->press(Qt::Key_J); // past the senior's own
    QVERIFY(isSignable(true));
    QVERIFY(m_drive->picture(QStringLiteral("overrides-light")));
    m_workbench->setTheme(ThemeKind::Dark);
    QVERIFY(m_drive->picture(QStringLiteral("overrides-dark")));
    m_workbench->setTheme(ThemeKind::Light);
    m_workbench->setLanguage(QStringLiteral("sr-Latn-RS"));
    m_drive->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(m_drive->until("the overrides in Serbian", [&] { return m_drive->find<SignatureCard>() != nullptr; }));
    QVERIFY(m_drive->picture(QStringLiteral("overrides-serbian")));
}

QTEST_MAIN(TestFlowOverride)
#include "tst_flow_override.moc"
