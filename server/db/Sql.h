// The SQL texts that the program carries: one statement per file, called by name.
#pragma once

#include <QByteArray>
#include <QList>

#include <span>

namespace countersign::sql {

struct EmbeddedText {
    const char *name; ///< `queue/list`, `003_create_applications.up`
    const char *text;
};

std::span<const EmbeddedText> statements();     ///< sorted by name
std::span<const EmbeddedText> migrationFiles(); ///< sorted by name

/// A statement as PostgreSQL wants it: `:name` has become `$n`. Each occurrence is a parameter of its own, so that each
/// takes the type of its place; occurrences with the same cast behind them (`:day::date`) are one.
struct Statement {
    QByteArray name;
    QByteArray text;
    QList<QByteArray> parameters; ///< name of $1, $2, ...
};

Statement parseStatement(const char *name, const char *text);

/// The statement of that name. Asking for one that does not exist is a programming error and ends the program.
const Statement &statement(const char *name);

} // namespace countersign::sql
