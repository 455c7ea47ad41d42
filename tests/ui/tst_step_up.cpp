// Proving again who one is: asked for only when the daemon wants it, and the call that needed it is sent again.
#include "core/api/endpoints/QueueEndpoints.h"
#include "tests/ui/HttpScript.h"
#include "tests/ui/WidgetPictures.h"
#include "ui/client/Sentences.h"
#include "ui/shell/StepUpPrompt.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/StepUpDialog.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace countersign;

namespace {

const QByteArray kRequired = httpAnswer(403, R"({"code":"step_up_required"})");
const QByteArray kWrong = httpAnswer(403, R"({"code":"invalid_credentials"})");
const QByteArray kGoodToken = httpAnswer(200, R"({"token":"fresh-proof","expires_in":120})");

QByteArray signedInAs(bool hasCodes)
{
    return httpAnswer(
        200,
        QByteArray(R"({"access_token":"a","refresh_token":"r","token_type":"bearer","expires_in":600,"user":{
        "id":"0190a000-0000-7000-8000-000000000001","email":"aleksandra.djordjevic-stojanovic@demo.example","name":"A",
        "role":"senior_analyst","tenant_id":"0190a000-0000-7000-8000-000000000002","tenant_name":"Demo bank","currency":"RSD",
        "permissions":[],"must_change_password":false,"totp_enabled":)")
            + (hasCodes ? "true" : "false") + "}}");
}

StepUp::Deed deedOn(const QString &id)
{
    return {StepUpAction::OverrideApproval, QUuid::fromString(id), {id, 3, {}}};
}

const QString kCase = QStringLiteral("0190a000-0000-7000-8000-00000000000a");

} // namespace

class TestStepUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isNotAskedForWithoutNeed();
    void sendsTheSameCallAgainWithTheProof();
    void aWrongPasswordMayBeTypedAgain();
    void aCodeDoesAsWell();
    void nothingIsDoneWithoutTheProof();
    void questionsWaitForTheirTurn();
    void theEndOfTheSessionTakesTheQuestionAway();

private:
    void signIn(bool hasCodes);
    void assign(const QString &id = kCase);
    StepUpDialog *dialog() const
    {
        for (StepUpDialog *one : m_window->findChildren<StepUpDialog *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    void type(const QString &text)
    {
        QTest::keyClicks(dialog()->focusWidget(), text);
        QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return);
    }

    std::unique_ptr<HttpScript> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<StepUp> m_stepUp;
    std::unique_ptr<QWidget> m_window;
    QList<Error> m_answers; ///< default: it was done
};

void TestStepUp::init()
{
    Theme::apply(*qApp, ThemeKind::Light);
    m_answers.clear();
    m_server = std::make_unique<HttpScript>();
    m_client = std::make_unique<ApiClient>(m_server->url());
    m_session = std::make_unique<Session>(*m_client, nullptr);
    m_stepUp = std::make_unique<StepUp>(*m_client);
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_window->show();
    new StepUpPrompt(*m_stepUp, *m_session, m_window.get());
}

void TestStepUp::cleanup()
{
    m_window.reset();
    m_stepUp.reset();
    m_session.reset();
    m_client.reset();
    m_server.reset();
}

void TestStepUp::signIn(bool hasCodes)
{
    m_server->answers.append(signedInAs(hasCodes));
    m_session->signIn({QStringLiteral("a@b.example"), QStringLiteral("x"), {}, {}});
    QTRY_VERIFY(m_session->isSignedIn());
    m_server->lines.clear();
    m_server->heads.clear();
}

/// Stands for whatever is done to one thing.
void TestStepUp::assign(const QString &id)
{
    m_stepUp->callFor(api::startCase, deedOn(id), Nothing{}, this, [this](const Result<api::QueueItem> &answer) {
        m_answers.append(answer ? Error() : answer.error());
    });
}

