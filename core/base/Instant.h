// A point in time, UTC, microseconds: what PostgreSQL's timestamptz holds.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

/// `2026-11-24T14:35:12.123456Z`; always UTC, always six decimals, so that texts sort like times.
QString toIso(Instant instant);

/// ISO 8601 with a zone (`Z` or an offset) and years 1900 to 9999; nothing for anything else.
std::optional<Instant> instantFromIso(QStringView text);

QDateTime toDateTime(Instant instant);
Instant toInstant(const QDateTime &dateTime);

} // namespace countersign
