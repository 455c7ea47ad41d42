// One page of a list, as every list endpoint answers it.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace countersign {

inline constexpr int kDefaultPageSize = 20;
inline constexpr int kMaxPageSize = 100;
inline constexpr int kMaxOffset = 10'000; ///< page x page_size past this needs a cursor
inline constexpr int kCountCap = 10'000;  ///< totals are exact up to here

enum class SortOrder { Asc, Desc };

template <class T>
struct Page {
    QList<T> items;
    qint64 total = 0;
    bool totalIsExact = true; ///< false: there are at least `total`
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> nextCursor;
};

} // namespace countersign
