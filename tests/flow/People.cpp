#include "tests/flow/People.h"

#include "app/demo/DemoApplication.h"

#include <QFile>

namespace countersign {

namespace {

/// Of the applicants' age; far enough from any birthday that the tests run on.
const QDate kToday(2026, 6, 1);

const QList<CreditDataRow> &rows()
{
    static const QList<CreditDataRow> all = [] {
        QFile file(QStringLiteral(CREDIT_DATA));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", CREDIT_DATA);
        return *parseCreditData(file.readAll());
    }();
    return all;
}

} // namespace

int peopleInTheDataSet()
{
    return int(rows().size());
}

QJsonObject applicationOf(int number, const QString &externalId)
{
    QJsonObject application =
        Codec<api::ApplicationCreate>::write(demo::demoApplication(rows()[number - 1], kToday)).toObject();
    application.insert(QStringLiteral("external_id"), externalId);
    return application;
}

} // namespace countersign