void TestStepUp::isNotAskedForWithoutNeed()
{
    signIn(false);
    m_server->answers = {httpAnswer(409, R"({"code":"stale_version"})")};
    assign();
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().reason, QStringLiteral("stale_version"));
    QVERIFY(!dialog());
    QVERIFY(!m_server->heads.first().contains("X-Step-Up"));
}

void TestStepUp::sendsTheSameCallAgainWithTheProof()
{
    signIn(false);
    m_server->answers = {kRequired, kGoodToken, httpAnswer(409, R"({"code":"not_yours"})")};
    assign();
    QTRY_VERIFY(dialog());
    QVERIFY(savePicture(*dialog(), QStringLiteral("step-up")));
    type(QStringLiteral("my password"));
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().reason, QStringLiteral("not_yours")); // of the second call, whatever it is
    QCOMPARE(m_server->lines.size(), 3);
    QCOMPARE(m_server->lines[1], QByteArray("POST /api/v1/auth/step-up HTTP/1.1"));
    QCOMPARE(m_server->lines[2], m_server->lines[0]);
    QVERIFY(m_server->heads[2].contains("X-Step-Up: fresh-proof"));
    QVERIFY(m_server->heads[2].contains("If-Match: \"3\""));
    QVERIFY(!dialog());
}

void TestStepUp::aWrongPasswordMayBeTypedAgain()
{
    signIn(false);
    m_server->answers = {kRequired, kWrong, kGoodToken, httpAnswer(409, "{}")};
    assign();
    QTRY_VERIFY(dialog());
    type(QString());
    QVERIFY(!dialog()->findChild<LabeledEdit *>()->fault().isEmpty()); // asked nothing of the daemon
    QCOMPARE(m_server->lines.size(), 1);
    type(QStringLiteral("wrong"));
    QTRY_VERIFY(dialog()->findChild<LabeledEdit *>()->fault().contains(QStringLiteral("not right")));
    Theme::apply(*qApp, ThemeKind::Dark);
    QVERIFY(savePicture(*dialog(), QStringLiteral("step-up-refused")));
    type(QStringLiteral("right"));
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_server->lines.size(), 4);
}

void TestStepUp::aCodeDoesAsWell()
{
    signIn(true);
    m_server->answers = {kRequired, kGoodToken, httpAnswer(409, "{}")};
    assign();
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->findChild<CodeEdit *>()->isVisible());
    QVERIFY(savePicture(*dialog(), QStringLiteral("step-up-code")));
    type(QStringLiteral("123 456"));
    QTRY_COMPARE(m_answers.size(), 1);
}

void TestStepUp::nothingIsDoneWithoutTheProof()
{
    signIn(false);
    m_server->answers = {kRequired};
    assign();
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(StepUp::isCancelled(m_answers.first()));
    QVERIFY(sentenceFor(m_answers.first()).contains(QStringLiteral("not confirmed")));
    QCOMPARE(m_server->lines.size(), 1);
}

void TestStepUp::questionsWaitForTheirTurn()
{
    signIn(false);
    m_server->answers = {kRequired, kRequired};
    assign();
    assign(QStringLiteral("0190a000-0000-7000-8000-00000000000b"));
    QTRY_COMPARE(m_server->lines.size(), 2);
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(m_answers.size(), 1);
    QTRY_VERIFY(dialog());
    m_server->answers = {kGoodToken, httpAnswer(409, "{}")};
    type(QStringLiteral("my password"));
    QTRY_COMPARE(m_answers.size(), 2);
    QVERIFY(!StepUp::isCancelled(m_answers.last()));
}

void TestStepUp::theEndOfTheSessionTakesTheQuestionAway()
{
    signIn(false);
    m_server->answers = {kRequired};
    assign();
    QTRY_VERIFY(dialog());
    m_session->signOut();
    QVERIFY(!dialog());
    QVERIFY(StepUp::isCancelled(m_answers.value(0)));
}

QTEST_MAIN(TestStepUp)
#include "tst_step_up.moc"
