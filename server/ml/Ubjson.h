// UBJSON, the form XGBoost saves models in, read strictly: a model is looked at before the library may touch it.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <vector>

namespace countersign {

struct UbjValue {
    enum class Kind { Null, Bool, Number, Text, Numbers, List, Object };

    Kind kind = Kind::Null;
    double number = 0; ///< of a number; 0 or 1 of a bool; integers are exact up to 2^53
    QByteArray text;
    std::vector<double> numbers; ///< of a typed array
    std::vector<UbjValue> items; ///< of any other array, and of an object
    std::vector<QByteArray> names; ///< of an object: that of each item

    /// The member of that name; a Null value when this is no object or has none.
    const UbjValue &at(const char *name) const;

    /// The numbers of an array, typed or not; empty when it holds anything else.
    std::vector<double> allNumbers() const;
};

/// Reads one value that spans all bytes. Malformed (`malformed_ubjson`) names the offset; never reads past the end, never
/// reserves more than the bytes can hold, nests at most 16 deep. Covers what XGBoost writes: big-endian numbers, texts,
/// arrays (plain, counted, typed) and plain objects.
Result<UbjValue> readUbjson(const QByteArray &bytes);

} // namespace countersign
