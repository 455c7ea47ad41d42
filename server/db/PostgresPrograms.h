// Finds the programs of an installed PostgreSQL.
#pragma once

#include "core/base/Result.h"

#include <optional>

namespace countersign {

inline constexpr int kOldestPostgres = 15;

struct PostgresPrograms {
    int version = 0; ///< major
    QString folder;  ///< of initdb, pg_ctl, postgres, pg_dump
};

/// The newest installed one, or the one of the major version `wanted`: Unavailable `private_cluster` names the package to
/// install when there is none at all, Conflict `cluster_version` when only others are there.
Result<PostgresPrograms> findPostgres(std::optional<int> wanted = std::nullopt);

/// The same among the versions in `root` (`/usr/lib/postgresql`).
Result<PostgresPrograms> findPostgresIn(const QString &root, std::optional<int> wanted);

} // namespace countersign
