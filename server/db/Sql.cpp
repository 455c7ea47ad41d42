#include "server/db/Sql.h"

#include <cstring>

namespace countersign::sql {

QString statement(const char *name)
{
    const auto all = statements();
    const auto found = std::lower_bound(all.begin(), all.end(), name, [](const EmbeddedText &row, const char *wanted) {
        return std::strcmp(row.name, wanted) < 0;
    });
    if (found == all.end() || std::strcmp(found->name, name) != 0)
        qFatal("there is no SQL statement '%s'", name);
    return QString::fromUtf8(found->text);
}

} // namespace countersign::sql
