#include "app/ctl/TrainCommand.h"

#include "server/ml/train/Trainer.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QTextStream>

namespace countersign {

namespace {

struct Arguments {
    QString data;
    QString out;
    bool crossValidateAll = false;
    bool help = false;
    QString helpText;
    TrainOptions options;
};

Error usage(const QString &fault, const QString &helpText)
{
    return {ErrorCode::Invalid, QStringLiteral("usage"), fault.trimmed() + QStringLiteral("\n\n") + helpText, {}};
}

Result<Arguments> readArguments(const QStringList &given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Trains the credit model and writes a bundle that countersignd can score with."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this."));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("The data set, credit_data.csv."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("The bundle becomes DIR/<sha256>/."),
                                 QStringLiteral("DIR"));
    const QCommandLineOption grid(QStringLiteral("grid"), QStringLiteral("Searches depth, trees and rate; takes a minute."));
    const QCommandLineOption all(QStringLiteral("cross-validate"),
                                 QStringLiteral("Only cross-validates on all rows of the data set; writes nothing."));
    const QCommandLineOption rate(QStringLiteral("portfolio-bad-rate"),
                                  QStringLiteral("Share of defaults the probabilities are corrected to, or `none`."),
                                  QStringLiteral("RATE"), QStringLiteral("0.06"));
    parser.addOptions({help, data, out, grid, all, rate});

    Arguments arguments;
    const bool parsed = parser.parse(QStringList{QStringLiteral("countersignctl train")} + given);
    arguments.helpText = parser.helpText();
    if (!parsed)
        return usage(parser.errorText(), arguments.helpText);
    arguments.help = parser.isSet(help);
    if (arguments.help)
        return arguments;
    arguments.data = parser.value(data);
    arguments.out = parser.value(out);
    arguments.crossValidateAll = parser.isSet(all);
    arguments.options.searchGrid = parser.isSet(grid);
    if (!parser.positionalArguments().isEmpty() || arguments.data.isEmpty()
        || (arguments.out.isEmpty() && !arguments.crossValidateAll))
        return usage(QStringLiteral("--data FILE and --out DIR are needed, and nothing else"), arguments.helpText);
    bool isNumber = false;
    const double portfolio = parser.value(rate).toDouble(&isNumber);
    const bool isNone = parser.value(rate) == QLatin1String("none");
    if (!isNone && !(isNumber && portfolio > 0 && portfolio < 1))
        return usage(QStringLiteral("--portfolio-bad-rate is between 0 and 1, or none"), arguments.helpText);
    arguments.options.portfolioBadRate = isNone ? std::nullopt : std::optional(portfolio);
    return arguments;
}

Result<QByteArray> readData(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, QStringLiteral("cannot_read"),
                     QStringLiteral("cannot read %1: %2").arg(path, file.errorString()), {}};
    return file.readAll();
}

QString percent(double value)
{
    return QString::number(value * 100, 'f', 1) + QStringLiteral(" %");
}

QString describe(const Rate &rate)
{
    return QStringLiteral("%1 (%2 to %3)").arg(percent(rate.value), percent(rate.interval.low), percent(rate.interval.high));
}

void print(QTextStream &out, const char *title, const RouteRates &rates)
{
    out << title << ": " << rates.cases << " of them, " << rates.bad << " bad\n"
        << "  observed            share " << describe(rates.share) << ", bad " << describe(rates.badRate) << '\n'
        << "  portfolio-weighted  share " << describe(rates.weightedShare) << ", bad " << describe(rates.weightedBadRate) << '\n';
}

void print(QTextStream &out, const TrainedBundle &bundle)
{
    out << "trained on " << bundle.trainingRows << " rows, " << percent(bundle.trainingBadRate) << " bad; "
        << bundle.parameters.trees << " trees of depth " << bundle.parameters.depth << ", rate " << bundle.parameters.rate << '\n'
        << "cross-validation on them: AUC " << QString::number(bundle.outOfFoldAuc, 'f', 4) << " out of fold\n"
        << "on the " << bundle.holdOut.rates.cases << " rows it has never seen: AUC "
        << QString::number(bundle.holdOut.auc, 'f', 4)
        << ", Gini " << QString::number(bundle.holdOut.gini, 'f', 4) << ", KS " << QString::number(bundle.holdOut.ks, 'f', 4)
        << ", Brier " << QString::number(bundle.holdOut.brier, 'f', 4) << ", log loss "
        << QString::number(bundle.holdOut.logLoss, 'f', 4) << '\n';
    print(out, "approved automatically", bundle.holdOut.rates.approved);
    print(out, "declined automatically", bundle.holdOut.rates.declined);
}

Result<int> crossValidateAll(const QByteArray &csv, const TrainOptions &options, QTextStream &out)
{
    const auto data = parseCreditData(csv);
    if (!data)
        return data.error();
    const auto validated = crossValidate(trainingSetOf(*data, CreditDataPart::All), options.parameters, options.progress);
    if (!validated)
        return validated.error();
    out << "5-fold cross-validation on " << data->size() << " rows: AUC " << QString::number(validated->meanAuc(), 'f', 4)
        << " +- " << QString::number(validated->deviationAuc(), 'f', 4) << '\n';
    return 0;
}

} // namespace

Result<int> runTrain(const QStringList &given)
{
    auto arguments = readArguments(given);
    if (!arguments)
        return arguments.error();
    QTextStream out(stdout);
    if (arguments->help) {
        out << arguments->helpText;
        return 0;
    }
    const auto csv = readData(arguments->data);
    if (!csv)
        return csv.error();
    arguments->options.progress = [&out](const QString &step, int done, int total) {
        out << step << ' ' << done << '/' << total << '\n' << Qt::flush;
    };
    if (arguments->crossValidateAll)
        return crossValidateAll(*csv, arguments->options, out);
    if (!QDir().mkpath(arguments->out)) // found out before the training, not after it
        return Error{ErrorCode::Unavailable, QStringLiteral("cannot_write"),
                     QStringLiteral("cannot make folder %1").arg(arguments->out), {}};
    const auto bundle = trainBundle(*csv, arguments->options);
    if (!bundle)
        return bundle.error();
    const auto folder = bundle->files.write(arguments->out);
    if (!folder)
        return folder.error();
    print(out, *bundle);
    out << "bundle " << *folder << '\n';
    return 0;
}

} // namespace countersign
