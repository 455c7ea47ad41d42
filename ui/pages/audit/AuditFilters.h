// What of the record is shown: things, actions, people, days.
#pragma once

#include "core/api/AuditDtos.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QPushButton;

namespace countersign {

class AuditFilters : public QWidget {
    Q_OBJECT

public:
    explicit AuditFilters(QWidget *parent = nullptr);

    api::AuditQuery query() const; ///< days are those of this computer's time zone
    bool isFiltering() const;
    void clear();
    void focusFirst();
    void setToday(QDate today);
    void addPeople(const QList<api::AuditItem> &entries); ///< who may be chosen: everybody who was seen so far
    void choosePerson(const QUuid &person);
    void forgetPeople();

Q_SIGNALS:
    void changed();

private:
    QDateEdit *makeDay(const QString &name, QCheckBox *&on);
    void edited();

    QComboBox *m_entity = nullptr;
    QComboBox *m_action = nullptr;
    QComboBox *m_person = nullptr;
    QCheckBox *m_fromOn = nullptr;
    QCheckBox *m_toOn = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace countersign
