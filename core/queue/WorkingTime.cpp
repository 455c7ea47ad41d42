#include "core/queue/WorkingTime.h"

namespace countersign {

namespace {

constexpr qint64 kDay = 86'400;

/// Of `HH:MM`, 24:00 included.
int minuteOf(const QString &text)
{
    return text.left(2).toInt() * 60 + text.mid(3).toInt();
}

QDateTime atSecond(qint64 second)
{
    return QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
}

} // namespace

WorkingTime::WorkingTime(SlaCalendar calendar, const QByteArray &timeZone)
    : m_calendar(std::move(calendar)), m_zone(timeZone), m_opens(minuteOf(m_calendar.opens)), m_closes(minuteOf(m_calendar.closes))
{
}

Instant WorkingTime::after(Instant from, Duration work) const
{
    Instant at = from;
    // From the day before: a midnight that comes twice ends a shift of the day that has passed.
    for (QDate day = dayOf(from).addDays(-1);; day = day.addDays(1)) {
        const auto shift = shiftOn(day);
        if (!shift)
            continue;
        at = std::max(at, shift->opens);
        if (shift->closes - at >= work)
            return at + work;
        if (shift->closes > at) {
            work -= shift->closes - at;
            at = shift->closes;
        }
    }
}

Instant WorkingTime::before(Instant until, Duration work) const
{
    Instant at = until;
    for (QDate day = dayOf(until).addDays(1);; day = day.addDays(-1)) {
        const auto shift = shiftOn(day);
        if (!shift)
            continue;
        at = std::min(at, shift->closes);
        if (at - shift->opens >= work)
            return at - work;
        if (at > shift->opens) {
            work -= at - shift->opens;
            at = shift->opens;
        }
    }
}

Duration WorkingTime::between(Instant from, Instant until) const
{
    if (until < from)
        return -between(until, from);
    Duration work{};
    Instant at = from;
    const QDate last = dayOf(until).addDays(1);
    for (QDate day = dayOf(from).addDays(-1); day <= last; day = day.addDays(1)) {
        const auto shift = shiftOn(day);
        if (!shift)
            continue;
        const Instant begin = std::max(at, shift->opens);
        const Instant end = std::min(until, shift->closes);
        if (end > begin) {
            work += end - begin;
            at = end;
        }
    }
    return work;
}

std::optional<WorkingTime::Shift> WorkingTime::shiftOn(QDate day) const
{
    if (!m_calendar.weekdays.contains(Weekday(day.dayOfWeek() - 1)) || m_calendar.holidays.contains(day))
        return std::nullopt;
    return Shift{instantOf(day, m_opens, Of::First), instantOf(day, m_closes, Of::Second)};
}

Instant WorkingTime::instantOf(QDate day, int minute, Of which) const
{
    const qint64 wall = QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch() + minute * 60;
    const int before = offsetAt(wall - kDay);
    const int after = offsetAt(wall + kDay);
    const bool fitsBefore = offsetAt(wall - before) == before;
    const bool fitsAfter = offsetAt(wall - after) == after;
    qint64 second = wall - (fitsBefore && (which == Of::First || !fitsAfter) ? before : after);
    if (!fitsBefore && !fitsAfter) // left out: the moment of the change stands for it
        second = m_zone.nextTransition(atSecond(wall - after - 1)).atUtc.toSecsSinceEpoch();
    return Instant(std::chrono::seconds(second));
}

int WorkingTime::offsetAt(qint64 second) const
{
    return m_zone.offsetFromUtc(atSecond(second));
}

QDate WorkingTime::dayOf(Instant instant) const
{
    return toDateTime(instant).toTimeZone(m_zone).date();
}

} // namespace countersign
