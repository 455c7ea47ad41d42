// What the second person and whoever follows a condition write about an applicant: sealed, and gone with the person.
#include "PersonFixture.h"

#include "core/json/Json.h"
#include "server/service/ConditionService.h"
#include "server/service/DecisionReader.h"

#include <QTest>

using namespace countersign;

namespace {

const QString kErased = QStringLiteral("(erased)");
const QString kComment = QStringLiteral("Živka's brother has told us of the harbour.");

template <class T>
QString reasonOf(const Result<T> &result)
{
    return result ? QStringLiteral("none") : result.error().reason;
}

} // namespace

class TestDecisionTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bank = std::make_unique<PersonFixture>(); }
    void init() { m_bank->sql.run(QStringLiteral("TRUNCATE persons, jobs CASCADE")); }
    void cleanupTestCase() { m_bank.reset(); }

    void theSecondPersonsCommentIsSealed();
    void whyADecisionWasGivenBackIsSealed();
    void notesOnConditionsAreSealed();
    void theTextsOfAnErasedPersonAreGone();
    void waitingDecisionsOfAnErasedPersonAreStillListedAndSigned();
    void conditionsOfAnErasedPersonAreStillSettled();
    void aTextThatSomebodyChangedDoesNotOpen();

private:
    api::DecisionInfo withConditions()
    {
        auto decision = approval(m_bank->startedCase(kToReview, m_bank->analyst));
        decision.conditions = {
            {ConditionType::Documentation, QStringLiteral("Statements of the account of Živka"), QDate(2026, 12, 1)},
            {ConditionType::Guarantor, QStringLiteral("Her brother Dragan\nsigns too."), {}}};
        return *DecisionService(m_bank->context).create(m_bank->analyst, decision);
    }
    Result<api::ConditionInfo> change(const api::DecisionInfo &decision, const api::ConditionPatch &patch,
                                      int version = 1)
    {
        return ConditionService(m_bank->context)
            .change(m_bank->analyst, decision.id, decision.conditions.last().id, patch, version);
    }
    api::DecisionInfo read(DecisionId id) { return *DecisionReader(m_bank->context).get(m_bank->senior, id); }
    /// Everything that the database has of decisions and conditions.
    QString stored()
    {
        return m_bank->sql.text(QStringLiteral("SELECT coalesce(jsonb_agg(d), '[]') FROM decisions d"))
            + m_bank->sql.text(QStringLiteral("SELECT coalesce(jsonb_agg(c), '[]') FROM decision_conditions c"));
    }
    /// As if the person had been erased although his applications have not ended.
    void destroyKeys()
    {
        m_bank->sql.run(QStringLiteral(
            "UPDATE persons SET national_id_hash = NULL, wrapped_key = NULL, key_number = NULL, erased_at = now()"));
    }

    std::unique_ptr<PersonFixture> m_bank;
};

void TestDecisionTexts::theSecondPersonsCommentIsSealed()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    const auto approved = m_bank->approve(m_bank->senior, waiting.decision, kComment);
    QVERIFY2(approved, qPrintable(reasonOf(approved)));
    QCOMPARE(approved->overrideComment, kComment);
    QCOMPARE(read(waiting.decision.id).overrideComment, kComment);
    QCOMPARE(read(waiting.decision.id).overrideJustification, waiting.decision.overrideJustification);
    for (const char *word : {"ivka", "brother", "harbour"})
        QVERIFY2(!stored().contains(QLatin1String(word)), word);
}

void TestDecisionTexts::whyADecisionWasGivenBackIsSealed()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QVERIFY(m_bank->reject(m_bank->senior, waiting.decision));
    QCOMPARE(read(waiting.decision.id).overrideComment, kRejection);
    QVERIFY(!stored().contains(QLatin1String("employer")));
}

void TestDecisionTexts::notesOnConditionsAreSealed()
{
    const auto decision = withConditions();
    const auto changed =
        change(decision, {ConditionStatus::Received, {}, QStringLiteral("Dragan brought\nit himself.")});
    QVERIFY2(changed, qPrintable(reasonOf(changed)));
    QCOMPARE(changed->note, QStringLiteral("Dragan brought\nit himself."));
    QCOMPARE(changed->description, decision.conditions.last().description);
    QCOMPARE(change(decision, {ConditionStatus::Satisfied, {}, {}}, 2)->note, changed->note);
    QVERIFY(!read(decision.id).conditions.first().note);
    QCOMPARE(read(decision.id).conditions.first().description, decision.conditions.first().description);
    for (const char *word : {"ivka", "Dragan", "himself", "Statements"})
        QVERIFY2(!stored().contains(QLatin1String(word)), word);
    // The longest note that is allowed, in the longest letters.
    const QString longest(1000, QChar(0x0416));
    QCOMPARE(change(decision, {{}, {}, longest}, 3)->note, longest);
}

