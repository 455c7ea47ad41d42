// countersign-demo: loads the real data set through the API, reports, and keeps a trickle of new applications coming.
#include "app/SystemClock.h"
#include "app/demo/DemoLoad.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace countersign;
using namespace countersign::demo;

namespace {

QString percent(const Rate &rate)
{
    return QStringLiteral("%1 %  (95 % interval %2 to %3 %)")
        .arg(100 * rate.value, 4, 'f', 1)
        .arg(100 * rate.interval.low, 0, 'f', 1)
        .arg(100 * rate.interval.high, 0, 'f', 1);
}

void line(QTextStream &out, const char *label, const QString &value)
{
    out << "  " << QString::fromUtf8(label).leftJustified(28) << value << Qt::endl;
}

void printRates(QTextStream &out, const LoadReport &report)
{
    const OutcomeRates &unseen = report.unseen;
    out << Qt::endl
        << QStringLiteral("On the %1 applications (40 %) that the model has never seen").arg(unseen.cases) << Qt::endl;
    line(out, "AUC of the score", QString::number(report.unseenAuc, 'f', 3));
    out << "  observed, counted over the rows themselves" << Qt::endl;
    line(out, "  approved automatically", percent(unseen.approved.share));
    line(out, "    of these defaulted", percent(unseen.approved.badRate));
    line(out, "  declined automatically", percent(unseen.declined.share));
    out << "  portfolio-weighted to 6 % bad loans" << Qt::endl;
    line(out, "  approved automatically", percent(unseen.approved.weightedShare));
    line(out, "    of these defaulted", percent(unseen.approved.weightedBadRate));
    line(out, "  declined automatically", percent(unseen.declined.weightedShare));
    out << Qt::endl;
}

void print(QTextStream &out, const LoadReport &report, double secondsFromStart)
{
    out << Qt::endl << "What happened to the applications" << Qt::endl;
    line(out, "received", QString::number(report.received));
    line(out, "scored", QString::number(report.scored));
    line(out, "approved automatically", QString::number(report.autoApproved));
    line(out, "declined automatically", QString::number(report.autoDeclined));
    line(out, "sent to a person", QString::number(report.humanReview));
    if (report.decidedByPeople > 0)
        line(out, "  of these taken further", QString::number(report.decidedByPeople));
    if (report.perSecond > 0)
        line(out, "received to routed", QStringLiteral("%1 a second").arg(report.perSecond, 0, 'f', 0));
    if (secondsFromStart > 0)
        line(out, "from the start", QStringLiteral("%1 s").arg(secondsFromStart, 0, 'f', 1));
    printRates(out, report);
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return Error{ErrorCode::NotFound, QStringLiteral("unreadable"),
                 QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()), {}};
}

int fail(const Error &error)
{
    std::fprintf(stderr, "countersign-demo: %s\n", qPrintable(error.detail));
    return 1;
}

/// Posts one more application every `seconds` until the process is told to stop.
int trickle(DemoLoad &load, const QList<CreditDataRow> &rows, int seconds)
{
    int number = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        ++number;
        const auto sent = load.sendLive(rows[(number * 389) % rows.size()], number);
        if (!sent)
            QCoreApplication::exit(fail(sent.error()));
    });
    timer.start(seconds * 1000);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("countersign-demo"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Loads the credit data set into a running countersignd through its API."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("server"), QStringLiteral("Address of the daemon."), QStringLiteral("url"), QStringLiteral("http://127.0.0.1:8400")},
                       {QStringLiteral("password-file"), QStringLiteral("File with the password of the demo users."), QStringLiteral("file")},
                       {QStringLiteral("data"), QStringLiteral("credit_data.csv"), QStringLiteral("file")},
                       {QStringLiteral("trickle"), QStringLiteral("Afterwards send one more application every so many seconds."), QStringLiteral("seconds"), QStringLiteral("0")},
                       {QStringLiteral("trickle-only"), QStringLiteral("Load and report nothing.")},
                       {QStringLiteral("started-at"), QStringLiteral("When the demo was started, in seconds since 1970."), QStringLiteral("seconds"), QStringLiteral("0")}});
    parser.process(app);

    const auto password = readFile(parser.value(QStringLiteral("password-file")));
    if (!password)
        return fail(password.error());
    const auto csv = readFile(parser.value(QStringLiteral("data")));
    if (!csv)
        return fail(csv.error());
    const auto rows = parseCreditData(*csv);
    if (!rows)
        return fail(rows.error());

    const SystemClock clock;
    QTextStream out(stdout);
    DemoLoad load({QUrl(parser.value(QStringLiteral("server"))), QString::fromUtf8(*password).trimmed()}, clock, out);
    if (!parser.isSet(QStringLiteral("trickle-only"))) {
        const auto report = load.run(*rows);
        if (!report)
            return fail(report.error());
        const double startedAt = parser.value(QStringLiteral("started-at")).toDouble();
        const double now = double(clock.now().time_since_epoch().count()) / 1e6;
        print(out, *report, startedAt > 0 ? now - startedAt : 0);
        if (report->received != rows->size() || report->scored != rows->size())
            return fail({ErrorCode::Internal, QStringLiteral("incomplete"), QStringLiteral("not every application was received and scored"), {}});
    }
    const int seconds = parser.value(QStringLiteral("trickle")).toInt();
    return seconds > 0 ? trickle(load, *rows, seconds) : 0;
}
