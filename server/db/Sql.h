// The SQL texts that the program carries: one statement per file, called by name.
#pragma once

#include <QString>

#include <span>

namespace countersign::sql {

struct EmbeddedText {
    const char *name; ///< `queue/list`, `003_applications.up`
    const char *text;
};

std::span<const EmbeddedText> statements();     ///< sorted by name
std::span<const EmbeddedText> migrationFiles(); ///< sorted by name

/// The text of a statement. Asking for one that does not exist is a programming error and ends the program.
QString statement(const char *name);

} // namespace countersign::sql
