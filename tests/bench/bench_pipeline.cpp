// What the daemon does in a second, over real HTTP and from intake to routed, beside what PostgreSQL itself could do.
#include "BenchDaemon.h"
#include "HttpLoad.h"
#include "LimitCluster.h"

#include "app/demo/DemoApplication.h"
#include "core/json/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace countersign;
using namespace countersign::bench;

namespace {

constexpr int kRounds = 3; ///< of everything that is compared; the median counts
constexpr int kSeconds = 4;
constexpr int kBatch = 200;
constexpr int kMostSingles = 40'000;

struct Figure {
    QString name;
    double perSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    QString limit; ///< the name of the figure that it is compared with
};

/// Everything measured, printed as it comes and written at the end.
class Report {
public:
    void add(const Figure &figure)
    {
        m_figures.append(figure);
        const auto limit = std::find_if(m_figures.begin(), m_figures.end(),
                                        [&](const Figure &other) { return other.name == figure.limit; });
        std::printf("%-46s %9.0f /s", qPrintable(figure.name), figure.perSecond);
        if (figure.p99Ms > 0)
            std::printf("   p50 %6.2f ms   p99 %7.2f ms", figure.p50Ms, figure.p99Ms);
        if (limit != m_figures.end())
            std::printf("   %5.2f x %s", figure.perSecond / limit->perSecond, qPrintable(limit->name));
        std::printf("\n");
        std::fflush(stdout);
    }

    void write(const QString &path) const
    {
        QJsonArray rows;
        for (const Figure &figure : m_figures) {
            const auto limit = std::find_if(m_figures.begin(), m_figures.end(),
                                            [&](const Figure &other) { return other.name == figure.limit; });
            QJsonObject row{{QStringLiteral("name"), figure.name},
                            {QStringLiteral("per_second"), figure.perSecond},
                            {QStringLiteral("p50_ms"), figure.p50Ms},
                            {QStringLiteral("p99_ms"), figure.p99Ms}};
            if (limit != m_figures.end()) {
                row.insert(QStringLiteral("compared_with"), limit->name);
                row.insert(QStringLiteral("ratio"), figure.perSecond / limit->perSecond);
            }
            rows.append(row);
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(rows).toJson()) < 0)
            qFatal("%s cannot be written", qPrintable(path));
    }

private:
    QList<Figure> m_figures;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

QList<CreditDataRow> creditData()
{
    QFile file(QStringLiteral(COUNTERSIGN_CREDIT_DATA));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    auto rows = parseCreditData(file.readAll());
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    return *rows;
}

api::ApplicationCreate named(const CreditDataRow &row, const QString &externalId)
{
    auto application = demo::demoApplication(row, QDate(2026, 11, 24));
    application.externalId = externalId;
    return application;
}

/// The whole data set as batches; every run has external ids of its own.
QList<QByteArray> batchesOf(const QList<CreditDataRow> &rows, const QString &run)
{
    QList<QByteArray> batches;
    for (qsizetype from = 0; from < rows.size(); from += kBatch) {
        api::BatchCreate batch;
        for (const CreditDataRow &row : rows.mid(from, kBatch))
            batch.items.append(
                Codec<api::ApplicationCreate>::write(named(row, QStringLiteral("%1-%2").arg(run).arg(row.number)))
                    .toObject());
        batches.append(writeJson(batch));
    }
    return batches;
}

class Pipeline {
public:
    Pipeline(const BenchDaemon &daemon, QList<CreditDataRow> rows) : m_daemon(daemon), m_rows(std::move(rows)) {}

    /// The demo data from the first request to the last application routed.
    void endToEnd(Report &report)
    {
        std::vector<double> intake;
        std::vector<double> routed;
        for (int round = 0; round < kRounds; ++round) {
            const auto batches = batchesOf(m_rows, QStringLiteral("E%1").arg(round));
            QElapsedTimer timer;
            timer.start();
            const LoadResult sent =
                checked(load({m_daemon.port(), 2, int(batches.size()), std::chrono::minutes(2)},
                             [&](int n) { return post("/api/v1/applications/batch", batches[n]); }));
            intake.push_back(double(m_rows.size()) * sent.perSecond / double(sent.answered));
            waitUntilRouted();
            routed.push_back(double(m_rows.size()) * 1e9 / double(timer.nsecsElapsed()));
        }
        report.add({QStringLiteral("batch intake, 200 each, 2 connections"), median(intake), 0, 0, {}});
        report.add({QStringLiteral("intake to routed, %1 applications").arg(m_rows.size()), median(routed), 0, 0, {}});
    }

    /// POST /applications, one each; what is not routed yet is waited for, so that runs do not disturb each other.
    LoadResult singles(int connections)
    {
        const QString run = QStringLiteral("S%1").arg(++m_run);
        const QByteArray body = writeJson(named(m_rows.first(), QStringLiteral("@ID@")));
        const LoadResult result =
            checked(load({m_daemon.port(), connections, kMostSingles, std::chrono::seconds(kSeconds)}, [&](int n) {
                return post("/api/v1/applications",
                            QByteArray(body).replace("@ID@", QStringLiteral("%1-%2").arg(run).arg(n).toUtf8()));
            }));
        waitUntilRouted();
        return result;
    }

