#include "server/service/CaseService.h"
#include "server/service/Cursor.h"
#include "tests/server/service/ServiceFixture.h"

#include <QTest>

using namespace countersign;

class TestCaseService final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bank.reset(); }
    void walksEveryOrderByCursor_data();
    void walksEveryOrderByCursor();
    void filters_data();
    void filters();
    void refusesCursorsOfAnotherKind_data();
    void refusesCursorsOfAnotherKind();
    void otherTenantsFindNothing();

private:
    CaseService cases() const { return CaseService(m_bank->context); }
    Page<api::ApplicationItem> must(const api::ApplicationQuery &query) const;

    std::unique_ptr<ServiceFixture> m_bank;
};

void TestCaseService::initTestCase()
{
    m_bank = std::make_unique<ServiceFixture>();
    // Scores and amounts repeat, so that only the id makes an order total.
    for (const int score : {650, 500, 800, 650, 300, 650, 700}) {
        m_bank->route(score, Amount::whole(score % 100 == 0 ? 600'000 : 900'000));
        m_bank->clock.advance(std::chrono::hours(1));
    }
}

Page<api::ApplicationItem> TestCaseService::must(const api::ApplicationQuery &query) const
{
    const auto page = cases().list(m_bank->analyst, query);
    return page ? *page : Page<api::ApplicationItem>();
}

void TestCaseService::walksEveryOrderByCursor_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("ascending");
    for (const char *sort : {"created_at", "amount", "score"})
        for (const bool ascending : {true, false})
            QTest::addRow("%s %s", sort, ascending ? "asc" : "desc") << QString::fromLatin1(sort) << ascending;
}

void TestCaseService::walksEveryOrderByCursor()
{
    QFETCH(QString, sort);
    QFETCH(bool, ascending);
    api::ApplicationQuery query;
    query.sortBy = *fromText<api::ApplicationSort>(sort);
    query.sortOrder = ascending ? SortOrder::Asc : SortOrder::Desc;
    QList<ApplicationId> whole;
    QList<qint64> keys;
    for (const api::ApplicationItem &item : must(query).items) {
        whole.append(item.id);
        const qint64 key = sort == QLatin1String("amount") ? Money::fromAmount(item.amount, item.currency)->minor()
            : sort == QLatin1String("score")               ? item.score.value_or(0)
                                                           : item.createdAt.time_since_epoch().count();
        keys.append(ascending ? key : -key);
    }
    QCOMPARE(whole.size(), 7);
    QVERIFY(std::is_sorted(keys.begin(), keys.end()));
    QList<ApplicationId> paged;
    query.pageSize = 2;
    do {
        const auto page = must(query);
        QCOMPARE(page.total, 7);
        for (const api::ApplicationItem &item : page.items)
            paged.append(item.id);
        query.cursor = page.nextCursor;
    } while (query.cursor);
    QCOMPARE(paged, whole);
}

void TestCaseService::filters_data()
{
    QTest::addColumn<api::ApplicationQuery>("query");
    QTest::addColumn<int>("expected");
    api::ApplicationQuery query;
    query.status = {ApplicationStatus::Approved};
    QTest::newRow("approved") << std::exchange(query, {}) << 1;
    query.status = {ApplicationStatus::Declined};
    QTest::newRow("declined") << std::exchange(query, {}) << 1;
    query.status = {ApplicationStatus::Review};
    QTest::newRow("in review") << std::exchange(query, {}) << 5;
    query.scoreMin = 650;
    query.scoreMax = 700;
    QTest::newRow("scores, both ends included") << std::exchange(query, {}) << 4;
    query.amountMin = Amount::whole(900'000);
    QTest::newRow("amount from") << std::exchange(query, {}) << 3;
    query.amountMax = Amount::whole(600'000);
    QTest::newRow("amount to") << std::exchange(query, {}) << 4;
    query.scoreMin = 900;
    QTest::newRow("nothing") << std::exchange(query, {}) << 0;
}

void TestCaseService::filters()
{
    QFETCH(api::ApplicationQuery, query);
    QFETCH(int, expected);
    const auto page = must(query);
    QCOMPARE(page.total, expected);
    QCOMPARE(page.items.size(), expected);
    QVERIFY(page.totalIsExact);
}

void TestCaseService::refusesCursorsOfAnotherKind_data()
{
    QTest::addColumn<QString>("cursor");
    const QUuid id = QUuid::createUuid();
    const Instant now{};
    const auto row = [&](const char *name, const char *order, const QString &key) {
        QTest::newRow(name) << makeCursor({QLatin1String(order), {}}, key, id, now);
    };
    row("of the queue", "queue created_at desc", QStringLiteral("1"));
    row("of another order", "applications amount desc", QStringLiteral("1"));
    row("a time where a number belongs", "applications score desc", QStringLiteral("2026-11-24T12:00:00.000000Z"));
    row("past an integer", "applications score desc", QStringLiteral("9999999999"));
    row("past a big integer", "applications score desc", QStringLiteral("9999999999999999999"));
    row("no key", "applications score desc", QStringLiteral("1; DROP TABLE applications"));
    QTest::newRow("no cursor") << QStringLiteral("bm9uc2Vuc2U");
}

void TestCaseService::refusesCursorsOfAnotherKind()
{
    QFETCH(QString, cursor);
    api::ApplicationQuery query;
    query.sortBy = api::ApplicationSort::Score;
    query.cursor = cursor;
    const auto page = cases().list(m_bank->analyst, query);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Invalid);
    QCOMPARE(page.error().reason, QStringLiteral("bad_cursor"));
}

void TestCaseService::otherTenantsFindNothing()
{
    QCOMPARE(cases().list(m_bank->betaAnalyst, {})->total, 0);
    const ApplicationId id = must({}).items.first().id;
    QVERIFY(cases().detail(m_bank->analyst, id));
    QCOMPARE(cases().detail(m_bank->betaAnalyst, id).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_case_service.moc"
