#include "ui/pages/audit/AuditFilters.h"

#include "ui/models/AuditWords.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace countersign {

namespace {

QComboBox *makeChoice(const QString &name, const QString &all, std::span<const words::AuditCode> codes, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setAccessibleName(name);
    choice->addItem(all);
    for (const words::AuditCode &row : codes)
        choice->addItem(QCoreApplication::translate("AuditWords", row.text), QLatin1String(row.code));
    choice->setMaxVisibleItems(20);
    return choice;
}

Instant startOf(QDate day)
{
    return toInstant(day.startOfDay());
}

} // namespace

AuditFilters::AuditFilters(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kGap);
    m_entity = makeChoice(tr("Filter by thing"), tr("All things"), words::auditEntities(), this);
    m_action = makeChoice(tr("Filter by action"), tr("All actions"), words::auditActions(), this);
    m_person = makeChoice(tr("Filter by person"), tr("Everybody"), {}, this);
    m_person->setMinimumContentsLength(16);
    for (QComboBox *choice : {m_entity, m_action, m_person}) {
        row->addWidget(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &AuditFilters::edited);
    }
    row->addSpacing(measure::kGap);
    m_from = makeDay(tr("From"), m_fromOn);
    m_to = makeDay(tr("Until"), m_toOn);
    m_clear = new QPushButton(tr("Clear filters"), this);
    m_clear->setProperty("flat", true);
    row->addWidget(m_clear);
    row->addStretch();
    connect(m_clear, &QPushButton::clicked, this, &AuditFilters::clear);
    m_clear->setEnabled(false);
}

QDateEdit *AuditFilters::makeDay(const QString &name, QCheckBox *&on)
{
    on = new QCheckBox(name, this);
    auto *day = new QDateEdit(this);
    day->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    day->setCalendarPopup(true);
    day->setAccessibleName(name);
    day->setEnabled(false);
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(QStringLiteral("00.00.0000")) + 56); // and its arrow
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addWidget(on);
    row->addWidget(day);
    connect(on, &QCheckBox::toggled, day, &QDateEdit::setEnabled);
    connect(on, &QCheckBox::toggled, this, &AuditFilters::edited);
    connect(day, &QDateEdit::dateChanged, this, [this, on] {
        if (on->isChecked())
            edited();
    });
    return day;
}

api::AuditQuery AuditFilters::query() const
{
    api::AuditQuery query;
    if (const QVariant entity = m_entity->currentData(); entity.isValid())
        query.entityType = entity.toString();
    if (const QVariant action = m_action->currentData(); action.isValid())
        query.action = action.toString();
    if (const QVariant person = m_person->currentData(); person.isValid())
        query.user = person.toUuid();
    if (m_fromOn->isChecked())
        query.fromDate = startOf(m_from->date());
    if (m_toOn->isChecked())
        query.toDate = startOf(m_to->date().addDays(1)); // the day itself belongs to it
    return query;
}

bool AuditFilters::isFiltering() const
{
    return m_entity->currentIndex() > 0 || m_action->currentIndex() > 0 || m_person->currentIndex() > 0
        || m_fromOn->isChecked() || m_toOn->isChecked();
}

void AuditFilters::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *choice : {m_entity, m_action, m_person})
            choice->setCurrentIndex(0);
        m_fromOn->setChecked(false);
        m_toOn->setChecked(false);
    }
    edited();
}

void AuditFilters::focusFirst()
{
    m_entity->setFocus();
}

void AuditFilters::setToday(QDate today)
{
    for (QDateEdit *day : {m_from, m_to}) {
        day->setMaximumDate(today);
        if (!day->isEnabled())
            day->setDate(today);
    }
}

void AuditFilters::addPeople(const QList<api::AuditItem> &entries)
{
    const QSignalBlocker quiet(m_person);
    for (const api::AuditItem &entry : entries)
        if (entry.actor.id && entry.actor.name && m_person->findData(*entry.actor.id) < 0)
            m_person->addItem(*entry.actor.name, *entry.actor.id);
}

void AuditFilters::choosePerson(const QUuid &person)
{
    m_person->setCurrentIndex(std::max(0, m_person->findData(person)));
}

void AuditFilters::forgetPeople()
{
    const QSignalBlocker quiet(m_person);
    while (m_person->count() > 1)
        m_person->removeItem(1);
}

void AuditFilters::edited()
{
    m_clear->setEnabled(isFiltering());
    Q_EMIT changed();
}

} // namespace countersign
