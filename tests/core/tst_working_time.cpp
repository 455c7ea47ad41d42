// Working time: shifts, weekends and holidays, and the two days of the year on which the clock changes.
#include "core/queue/Sla.h"
#include "core/queue/WorkingTime.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

Instant at(const char *iso)
{
    const auto instant = instantFromIso(QString::fromLatin1(iso));
    if (!instant)
        qFatal("%s is no instant", iso);
    return *instant;
}

/// Monday to Friday, 9 to 17.
SlaCalendar officeHours()
{
    SlaCalendar calendar;
    calendar.opens = QStringLiteral("09:00");
    calendar.closes = QStringLiteral("17:00");
    calendar.weekdays = {Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday};
    return calendar;
}

SlaCalendar everyDay(const char *opens, const char *closes)
{
    SlaCalendar calendar;
    calendar.opens = QLatin1String(opens);
    calendar.closes = QLatin1String(closes);
    return calendar;
}

} // namespace

class TestWorkingTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workEndsWhereTheTableSays_data();
    void workEndsWhereTheTableSays();
    void aroundTheClockIsTheWallClock();
    void holidaysAreLeftOut();
    void anHourThatComesTwiceCountsTwice();
    void anHourThatIsLeftOutDoesNotCount();
    void openingInAnHourThatIsLeftOutIsTheMomentOfTheChange();
    void aMidnightThatComesTwiceIsCountedOnce();
    void beforeAndBetweenAreTheReverseOfAfter();
    void theWarningComesTwoWorkingHoursBefore();
};

void TestWorkingTime::workEndsWhereTheTableSays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("until");
    // Belgrade, winter: UTC+1. 2026-11-24 is a Tuesday.
    QTest::newRow("within the shift") << "2026-11-24T08:00:00Z" << 60 << "2026-11-24T09:00:00Z";
    QTest::newRow("to the end of the shift") << "2026-11-24T08:00:00Z" << 480 << "2026-11-24T16:00:00Z";
    QTest::newRow("into the next day") << "2026-11-24T15:00:00Z" << 120 << "2026-11-25T09:00:00Z";
    QTest::newRow("from the evening") << "2026-11-24T19:00:00Z" << 60 << "2026-11-25T09:00:00Z";
    QTest::newRow("from before it opens") << "2026-11-24T03:00:00Z" << 60 << "2026-11-24T09:00:00Z";
    QTest::newRow("over the weekend") << "2026-11-27T15:30:00Z" << 480 << "2026-11-30T15:30:00Z";
    QTest::newRow("from Sunday") << "2026-11-29T12:00:00Z" << 480 << "2026-11-30T16:00:00Z";
    QTest::newRow("over a week") << "2026-11-24T08:00:00Z" << 5 * 480 + 1 << "2026-12-01T08:01:00Z";
    QTest::newRow("over the change to winter") << "2026-10-23T14:00:00Z" << 120 << "2026-10-26T09:00:00Z";
    QTest::newRow("over the change to summer") << "2026-03-27T15:00:00Z" << 120 << "2026-03-30T08:00:00Z";
}

void TestWorkingTime::workEndsWhereTheTableSays()
{
    QFETCH(QString, from);
    QFETCH(int, minutes);
    QFETCH(QString, until);
    const WorkingTime working(officeHours(), "Europe/Belgrade");
    const Instant end = working.after(*instantFromIso(from), std::chrono::minutes(minutes));
    QCOMPARE(toIso(end), toIso(*instantFromIso(until)));
    QCOMPARE(working.between(*instantFromIso(from), end), Duration(std::chrono::minutes(minutes)));
    QCOMPARE(working.between(end, *instantFromIso(from)), Duration(-std::chrono::minutes(minutes)));
}

void TestWorkingTime::aroundTheClockIsTheWallClock()
{
    for (const char *zone : {"UTC", "Europe/Belgrade", "America/Havana", "Australia/Lord_Howe", "Asia/Beirut"}) {
        const WorkingTime working({}, zone);
        for (Instant from = at("2026-01-01T00:30:00Z"); from < at("2027-01-01T00:00:00Z"); from += 11h) {
            QCOMPARE(working.after(from, 30h), from + 30h);
            QCOMPARE(working.before(from, 30h), from - 30h);
            QCOMPARE(working.between(from, from + 30h), Duration(30h));
        }
    }
}

void TestWorkingTime::holidaysAreLeftOut()
{
    SlaCalendar calendar = officeHours();
    calendar.holidays = {QDate(2026, 11, 25), QDate(2026, 11, 26)};
    const WorkingTime working(calendar, "Europe/Belgrade");
    QCOMPARE(working.after(at("2026-11-24T15:00:00Z"), 2h), at("2026-11-27T09:00:00Z"));
    QCOMPARE(working.between(at("2026-11-24T16:00:00Z"), at("2026-11-27T08:00:00Z")), Duration(0h));
}

