#include "app/demo/DemoLoad.h"

#include "app/demo/DemoApplication.h"
#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/PolicyEndpoints.h"
#include "core/api/endpoints/QueueEndpoints.h"
#include "core/policy/Router.h"
#include "core/scoring/HoldOut.h"
#include "server/ml/train/Metrics.h"

#include <QEventLoop>
#include <QTimer>

namespace countersign::demo {

namespace {

constexpr int kBatch = 200;
constexpr int kPatienceMs = 60'000;
constexpr int kPauseMs = 200;

/// The share of bad loans in the portfolio that the rates are weighted to.
constexpr double kPortfolioBadRate = 0.06;

constexpr char kSender[] = "api@demo.example";
constexpr char kReader[] = "readonly@demo.example";

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Error gaveUp(const QString &what)
{
    return {ErrorCode::Unavailable, QStringLiteral("gave_up"), what, {}};
}

QDate todayBy(const Clock &clock)
{
    return toDateTime(clock.now()).date();
}

/// The route by the same rule that the daemon follows: a list answer carries all that the rule needs.
Routing routingOf(const api::ApplicationItem &item, const Policy &policy)
{
    return routeOf({item.score, item.amount, item.termMonths, item.purpose, Automation::On, false}, policy);
}

bool agrees(const api::ApplicationItem &item, Route route)
{
    switch (route) {
    case Route::AutoApprove:
        return item.status == ApplicationStatus::Approved;
    case Route::AutoDecline:
        return item.status == ApplicationStatus::Declined;
    case Route::HumanReview:
        return item.status != ApplicationStatus::Pending && item.status != ApplicationStatus::Scoring;
    }
    return false;
}

/// The rows that the model has never seen, as the metrics want them.
struct UnseenCases {
    std::vector<RoutedOutcome> outcomes;
    std::vector<float> riskiness;
    std::vector<float> labels;

