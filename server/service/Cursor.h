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

/// Invalid (`bad_cursor`) for a text that is no cursor or one of another order; Invalid (`use_cursor`) when
/// page x page_size passes 10,000.
Result<CursorStart> pageStart(const std::optional<QString> &cursor, const QString &order, int page, int pageSize);

QString makeCursor(const QString &order, const QString &key, const QUuid &id, Instant asOf);

} // namespace countersign
