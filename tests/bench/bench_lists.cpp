// GET /applications without HTTP, in a tenant of 10,000 and then of COUNTERSIGN_BENCH_ROWS applications (100,000): how long a
// page with its total takes, and how much longer in the larger tenant. A flat list has a ratio near 1.
#include "tests/server/service/ServiceFixture.h"

#include "server/service/CaseService.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace countersign;

namespace {

constexpr int kCalls = 200;
constexpr int kDeepPages = 400;

struct Times {
    double median = 0; ///< milliseconds
    double p99 = 0;
};

/// The same shape at each size: most are decided, and what is open is the newest hundredth.
void fill(ServiceFixture &bank, int from, int to)
{
    bank.sql.run(QStringLiteral(R"(
        INSERT INTO persons (tenant_id, id, created_at, erased_at) VALUES ('%1', '%1', now(), now()) ON CONFLICT DO NOTHING;
        INSERT INTO applications (tenant_id, id, external_id, status, source, applicant_data, financial_data, amount_minor, currency,
                                  term_months, purpose, person_id, sealed_name, sealed_person, search_text, score, risk_category,
                                  expires_at, created_at, updated_at)
        SELECT '%1', md5(n::text)::uuid, 'OLD-' || lpad(n::text, 8, '0'),
               CASE WHEN n % 100 = 0 THEN 'review' WHEN n % 1000 = 1 THEN 'pending' WHEN n % 3 = 0 THEN 'declined' ELSE 'approved' END,
               'api', '{}', '{}', (n::bigint * 7919 % 100000 + 1) * 100000, 'RSD', 24, 'car', '%1', '', '', 'person ' || md5(n::text),
               n % 1001, 'medium', at, at, at
          FROM generate_series(%2, %3) AS n, LATERAL (SELECT timestamptz '2026-11-24Z' - n * interval '30 seconds' AS at) AS t)")
                     .arg(bank.alpha.toString())
                     .arg(from)
                     .arg(to));
    bank.sql.run(QStringLiteral("VACUUM ANALYZE applications"));
}

api::ApplicationQuery deep(const CaseService &cases, const Actor &actor)
{
    api::ApplicationQuery query;
    for (int page = 1; page < kDeepPages; ++page)
        query.cursor = cases.list(actor, query)->nextCursor;
    return query;
}

Times timesOf(const CaseService &cases, const Actor &actor, const api::ApplicationQuery &query)
{
    std::vector<double> times;
    for (int i = 0; i < kCalls; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!cases.list(actor, query))
            qFatal("the list was refused");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[kCalls / 2], times[kCalls * 99 / 100]};
}

std::vector<std::pair<const char *, api::ApplicationQuery>> queries(const CaseService &cases, const Actor &actor)
{
    std::vector<std::pair<const char *, api::ApplicationQuery>> all;
    const auto add = [&all](const char *name, const std::function<void(api::ApplicationQuery &)> &set) {
        api::ApplicationQuery query;
        set(query);
        all.emplace_back(name, query);
    };
    add("newest first", [](auto &) {});
    add("one status", [](auto &query) { query.status = {ApplicationStatus::Review}; });
    add("two statuses", [](auto &query) { query.status = {ApplicationStatus::Review, ApplicationStatus::Pending}; });
    add("two statuses, oldest first", [](auto &query) {
        query.status = {ApplicationStatus::Review, ApplicationStatus::Pending};
        query.sortOrder = SortOrder::Asc;
    });
    add("two statuses by amount", [](auto &query) {
        query.status = {ApplicationStatus::Review, ApplicationStatus::Pending};
        query.sortBy = api::ApplicationSort::Amount;
    });
    add("one rare status by score", [](auto &query) {
        query.status = {ApplicationStatus::Pending};
        query.sortBy = api::ApplicationSort::Score;
    });
    add("by amount", [](auto &query) { query.sortBy = api::ApplicationSort::Amount; });
    add("by score", [](auto &query) { query.sortBy = api::ApplicationSort::Score; });
    add("an amount range", [](auto &query) {
        query.sortBy = api::ApplicationSort::Amount;
        query.amountMin = Amount::whole(500'000);
        query.amountMax = Amount::whole(510'000);
    });
    add("a rare name", [](auto &query) { query.search = QStringLiteral("a87ff679a2f3e71d"); });
    add("an external id", [](auto &query) { query.search = QStringLiteral("OLD-00000042"); });
    all.emplace_back("page 400 by cursor", deep(cases, actor));
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    constexpr int kSmall = 10'000;
    const int large = qEnvironmentVariableIntValue("COUNTERSIGN_BENCH_ROWS") > kSmall ? qEnvironmentVariableIntValue("COUNTERSIGN_BENCH_ROWS") : 100'000;
    ServiceFixture bank;
    const CaseService cases(bank.context);
    fill(bank, 1, kSmall);
    std::vector<Times> small;
    for (const auto &[name, query] : queries(cases, bank.analyst))
        small.push_back(timesOf(cases, bank.analyst, query));
    fill(bank, kSmall + 1, large);
    std::printf("%-28s %10s %10s %10s %10s %7s\n", "list", "10,000", "p99", qPrintable(QString::number(large)), "p99", "ratio");
    std::size_t row = 0;
    for (const auto &[name, query] : queries(cases, bank.analyst)) {
        const Times times = timesOf(cases, bank.analyst, query);
        const Times &before = small[row++];
        std::printf("%-28s %7.2f ms %7.2f ms %7.2f ms %7.2f ms %7.2f\n", name, before.median, before.p99, times.median, times.p99, times.median / before.median);
    }
    return 0;
}
