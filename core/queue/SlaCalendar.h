// When a tenant works: the hours that count for its service clock.
#pragma once

#include "core/base/EnumText.h"
#include "core/base/Error.h"

#include <QDate>
#include <QList>
#include <QString>

namespace countersign {

/// In the order of ISO 8601.
enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

template <>
inline constexpr auto enumTexts<Weekday> = std::array{
    EnumText{Weekday::Monday, "monday"},     EnumText{Weekday::Tuesday, "tuesday"}, EnumText{Weekday::Wednesday, "wednesday"},
    EnumText{Weekday::Thursday, "thursday"}, EnumText{Weekday::Friday, "friday"},   EnumText{Weekday::Saturday, "saturday"},
    EnumText{Weekday::Sunday, "sunday"},
};

/// Times are those of the tenant's time zone, `HH:MM`; `24:00` is the end of the day.
struct SlaCalendar {
    QString opens = QStringLiteral("00:00");
    QString closes = QStringLiteral("24:00");
    QList<Weekday> weekdays{Weekday::Monday, Weekday::Tuesday,  Weekday::Wednesday, Weekday::Thursday,
                            Weekday::Friday, Weekday::Saturday, Weekday::Sunday};
    QList<QDate> holidays;

    friend bool operator==(const SlaCalendar &, const SlaCalendar &) = default;
};

/// Opens before it closes, on at least one weekday; nothing is named twice. Paths are those of the wire.
QList<FieldError> validateCalendar(const SlaCalendar &calendar);

} // namespace countersign
