// The settings of a private cluster: fast on a small machine, durable, and silent about values.
#pragma once

#include <QByteArray>
#include <QString>

namespace countersign {

/// The text of a configuration file; sizes follow the machine's memory.
QByteArray clusterSettings(const QString &socketFolder, bool durable);

} // namespace countersign
