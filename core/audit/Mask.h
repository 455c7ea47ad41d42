// Masks of personal data, by the kind of value: enough to recognise, not enough to know.
#pragma once

#include <QJsonValue>
#include <QString>

namespace countersign {

enum class MaskKind {
    Plain,      ///< shown as it is: numbers, ids, texts of a closed set
    Code,       ///< shown when it is a code such as `borderline_score`; what a person typed is hidden
    Email,      ///< `***@domain.com`
    Phone,      ///< `+381******67`
    NationalId, ///< `1503*********`
    Name,       ///< `Ma***ć`
    Hidden,     ///< `***`
};

/// Counts code points, not code units. The number of stars never tells the length, and a value too short to keep most of
/// itself hidden shows less or nothing.
QString masked(MaskKind kind, const QString &text);

/// Texts as above; numbers and booleans are shown where texts would be (Plain, Code) and are `***` elsewhere; null stays
/// null; in lists each item by itself. Objects are not for this function: their fields have kinds of their own.
QJsonValue masked(MaskKind kind, const QJsonValue &value);

} // namespace countersign
