#include "tests/flow/Load.h"

#include "tests/flow/People.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

namespace {

constexpr auto kPatience = std::chrono::minutes(1);
constexpr std::array kAnalysts{"analyst@demo.example", "analyst2@demo.example"};
/// Somebody else was faster: 404, 409. The daemon has enough to do or goes: 429, 503.
const QSet<int> kExplained{404, 409, 429, 503};

QJsonArray entriesOf(const HttpAnswer &page)
{
    return page.json().value(QLatin1String("items")).toArray();
}

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// As the model recommends: a decision that no second person has to approve.
QJsonObject decisionFor(const QJsonObject &detail)
{
    const bool approve =
        textOf(detail.value(QLatin1String("scoring_result")).toObject(), "recommendation") == QLatin1String("approve");
    const QJsonObject loan = detail.value(QLatin1String("loan_request")).toObject();
    QJsonObject decision{
        {QStringLiteral("application_id"), detail.value(QLatin1String("id"))},
        {QStringLiteral("application_version"), detail.value(QLatin1String("version"))},
        {QStringLiteral("decision_outcome"), approve ? QStringLiteral("approved") : QStringLiteral("declined")},
        {QStringLiteral("reasoning"), QStringLiteral("Decided while the daemon was killed again and again.")}};
    if (approve)
        decision.insert(QStringLiteral("approved_terms"),
                        QJsonObject{{QStringLiteral("amount"), loan.value(QLatin1String("amount"))},
                                    {QStringLiteral("term_months"), loan.value(QLatin1String("term_months"))},
                                    {QStringLiteral("interest_rate"), 12.5}});
    else
        decision.insert(QStringLiteral("reason_codes"), QJsonArray{QStringLiteral("debt_to_income_too_high")});
    return decision;
}

} // namespace

bool Load::start(quint16 port)
{
    HttpCaller program(port);
    if (!program.signIn("api@demo.example"))
        return false;
    for (const char *name : kAnalysts) {
        HttpCaller analyst(port);
        if (!analyst.signIn(name))
            return false;
        m_threads.emplace_back([this, analyst, name] { decideCases(analyst, QLatin1String(name)); });
    }
    for (int sender = 0; sender < kSenders; ++sender)
        m_threads.emplace_back([this, program, sender] { send(program, sender); });
    return true;
}

void Load::waitForEvents(int count)
{
    std::unique_lock lock(m_mutex);
    const int wanted = m_events + count;
    m_happened.wait_for(lock, kPatience, [&] { return m_events >= wanted; });
}

void Load::end()
{
    m_isEnding = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

/// Notes what a 2xx promises; false for every other answer.
bool Load::keep(const HttpAnswer &answer, const std::function<void()> &promise)
{
    const std::scoped_lock lock(m_mutex);
    const bool good = answer.status >= 200 && answer.status < 300;
    if (answer.status == 0)
        ++m_promises.unanswered;
    else if (!good && !kExplained.contains(answer.status))
        m_promises.refusals.append(QString::fromUtf8(answer.bytes));
    if (!good)
        return false;
    promise();
    ++m_events;
    m_happened.notify_all();
    return true;
}

void Load::send(const HttpCaller &program, int sender)
{
    while (!m_isEnding) {
        int batch = 0;
        {
            const std::scoped_lock lock(m_mutex);
            batch = m_promises.batches++;
        }
        const auto idOf = [batch](int i) { return QStringLiteral("B%1-%2").arg(batch).arg(i); };
        const auto personOf = [batch](int i) { return (batch * (kBatch + 1) + i) % peopleInTheDataSet() + 1; };
        QJsonArray items;
        for (int i = 0; i < kBatch; ++i)
            items.append(applicationOf(personOf(i), idOf(i)));
        keep(program.post(QStringLiteral("/applications/batch"), QJsonObject{{QStringLiteral("items"), items}}), [&] {
            for (int i = 0; i < kBatch; ++i)
                m_promises.applications.insert(idOf(i));
        });
        if (sender != 0)
            continue;
        const QString single = QStringLiteral("S%1").arg(batch);
        keep(program.post(QStringLiteral("/applications"), applicationOf(personOf(kBatch), single)),
             [&] { m_promises.applications.insert(single); });
    }
}

void Load::decideCases(const HttpCaller &analyst, const QString &name)
{
    while (!m_isEnding) {
        const HttpAnswer mine = analyst.get(QStringLiteral("/queue?analyst_id=me&page_size=5"));
        const HttpAnswer waiting = analyst.get(QStringLiteral("/queue?status=pending&page_size=2"));
        bool worked = false;
        for (const QJsonValue &entry : entriesOf(mine))
            worked = workOff(analyst, name, entry.toObject()) || worked;
        for (const QJsonValue &entry : entriesOf(waiting))
            worked = workOff(analyst, name, entry.toObject()) || worked;
        if (!worked)
            std::this_thread::yield();
    }
}

/// Takes, begins and decides one case, from wherever it stands.
bool Load::workOff(const HttpCaller &analyst, const QString &name, const QJsonObject &entry)
{
    const QString id = textOf(entry, "queue_id");
    const QString status = textOf(entry, "status");
    const QString path = QStringLiteral("/queue/%1/").arg(id);
    if (status == QLatin1String("pending")
        && !keep(analyst.post(path + QStringLiteral("assign")), [&] { m_promises.analystsOf[id].insert(name); }))
        return false;
    if (status != QLatin1String("in_progress")
        && !keep(analyst.post(path + QStringLiteral("start"), QByteArray()), [] {}))
        return false;
    decide(analyst, entry);
    return true;
}

void Load::decide(const HttpCaller &analyst, const QJsonObject &entry)
{
    const QString id = textOf(entry, "application_id");
    const HttpAnswer detail = analyst.get(QStringLiteral("/applications/") + id);
    if (detail.status != 200)
        return;
    keep(analyst.post(QStringLiteral("/decisions"), decisionFor(detail.json())), [&] { ++m_promises.decisions[id]; });
}

} // namespace countersign