    void add(int score, Route route, bool defaulted)
    {
        outcomes.push_back({route, defaulted});
        riskiness.push_back(float(-score));
        labels.push_back(defaulted ? 1.0f : 0.0f);
    }
};

void count(LoadReport &report, const api::ApplicationItem &item, Route route)
{
    ++report.received;
    report.scored += item.score ? 1 : 0;
    report.autoApproved += route == Route::AutoApprove ? 1 : 0;
    report.autoDeclined += route == Route::AutoDecline ? 1 : 0;
    report.humanReview += route == Route::HumanReview ? 1 : 0;
    report.decidedByPeople += route == Route::HumanReview && item.status != ApplicationStatus::Review ? 1 : 0;
}

} // namespace

DemoLoad::DemoLoad(DemoAccount account, const Clock &clock, QTextStream &out)
    : m_account(std::move(account)), m_clock(clock), m_out(out), m_sender(m_account.server), m_reader(m_account.server)
{
}

/// Repeats a step while the daemon is away, signing in again where a token is no longer good.
template <class Step>
auto DemoLoad::patiently(Step step) -> decltype(step())
{
    QElapsedTimer waiting;
    waiting.start();
    for (;;) {
        auto result = step();
        if (result)
            return result;
        const ErrorCode code = result.error().code;
        const bool mayPass = code == ErrorCode::Unavailable || code == ErrorCode::TooManyRequests;
        if (code == ErrorCode::Unauthenticated && !waiting.hasExpired(kPatienceMs)) {
            if (auto again = waitUntilReady(); !again)
                return again.error();
        } else if (!mayPass || waiting.hasExpired(kPatienceMs)) {
            return result;
        }
        pause(kPauseMs);
    }
}

Result<void> DemoLoad::waitUntilReady()
{
    QElapsedTimer waiting;
    waiting.start();
    while (!m_sender.isReady()) {
        if (waiting.hasExpired(kPatienceMs))
            return gaveUp(QStringLiteral("the daemon was not ready within a minute"));
        pause(kPauseMs);
    }
    if (auto in = m_sender.signIn(QLatin1String(kSender), m_account.password); !in)
        return in;
    return m_reader.signIn(QLatin1String(kReader), m_account.password);
}

Result<int> DemoLoad::sendBatch(const QList<CreditDataRow> &rows)
{
    api::BatchCreate batch;
    for (const CreditDataRow &row : rows)
        batch.items.append(Codec<api::ApplicationCreate>::write(demoApplication(row, todayBy(m_clock))).toObject());
    const auto answer = patiently([&] { return m_sender.post(api::createApplications, batch); });
    if (!answer)
        return answer.error();
    for (const api::BatchItemResult &item : answer->items)
        if (item.status == api::BatchItemStatus::Invalid)
            return Error{ErrorCode::Invalid, QStringLiteral("refused"),
                         QStringLiteral("row %1 was refused: %2").arg(rows[item.index].number).arg(item.errors.value(0).path), {}};
    return answer->created;
}

Result<qint64> DemoLoad::countOf(ApplicationStatus status)
{
    api::ApplicationQuery query;
    query.status = {status};
    query.pageSize = 1;
    const auto page = patiently([&] { return m_reader.get(api::listApplications, query); });
    if (!page)
        return page.error();
    return page->total;
}

Result<void> DemoLoad::waitUntilRouted(qsizetype expected)
{
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    qint64 before = -1;
    for (;;) {
        const auto pending = countOf(ApplicationStatus::Pending);
        if (!pending)
            return pending.error();
        const auto scoring = countOf(ApplicationStatus::Scoring);
        if (!scoring)
            return scoring.error();
        const qint64 waiting = *pending + *scoring;
        m_out << QStringLiteral("\r  routed %1 / %2   ").arg(expected - waiting).arg(expected) << Qt::flush;
        if (waiting == 0) {
            m_out << Qt::endl;
            return {};
        }
        if (waiting != before)
            sinceProgress.restart();
        before = waiting;
        if (sinceProgress.hasExpired(kPatienceMs))
            return gaveUp(QStringLiteral("%1 applications are still waiting to be scored").arg(waiting));
        pause(kPauseMs / 4);
    }
}

/// The demo lives its first hours in seconds: who looks before they are over sees deadlines run.
Result<void> DemoLoad::waitUntilPresent()
{
    QElapsedTimer waiting;
    waiting.start();
    while (!waiting.hasExpired(kPatienceMs)) {
        const auto summary = patiently([&] { return m_reader.get(api::queueSummary); });
        if (!summary)
            return summary.error();
        if (m_clock.now() - summary->asOf < std::chrono::seconds(5))
            return {};
        pause(kPauseMs);
    }
    return gaveUp(QStringLiteral("the daemon's clock did not catch up within a minute"));
}

Result<LoadReport> DemoLoad::run(const QList<CreditDataRow> &rows)
{
    if (auto ready = waitUntilReady(); !ready)
        return ready.error();
    QElapsedTimer elapsed;
    elapsed.start();
    int created = 0;
    for (qsizetype begin = 0; begin < rows.size(); begin += kBatch) {
        const auto sent = sendBatch(rows.mid(begin, kBatch));
        if (!sent)
            return sent.error();
        created += *sent;
        m_out << QStringLiteral("\r  received %1 / %2").arg(std::min(begin + kBatch, rows.size())).arg(rows.size()) << Qt::flush;
    }
    m_out << Qt::endl;
    if (auto routed = waitUntilRouted(rows.size()); !routed)
        return routed.error();
    const double seconds = double(elapsed.nsecsElapsed()) / 1e9;
    if (auto present = waitUntilPresent(); !present)
        return present.error();
    auto result = report(rows);
    if (result && created > 0)
        result->perSecond = created / seconds;
    return result;
}

Result<LoadReport> DemoLoad::report(const QList<CreditDataRow> &rows)
{
    const auto info = m_reader.get(api::modelInfo);
    if (!info)
        return info.error();
    Policy policy;
    if (info->cutoffs) {
        policy.autoApproveMin = info->cutoffs->autoApproveMin;
        policy.autoDeclineMax = info->cutoffs->autoDeclineMax;
        policy.recommendationCutoff = info->cutoffs->recommendationCutoff;
    }
    LoadReport result;
    UnseenCases unseen;
    api::ApplicationQuery query;
    query.pageSize = kMaxPageSize;
    for (;;) {
        const auto page = m_reader.get(api::listApplications, query);
        if (!page)
            return page.error();
        for (const api::ApplicationItem &item : page->items) {
            const int number = rowNumberOf(item.externalId);
            if (number < 1 || number > rows.size())
                continue;
            const Route route = routingOf(item, policy).route;
            if (!agrees(item, route))
                return Error{ErrorCode::Internal, QStringLiteral("misrouted"),
                             QStringLiteral("%1 has status %2").arg(item.externalId, toText(item.status)), {}};
            count(result, item, route);
            if (!isTrainingRow(number) && item.score)
                unseen.add(*item.score, route, rows[number - 1].defaulted);
        }
        if (!page->nextCursor)
            break;
        query.cursor = page->nextCursor;
    }
    result.unseen = outcomeRates(unseen.outcomes, kPortfolioBadRate);
    result.unseenAuc = areaUnderRoc(unseen.riskiness, unseen.labels);
    return result;
}

Result<void> DemoLoad::sendLive(const CreditDataRow &row, int number)
{
    constexpr int kLivePeople = 100'000;
    CreditDataRow newcomer = row;
    newcomer.number = kLivePeople + number;
    api::ApplicationCreate application = demoApplication(newcomer, todayBy(m_clock));
    application.externalId.reset();
    application.priorityCustomer = number % 12 == 0;
    const auto created = patiently([&] { return m_sender.post(api::createApplication, application); });
    return created ? Result<void>() : Result<void>(created.error());
}

} // namespace countersign::demo
