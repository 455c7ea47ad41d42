// The commands of countersignctl, as one table.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <span>

namespace countersign {

struct Command {
    const char *name;
    const char *synopsis;
    const char *summary;
    bool showsOwnHelp; ///< --help is passed on to it
    Result<int> (*run)(const QStringList &arguments); ///< answers the exit status
};

std::span<const Command> commands();
const Command *findCommand(const QString &name); ///< null: there is none

} // namespace countersign