void TestWorkingTime::anHourThatComesTwiceCountsTwice()
{
    // Belgrade goes back from 03:00 to 02:00 on 25 October 2026, at 01:00 UTC: the shift from 1 to 5 has five hours.
    const WorkingTime working(everyDay("01:00", "05:00"), "Europe/Belgrade");
    QCOMPARE(working.between(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")), Duration(5h));
    QCOMPARE(working.after(at("2026-10-24T12:00:00Z"), 5h), at("2026-10-25T04:00:00Z"));
    // A shift that begins or ends in that hour has it whole.
    QCOMPARE(WorkingTime(everyDay("02:30", "05:00"), "Europe/Belgrade").after(at("2026-10-24T12:00:00Z"), 1min), at("2026-10-25T00:31:00Z"));
    QCOMPARE(WorkingTime(everyDay("01:00", "02:30"), "Europe/Belgrade").before(at("2026-10-25T12:00:00Z"), 1min), at("2026-10-25T01:29:00Z"));
}

void TestWorkingTime::anHourThatIsLeftOutDoesNotCount()
{
    // Belgrade goes from 02:00 to 03:00 on 29 March 2026, at 01:00 UTC: the shift from 1 to 5 has three hours.
    const WorkingTime working(everyDay("01:00", "05:00"), "Europe/Belgrade");
    QCOMPARE(working.between(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")), Duration(3h));
    QCOMPARE(working.after(at("2026-03-28T12:00:00Z"), 2h), at("2026-03-29T02:00:00Z"));
}

void TestWorkingTime::openingInAnHourThatIsLeftOutIsTheMomentOfTheChange()
{
    const WorkingTime working(everyDay("02:30", "05:00"), "Europe/Belgrade");
    QCOMPARE(working.after(at("2026-03-28T12:00:00Z"), 1min), at("2026-03-29T01:01:00Z"));
    // A shift that lies in that hour alone is not worked.
    const WorkingTime inside(everyDay("02:15", "02:45"), "Europe/Belgrade");
    QCOMPARE(inside.between(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")), Duration(0h));
}

void TestWorkingTime::aMidnightThatComesTwiceIsCountedOnce()
{
    // Havana goes back from 01:00 to 00:00 on 1 November 2026: midnight ends Saturday and begins Sunday, twice.
    SlaCalendar sunday;
    sunday.weekdays = {Weekday::Sunday};
    SlaCalendar saturday;
    saturday.weekdays = {Weekday::Saturday};
    const Instant before = at("2026-10-30T12:00:00Z");
    const Instant after = at("2026-11-03T12:00:00Z");
    QCOMPARE(WorkingTime(sunday, "America/Havana").between(before, after), Duration(25h));
    const SlaCalendar both{QStringLiteral("00:00"), QStringLiteral("24:00"), {Weekday::Saturday, Weekday::Sunday}, {}};
    QCOMPARE(WorkingTime(both, "America/Havana").between(before, after), Duration(49h));
    QCOMPARE(WorkingTime(both, "America/Havana").after(before, 49h), at("2026-11-02T05:00:00Z"));
}

void TestWorkingTime::beforeAndBetweenAreTheReverseOfAfter()
{
    SlaCalendar calendar = officeHours();
    calendar.holidays = {QDate(2026, 3, 30), QDate(2026, 10, 26)};
    const WorkingTime working(calendar, "Europe/Belgrade");
    for (Instant from = at("2026-03-20T00:00:00Z"); from < at("2026-11-10T00:00:00Z"); from += 173min) {
        const Instant until = working.after(from, 7h);
        QCOMPARE(working.between(from, until), Duration(7h));
        QCOMPARE(working.between(working.before(until, 7h), until), Duration(7h));
    }
}

void TestWorkingTime::theWarningComesTwoWorkingHoursBefore()
{
    const WorkingTime working(officeHours(), "Europe/Belgrade");
    // Left on Tuesday at 16:00 with eight hours: due on Wednesday at 16:00, warned of at 14:00.
    QCOMPARE(slaTimes(at("2026-11-24T15:00:00Z"), 8h, working), (SlaTimes{at("2026-11-25T13:00:00Z"), at("2026-11-25T15:00:00Z")}));
    // Due an hour after the office opens: warned of an hour before it closes the day before.
    QCOMPARE(slaTimes(at("2026-11-24T09:00:00Z"), 8h, working), (SlaTimes{at("2026-11-24T15:00:00Z"), at("2026-11-25T09:00:00Z")}));
    // Never before there is a case.
    QCOMPARE(slaTimes(at("2026-11-24T09:00:00Z"), 1h, working), (SlaTimes{at("2026-11-24T09:00:00Z"), at("2026-11-24T10:00:00Z")}));
}

QTEST_GUILESS_MAIN(TestWorkingTime)
#include "tst_working_time.moc"
