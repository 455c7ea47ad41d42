// Cursors of lists: where the next page begins, opaque to the caller.
#pragma once

#include "core/base/Instant.h"
#include "core/base/Result.h"
#include "server/repo/ApplicationRepo.h"

namespace countersign {

struct CursorStart {
    std::optional<PageStart> start; ///< nothing: by page number
    std::optional<Instant> asOf;    ///< when the first page was made
};

/// What the key of a cursor is: it goes into SQL as a value of this type.
enum class CursorKey { Time, Integer, BigInteger };

/// Whose cursors: `name` is the list with its order, as `queue priority desc`.
struct CursorOrder {
    QString name;
    CursorKey key = CursorKey::BigInteger;
};

/// Invalid (`bad_cursor`) for a text that is no cursor or one of another order; Invalid (`use_cursor`) when
/// page x page_size passes 10,000.
Result<CursorStart> pageStart(const std::optional<QString> &cursor, const CursorOrder &order, int page, int pageSize);

QString makeCursor(const CursorOrder &order, const QString &key, const QUuid &id, Instant asOf);

} // namespace countersign
