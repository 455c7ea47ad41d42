// When a tenant works: hours, weekdays, holidays.
#pragma once

#include "core/queue/SlaCalendar.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace countersign {

class FormField;

class CalendarEdit : public QWidget {
    Q_OBJECT

public:
    explicit CalendarEdit(QWidget *parent = nullptr);

    void setCalendar(const SlaCalendar &calendar); ///< says nothing by changed()
    SlaCalendar calendar() const;                  ///< a day that cannot be read is an invalid date in it
    /// Paths as core says them, without what stands before `opens`; true when it was one of these.
    bool showFault(const QString &path, const QString &sentence);
    void clearFaults();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeWeekdays();

    QLineEdit *m_opens = nullptr;
    QLineEdit *m_closes = nullptr;
    QList<QPushButton *> m_weekdays;
    QPlainTextEdit *m_holidays = nullptr;
    FormField *m_opensField = nullptr;
    FormField *m_closesField = nullptr;
    FormField *m_weekdaysField = nullptr;
    FormField *m_holidaysField = nullptr;
};

} // namespace countersign
