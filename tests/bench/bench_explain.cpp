// Explanations beside XGBoost's own pred_contribs, one core, in the same run: batches of 256 and single rows.
#include "tests/server/ml/PredContribs.h"

#include "server/ml/explain/TreeExplainer.h"
#include "server/ml/train/XgbTrainer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace countersign;

namespace {

constexpr int kRounds = 15;

struct Shape {
    const char *name;
    XgbParameters parameters;
};
const std::array kShapes{Shape{"200 trees of depth 6", {.trees = 200, .depth = 6, .rate = 0.1}},
                         Shape{"300 trees of depth 2, the default", {.trees = 300, .depth = 2, .rate = 0.05}}};

double microseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1000;
}

double median(std::vector<double> times)
{
    std::nth_element(times.begin(), times.begin() + qsizetype(times.size() / 2), times.end());
    return times[times.size() / 2];
}

// Alternating, so that whatever else the machine does meets both alike.
void compare(const char *name, const TreeExplainer &tables, const PredContribs &own,
             std::span<const FeatureVector> rows)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    double kept = 0; // so that nothing is optimised away
    for (int round = 0; round < kRounds; ++round) {
        theirs.push_back(microseconds([&] { kept += double(own.explain(rows).front()[0]); }));
        ours.push_back(microseconds([&] { kept += tables.explain(rows).front()[0]; }));
    }
    const double count = double(rows.size());
    std::printf("%-40s %4zu rows: pred_contribs %8.1f us/row, tables %7.2f us/row, %6.1f times as fast%s\n", name,
                rows.size(), median(theirs) / count, median(ours) / count, median(theirs) / median(ours),
                kept == 0 ? " " : "");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(QStringLiteral(COUNTERSIGN_CREDIT_DATA));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", COUNTERSIGN_CREDIT_DATA);
    const auto data = parseCreditData(file.readAll());
    const std::vector<FeatureVector> rows = trainingSetOf(*data, CreditDataPart::HoldOut).rows;
    for (const Shape &shape : kShapes) {
        const QByteArray ubj = *trainXgb(trainingSetOf(*data, CreditDataPart::Training), shape.parameters);
        const TreeModel model = *TreeModel::parse(ubj, int(kColumnCount));
        const PredContribs own(ubj);
        QElapsedTimer timer;
        timer.start();
        auto tables = *ExplanationTables::pathDependent(model);
        std::printf("%s: tables of %.1f MB made in %lld ms\n", shape.name, double(tables.values.size()) * 4e-6,
                    timer.elapsed());
        const TreeExplainer pathDependent(std::move(tables));
        const TreeExplainer interventional(*ExplanationTables::interventional(model, std::span(rows).first(512)));
        for (const std::size_t count : {std::size_t(256), std::size_t(1)}) {
            compare("path-dependent", pathDependent, own, std::span(rows).first(count));
            compare("against a reference of 512", interventional, own, std::span(rows).first(count));
        }
    }
    return 0;
}
