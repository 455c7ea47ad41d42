#include "TrainedFixture.h"

#include <QFile>
#include <QtDebug>

namespace countersign {

QByteArray creditDataFile()
{
    QFile file(QStringLiteral(CREDIT_DATA));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", CREDIT_DATA);
    return file.readAll();
}

const QList<CreditDataRow> &creditData()
{
    static const QList<CreditDataRow> rows = *parseCreditData(creditDataFile());
    return rows;
}

TrainOptions quickOptions()
{
    TrainOptions options;
    options.parameters = {.trees = 40, .depth = 3, .rate = 0.2};
    return options;
}

const TrainedBundle &quickBundle()
{
    static const TrainedBundle bundle = [] {
        auto trained = trainBundle(creditDataFile(), quickOptions());
        if (!trained)
            qFatal("%s", qPrintable(trained.error().detail));
        return *trained;
    }();
    return bundle;
}

} // namespace countersign
