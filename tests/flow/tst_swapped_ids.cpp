// Three tenants, and requests of each with ids of the others in path, query and body: generated from the endpoint table,
// so that a new endpoint is covered by itself. 10,000 of them, 100,000 in a full soak.
#include "core/api/endpoints/QueueEndpoints.h"
#include "tests/flow/RequestBodies.h"
#include "tests/flow/RunningDaemon.h"
#include "tests/support/Soak.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include <thread>

using namespace countersign;
using namespace countersign::flow;

namespace {

constexpr int kThreads = 4;

/// Words that occur in nothing but the names of one tenant.
const QStringList kSlugs{QStringLiteral("aldebaran"), QStringLiteral("betelgeuse"), QStringLiteral("capella")};

struct Bank {
    QString slug;
    TenantId id;
    std::vector<Person> people;
    QHash<QString, QStringList> ids; ///< by table
    QSet<QUuid> all;
};

QString randomId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// What an answer tells whoever probes.
QString tells(const Reply &reply)
{
    return QString::number(reply.status) + QLatin1Char(' ') + reply.code();
}

/// What only binds a proof of oneself to an id, without looking for it, is no way to anything.
bool namesAnId(const api::EndpointRow &row)
{
    if (row.access.permissions().isEmpty() && api::pathParameters(row.path).isEmpty())
        return false;
    bool asked = false;
    const IdSource probe = [&asked](const QString &) {
        asked = true;
        return randomId();
    };
    (void)pathFor(row, probe);
    (void)queryFor(row, probe);
    (void)bodyFor(row, probe, true);
    return asked;
}

} // namespace

class TestSwappedIds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_daemon.reset(); }

    void listsShowTheOwnTenantAlone();
    void plan_1_2_3_crossTenantQueriesBlocked();

private:
    Bank makeBank(const QString &slug);
    void collectIds(Bank &bank);
    Reply ask(const api::EndpointRow &row, const IdSource &ids, bool withOptionalIds, const Person &who);
    /// The first thing of another tenant in an answer to somebody of `own`; empty when there is none.
    QString foreignIn(const Reply &reply, const Bank &own) const;
    QString probe(const api::EndpointRow &row, int number);
    /// What the same request hears with ids of nothing; asked once.
    QString toldOfNothing(const api::EndpointRow &row, bool withOptionalIds, const Person &who);
    void note(const QString &fault);

    std::unique_ptr<RunningDaemon> m_daemon;
    std::vector<Bank> m_banks;
    QMutex m_mutex;
    QStringList m_faults;
    QHash<QString, QString> m_toldOfNothing;
};

void TestSwappedIds::initTestCase()
{
    m_daemon = std::make_unique<RunningDaemon>();
    for (const QString &slug : kSlugs)
        m_banks.push_back(makeBank(slug));
    for (Bank &bank : m_banks)
        collectIds(bank);
}

