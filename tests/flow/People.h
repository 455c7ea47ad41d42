// Applications of made-up people with the finances of the data set, as JSON that a test may bend.
#pragma once

#include <QJsonObject>

namespace countersign {

/// Row `number` of the data set (from 1) as a body for POST /applications.
QJsonObject applicationOf(int number, const QString &externalId);

int peopleInTheDataSet();

} // namespace countersign
