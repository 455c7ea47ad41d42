#include "ui/pages/admin/CalendarEdit.h"

#include "ui/models/Words.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FormField.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kHolidayLines = 4;
constexpr int kWeekdayLetters = 3;

/// `01.05.2027` or `2027-05-01`
QDate dayOf(const QString &text)
{
    const QDate written = QDate::fromString(text, QStringLiteral("d.M.yyyy"));
    return written.isValid() ? written : QDate::fromString(text, Qt::ISODate);
}

} // namespace

CalendarEdit::CalendarEdit(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_opens = new QLineEdit;
    m_closes = new QLineEdit;
    m_holidays = new QPlainTextEdit;
    m_holidays->setTabChangesFocus(true);
    m_holidays->setPlaceholderText(tr("One day on each line, for example 01.05.2027"));
    m_holidays->setFixedHeight(m_holidays->fontMetrics().lineSpacing() * kHolidayLines + 18);
    m_opensField = new FormField(tr("Opens (HH:MM)"), m_opens);
    m_closesField = new FormField(tr("Closes (HH:MM, 24:00 for midnight)"), m_closes);
    m_weekdaysField = new FormField(tr("Working days"), makeWeekdays());
    m_holidaysField = new FormField(tr("Holidays"), m_holidays);
    auto *hours = new QHBoxLayout;
    hours->setSpacing(measure::kGap);
    hours->addWidget(m_opensField, 2);
    hours->addWidget(m_closesField, 3);
    column->addLayout(hours);
    column->addWidget(m_weekdaysField);
    column->addWidget(m_holidaysField);
    connect(m_opens, &QLineEdit::textEdited, this, &CalendarEdit::changed);
    connect(m_closes, &QLineEdit::textEdited, this, &CalendarEdit::changed);
    connect(m_holidays, &QPlainTextEdit::textChanged, this, &CalendarEdit::changed);
}

QWidget *CalendarEdit::makeWeekdays()
{
    auto *days = new QWidget;
    auto *row = new FlowLayout(measure::kGap, days);
    for (const auto &weekday : enumTexts<Weekday>) {
        auto *day = new QPushButton(words::of(weekday.value).left(kWeekdayLetters), days);
        day->setProperty("chip", true);
        day->setCheckable(true);
        day->setAccessibleName(words::of(weekday.value));
        connect(day, &QPushButton::toggled, this, &CalendarEdit::changed);
        m_weekdays.append(day);
        row->addWidget(day);
    }
    return days;
}

void CalendarEdit::setCalendar(const SlaCalendar &calendar)
{
    const QSignalBlocker quiet(this);
    m_opens->setText(calendar.opens);
    m_closes->setText(calendar.closes);
    for (int i = 0; i < m_weekdays.size(); ++i)
        m_weekdays[i]->setChecked(calendar.weekdays.contains(Weekday(i)));
    QStringList days;
    for (const QDate &day : calendar.holidays)
        days.append(words::dateText(day));
    m_holidays->setPlainText(days.join(QLatin1Char('\n')));
}

SlaCalendar CalendarEdit::calendar() const
{
    SlaCalendar calendar{m_opens->text().trimmed(), m_closes->text().trimmed(), {}, {}};
    for (int i = 0; i < m_weekdays.size(); ++i)
        if (m_weekdays[i]->isChecked())
            calendar.weekdays.append(Weekday(i));
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    for (const QString &day : m_holidays->toPlainText().split(between, Qt::SkipEmptyParts))
        calendar.holidays.append(dayOf(day));
    return calendar;
}

bool CalendarEdit::showFault(const QString &path, const QString &sentence)
{
    const std::pair<const char *, FormField *> fields[] = {{"opens", m_opensField},
                                                           {"closes", m_closesField},
                                                           {"weekdays", m_weekdaysField},
                                                           {"holidays", m_holidaysField}};
    for (const auto &[name, field] : fields)
        if (path.startsWith(QLatin1String(name))) {
            field->setFault(sentence);
            return true;
        }
    return false;
}

void CalendarEdit::clearFaults()
{
    for (FormField *field : {m_opensField, m_closesField, m_weekdaysField, m_holidaysField})
        field->setFault({});
}

} // namespace countersign