Bank TestSwappedIds::makeBank(const QString &slug)
{
    constexpr int kCases = 4;
    Bank bank{slug, m_daemon->addTenant(slug), {}, {}, {}};
    for (const Role role : {Role::Admin, Role::SeniorAnalyst, Role::Analyst})
        bank.people.push_back(m_daemon->addPerson(slug, bank.id, role));
    for (int i = 0; i < kCases; ++i)
        if (const Reply made = m_daemon->ask("POST", "/api/v1/applications", applicationOf(slug), &bank.people[0]); made.status != 201)
            qFatal("%s", made.body.constData());
    const QString entries = QStringLiteral("SELECT id FROM analyst_queues WHERE tenant_id = '%1' ORDER BY id").arg(bank.id.toString());
    if (!QTest::qWaitFor([&] { return m_daemon->sql().column(entries).size() == kCases; }, 30'000))
        qFatal("the cases did not come into the queue");
    // One is taken, one begun: foreign ids meet every state.
    const auto queue = m_daemon->sql().column(entries);
    for (const int number : {0, 1})
        m_daemon->ask("POST", "/api/v1/queue/" + queue[number].toByteArray() + "/assign", {}, &bank.people[2]);
    m_daemon->ask("POST", "/api/v1/queue/" + queue[1].toByteArray() + "/start", {}, &bank.people[2]);
    // A case that was given by somebody else makes a notice; a receiver that is tested, a delivery.
    m_daemon->ask("POST", "/api/v1/queue/" + queue[2].toByteArray() + "/assign", {{QStringLiteral("analyst_id"), bank.people[2].id.toString()}}, &bank.people[0]);
    const QJsonObject webhook{{QStringLiteral("url"), QStringLiteral("https://%1.invalid/").arg(slug)}, {QStringLiteral("events"), QJsonArray{QStringLiteral("sla_breached")}}};
    const QJsonObject made = m_daemon->ask("POST", "/api/v1/admin/webhooks", webhook, &bank.people[0]).json();
    m_daemon->ask("POST", "/api/v1/admin/webhooks/" + made.value(QLatin1String("id")).toString().toUtf8() + "/test", {}, &bank.people[0]);
    return bank;
}

/// Of every table that has a tenant and an id, so that a new table is among them by itself.
void TestSwappedIds::collectIds(Bank &bank)
{
    SqlConsole &sql = m_daemon->sql();
    const auto tables = sql.column(QStringLiteral(
        "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND 2 = (SELECT count(*) FROM "
        "pg_attribute a WHERE a.attrelid = c.oid AND a.atttypid = 'uuid'::regtype AND a.attname IN ('tenant_id', 'id') AND NOT a.attisdropped)"));
    for (const QVariant &table : tables)
        for (const QVariant &id : sql.column(QStringLiteral("SELECT id FROM %1 WHERE tenant_id = '%2'").arg(table.toString(), bank.id.toString()))) {
            bank.ids[table.toString()].append(id.toUuid().toString(QUuid::WithoutBraces));
            bank.all.insert(id.toUuid());
        }
    bank.ids[QStringLiteral("tenants")] = {bank.id.toString()};
    bank.all.insert(bank.id.uuid());
    QVERIFY(bank.ids.value(QStringLiteral("applications")).size() >= 4 && bank.ids.value(QStringLiteral("users")).size() >= 3);
}

Reply TestSwappedIds::ask(const api::EndpointRow &row, const IdSource &ids, bool withOptionalIds, const Person &who)
{
    HttpRequest made = flow::request(toCString(row.method), pathFor(row, ids), bodyFor(row, ids, withOptionalIds), &who);
    if (withOptionalIds)
        made.query = queryFor(row, ids);
    return m_daemon->ask(made);
}

QString TestSwappedIds::foreignIn(const Reply &reply, const Bank &own) const
{
    static const QRegularExpression uuids(QStringLiteral("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    const QString text = QString::fromUtf8(reply.body);
    auto found = uuids.globalMatch(text);
    while (found.hasNext()) {
        const QUuid id = QUuid::fromString(found.next().captured());
        for (const Bank &bank : m_banks)
            if (bank.id != own.id && bank.all.contains(id))
                return id.toString();
    }
    for (const Bank &bank : m_banks)
        if (bank.id != own.id && text.contains(bank.slug, Qt::CaseInsensitive))
            return bank.slug;
    return {};
}

void TestSwappedIds::note(const QString &fault)
{
    const QMutexLocker lock(&m_mutex);
    m_faults.append(fault);
}

void TestSwappedIds::listsShowTheOwnTenantAlone()
{
    for (const Bank &bank : m_banks)
        for (const Person &person : bank.people)
            for (const api::EndpointRow &row : api::endpointRows()) {
                if (row.method != Method::Get || !api::pathParameters(row.path).isEmpty())
                    continue;
                const Reply reply = ask(row, {}, false, person);
                QVERIFY2(foreignIn(reply, bank).isEmpty(), row.path);
            }
    const Reply own = m_daemon->ask("GET", "/api/v1/applications", {}, &m_banks[0].people[0]);
    QVERIFY(own.body.contains(kSlugs[0].toUtf8())); // the words that are looked for do occur
}

QString TestSwappedIds::toldOfNothing(const api::EndpointRow &row, bool withOptionalIds, const Person &who)
{
    const QString key = toText(row.method) + QLatin1String(row.path) + who.email + QString::number(withOptionalIds);
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_toldOfNothing.constFind(key); known != m_toldOfNothing.cend())
            return *known;
    }
    const QString told = tells(ask(row, [](const QString &) { return randomId(); }, withOptionalIds, who));
    const QMutexLocker lock(&m_mutex);
    return m_toldOfNothing[key] = told;
}

/// Asks with ids of another tenant: the answer must be that of ids of nothing. Empty when all is well.
QString TestSwappedIds::probe(const api::EndpointRow &row, int number)
{
    const Bank &own = m_banks[std::size_t(number) % m_banks.size()];
    const Bank &other = m_banks[std::size_t(number + 1 + number / 3 % 2) % m_banks.size()];
    const Person &who = own.people[std::size_t(number / 7) % own.people.size()];
    const bool withOptionalIds = number % 2 == 0;
    const bool anyKind = number % 4 == 3;
    QSet<QUuid> sent;
    const IdSource foreign = [&](const QString &name) {
        QStringList candidates = other.ids.value(tableOfId(row, name));
        if (anyKind || candidates.isEmpty())
            for (const QStringList &ids : other.ids)
                candidates.append(ids);
        const QString id = candidates[QRandomGenerator::global()->bounded(candidates.size())];
        sent.insert(QUuid::fromString(id));
        return id;
    };
    const Reply swapped = ask(row, foreign, withOptionalIds, who);
    const QString missing = toldOfNothing(row, withOptionalIds, who);
    // Many at once are answered one by one: there the answer says of which id it speaks, as the request named it.
    const bool namesWhatWasSent = row.endpoint == &api::moveCases;
    if (const QString leak = foreignIn(swapped, own); !leak.isEmpty() && !(namesWhatWasSent && sent.contains(QUuid::fromString(leak))))
        return QStringLiteral("shows %1 of another tenant").arg(leak);
    if (tells(swapped) != missing)
        return QStringLiteral("answers %1, but %2 for what is not there").arg(tells(swapped), missing);
    if (!row.access.allows(permissionsOf(who.role)) || api::pathParameters(row.path).isEmpty())
        return {};
    // A member of the body may be refused before anything is looked for: by its form, or as a right over others.
    const bool beforeLooking = swapped.status == 422 || (withOptionalIds && swapped.status == 403);
    if (swapped.status != 404 && !beforeLooking)
        return QStringLiteral("answers %1").arg(tells(swapped));
    return {};
}

void TestSwappedIds::plan_1_2_3_crossTenantQueriesBlocked()
{
    std::vector<const api::EndpointRow *> rows;
    for (const api::EndpointRow &row : api::endpointRows())
        if (!row.access.isPublic() && namesAnId(row))
            rows.push_back(&row);
    QVERIFY(rows.size() >= 14);
    QElapsedTimer time;
    time.start();
    std::atomic<int> next = 0;
    const int count = Soak::choose(10'000, 10'000, 100'000);
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&] {
            for (int number = next++; number < count; number = next++) {
                const api::EndpointRow &row = *rows[std::size_t(number / 6) % rows.size()];
                if (const QString fault = probe(row, number); !fault.isEmpty())
                    note(toText(row.method) + QLatin1Char(' ') + QLatin1String(row.path) + QLatin1Char(' ') + fault);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    qInfo("%d requests to %d endpoints in %.1f s", count, int(rows.size()), double(time.elapsed()) / 1000);
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, 20).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestSwappedIds)
#include "tst_swapped_ids.moc"
