// The working time of a tenant: how much of it lies between two instants, and where so much of it ends or begins.
#pragma once

#include "core/base/Instant.h"
#include "core/queue/SlaCalendar.h"

#include <QTimeZone>

#include <utility>

namespace countersign {

/// Hours follow the wall clock of the tenant's time zone. On a day on which the clock changes the shift is as long as it is:
/// an hour that comes twice counts twice, one that is left out counts not at all.
class WorkingTime {
public:
    /// The calendar must be valid; `timeZone` is an IANA name.
    WorkingTime(SlaCalendar calendar, const QByteArray &timeZone);

    /// When `work` has been done that begins at `from`: the end of a shift rather than the beginning of the next.
    Instant after(Instant from, Duration work) const;
    /// When `work` must begin to be done at `until`.
    Instant before(Instant until, Duration work) const;
    /// Negative when `until` is earlier than `from`.
    Duration between(Instant from, Instant until) const;

private:
    struct Shift {
        Instant opens;
        Instant closes;
    };
    /// A wall clock time that comes twice stands for the first or for the second.
    enum class Of { First, Second };

    std::optional<Shift> shiftOn(QDate day) const;
    Instant instantOf(QDate day, int minute, Of which) const;
    int offsetAt(qint64 second) const;
    QDate dayOf(Instant instant) const;

    SlaCalendar m_calendar;
    QTimeZone m_zone;
    int m_opens;  ///< minutes from midnight
    int m_closes;
};

} // namespace countersign