    void reads(Report &report)
    {
        const QByteArray list = get("/api/v1/applications?page_size=20").body;
        const QByteArray id = QJsonDocument::fromJson(list)
                                  .object()
                                  .value(QLatin1String("items"))
                                  .toArray()
                                  .first()
                                  .toObject()
                                  .value(QLatin1String("id"))
                                  .toString()
                                  .toUtf8();
        for (const auto &[name, path] :
             {std::pair{"GET /health/live", QByteArray("/health/live")},
              std::pair{"GET /applications/{id}", "/api/v1/applications/" + id},
              std::pair{"GET /applications", QByteArray("/api/v1/applications?page_size=20")},
              std::pair{"GET /queue", QByteArray("/api/v1/queue?page_size=20")},
              std::pair{"GET /queue/summary", QByteArray("/api/v1/queue/summary")}}) {
            const LoadResult read = checked(load({m_daemon.port(), 8, 1'000'000, std::chrono::seconds(kSeconds)},
                                                 [&](int) { return getRequest(path, m_daemon.token()); }));
            report.add({QLatin1String(name), read.perSecond, read.p50Ms, read.p99Ms, {}});
        }
    }

    void grow(qint64 applications)
    {
        for (qint64 grown = 0; grown < applications; grown += m_rows.size()) {
            const auto batches = batchesOf(m_rows, QStringLiteral("G%1").arg(grown));
            checked(load({m_daemon.port(), 2, int(batches.size()), std::chrono::minutes(2)},
                         [&](int n) { return post("/api/v1/applications/batch", batches[n]); }));
            waitUntilRouted();
        }
    }

private:
    QByteArray post(const QByteArray &path, const QByteArray &body) const
    {
        return postRequest(path, m_daemon.token(), body);
    }
    HttpAnswer get(const QByteArray &path) const
    {
        return exchange(m_daemon.port(), getRequest(path, m_daemon.token()));
    }
    qint64 totalOf(const QByteArray &filter) const
    {
        return QJsonDocument::fromJson(get("/api/v1/applications?page_size=1" + filter).body)
            .object()
            .value(QLatin1String("total"))
            .toInteger(-1);
    }
    void waitUntilRouted() const
    {
        QElapsedTimer patience;
        patience.start();
        while (totalOf("&status=pending") != 0) {
            if (patience.hasExpired(120'000))
                qFatal("the applications were not routed within two minutes");
            QEventLoop pause;
            QTimer::singleShot(10, &pause, &QEventLoop::quit);
            pause.exec();
        }
    }
    static LoadResult checked(const LoadResult &result)
    {
        if (result.failed > 0 || result.answered == 0)
            qFatal("%d answers, %d failures, the last with status %d", result.answered, result.failed,
                   result.lastFailure);
        return result;
    }

    const BenchDaemon &m_daemon;
    const QList<CreditDataRow> m_rows;
    int m_run = 0;
};

/// Ours and the limit by turns, so that what else the machine does meets both.
void intakeBesideLimit(Pipeline &pipeline, const LimitCluster &limit, Report &report, int connections,
                       const char *script)
{
    std::vector<double> ours;
    std::vector<double> limits;
    std::vector<double> p50;
    std::vector<double> p99;
    for (int round = 0; round < kRounds; ++round) {
        limits.push_back(limit.perSecond(script, connections, kSeconds));
        const LoadResult result = pipeline.singles(connections);
        ours.push_back(result.perSecond);
        p50.push_back(result.p50Ms);
        p99.push_back(result.p99Ms);
    }
    const QString limitName = QStringLiteral("pgbench %1, %2 clients")
                                  .arg(QString::fromLatin1(script).section(QLatin1Char('.'), 0, 0))
                                  .arg(connections);
    report.add({limitName, median(limits), 0, 0, {}});
    report.add({QStringLiteral("POST /applications, %1 connections").arg(connections), median(ours), median(p50),
                median(p99), limitName});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString folder = QStringLiteral(COUNTERSIGN_BENCH_FOLDER);
    const auto rows = creditData();
    const auto sample = demo::demoApplication(rows.first(), QDate(2026, 11, 24));
    Report report;
    {
        const BenchDaemon daemon(folder);
        const LimitCluster limit(folder + QStringLiteral("/limit"), writeJson(sample.applicantData),
                                 writeJson(sample.financialData));
        Pipeline pipeline(daemon, rows);
        pipeline.endToEnd(report);
        pipeline.reads(report);
        for (const int connections : {8, 32})
            for (const char *script : {"limit_three.sql", "limit_one.sql"})
                intakeBesideLimit(pipeline, limit, report, connections, script);
        const int wanted = qEnvironmentVariableIntValue("COUNTERSIGN_BENCH_ROWS");
        if (wanted > 0) {
            pipeline.grow(wanted);
            std::printf("with %d more applications\n", wanted);
            pipeline.reads(report);
        }
    }
    report.write(folder + QStringLiteral("/pipeline.json"));
    return 0;
}
