#include "server/db/Connection.h"
#include "server/db/SqlError.h"
#include "server/db/Transaction.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <limits>
#include <thread>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)) + 9h + 123456us;

} // namespace

class TestQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeComesBackAsItWent();
};

void TestQuery::everyTypeComesBackAsItWent()
{
    TestDatabase database;
    Query list = Query::alone(database.owner(), "migration/list");
    const auto done = list.exec();
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().detail));
    QVERIFY(list.next());
    QCOMPARE(list.get<int>("number"), 1);
    auto transaction = Transaction::begin(database.daemon(), TenantId::make(kNow));
    QVERIFY(transaction.ok());
    Query insert = transaction->query("migration/list");
    QVERIFY(insert.exec().ok());
    QVERIFY(transaction->commit().ok());
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