void TestDecisionTexts::theTextsOfAnErasedPersonAreGone()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision, kComment));
    const auto decision = withConditions();
    QVERIFY(change(decision, {ConditionStatus::Received, {}, QStringLiteral("Dragan brought it.")}));
    const QString before = stored();
    for (const auto &application : {waiting.inHand.application, decision.applicationId})
        QVERIFY(m_bank->erase(m_bank->admin, m_bank->detail(application).personId));

    const auto signedOne = read(waiting.decision.id);
    QCOMPARE(signedOne.reasoning, kErased);
    QCOMPARE(signedOne.overrideJustification, kErased);
    QCOMPARE(signedOne.overrideComment, kErased);
    QCOMPARE(signedOne.overrideApprovedBy->name, QStringLiteral("senior"));
    const auto conditional = read(decision.id);
    QVERIFY(!conditional.overrideComment);
    QCOMPARE(conditional.conditions.first().description, kErased);
    QVERIFY(!conditional.conditions.first().note);
    QCOMPARE(conditional.conditions.last().note, kErased);
    QCOMPARE(conditional.conditions.last().status, ConditionStatus::Received);
    QVERIFY(readJson<api::DecisionInfo>(writeJson(conditional)));
    QCOMPARE(stored(), before); // the decisions themselves are untouched
    const auto listed = DecisionReader(m_bank->context).list(m_bank->senior, {});
    QVERIFY(listed);
    QCOMPARE(listed->items.size(), 2);
    for (const api::DecisionItem &item : listed->items)
        QCOMPARE(item.applicantName, kErased);
}

void TestDecisionTexts::waitingDecisionsOfAnErasedPersonAreStillListedAndSigned()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    const auto named = m_bank->overrides.waiting(m_bank->senior, {});
    QCOMPARE(named->items.first().applicantName, m_bank->detail(waiting.inHand.application).applicantName);
    destroyKeys();
    QCOMPARE(m_bank->overrides.waiting(m_bank->senior, {})->items.first().applicantName, kErased);
    QCOMPARE(reasonOf(m_bank->reject(m_bank->senior, waiting.decision)), QStringLiteral("person_erased"));
    QCOMPARE(reasonOf(m_bank->approve(m_bank->senior, waiting.decision, kComment)), QStringLiteral("person_erased"));
    QCOMPARE(m_bank->statusOf(waiting.inHand.application), QStringLiteral("pending_approval"));
    const auto approved = m_bank->approve(m_bank->senior, waiting.decision);
    QVERIFY2(approved, qPrintable(reasonOf(approved)));
    QCOMPARE(approved->reasoning, kErased);
    QVERIFY(!approved->overrideComment);
}

void TestDecisionTexts::conditionsOfAnErasedPersonAreStillSettled()
{
    const auto decision = withConditions();
    QVERIFY(m_bank->erase(m_bank->admin, m_bank->detail(decision.applicationId).personId));
    QCOMPARE(reasonOf(change(decision, {ConditionStatus::Received, {}, QStringLiteral("By mail.")})),
             QStringLiteral("person_erased"));
    const auto settled = change(decision, {ConditionStatus::Failed, {}, {}});
    QVERIFY2(settled, qPrintable(reasonOf(settled)));
    QCOMPARE(settled->status, ConditionStatus::Failed);
    QVERIFY(!settled->note);
}

void TestDecisionTexts::aTextThatSomebodyChangedDoesNotOpen()
{
    const auto waiting = m_bank->waitingCase(m_bank->analyst);
    QVERIFY(m_bank->approve(m_bank->senior, waiting.decision, kComment));
    m_bank->sql.run(QStringLiteral(
        "UPDATE decisions SET sealed_texts = set_byte(sealed_texts, 60, 255 - get_byte(sealed_texts, 60))"));
    const auto refused = DecisionReader(m_bank->context).get(m_bank->senior, waiting.decision.id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("unsealable"));
}

QTEST_GUILESS_MAIN(TestDecisionTexts)
#include "tst_decision_texts.moc"
