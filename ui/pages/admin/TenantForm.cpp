#include "ui/pages/admin/TenantForm.h"

#include "core/access/UserRules.h"
#include "ui/client/Sentences.h"
#include "ui/pages/admin/CalendarEdit.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FormField.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimeZone>

namespace countersign {

TenantForm::TenantForm(QWidget *parent) : Card({}, parent)
{
    setAccessibleName(tr("The settings of a bank"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto *heading = new QHBoxLayout;
    m_title = makeLabel("title", {}, this);
    m_title->setWordWrap(true);
    m_state = new Badge(this);
    m_switch = new QPushButton(this);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_state, 0, Qt::AlignTop);
    heading->addWidget(m_switch, 0, Qt::AlignTop);
    body()->addLayout(heading);
    m_banner = new Banner(this);
    body()->addWidget(m_banner);
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(m_content);
    area->setWidget(makeFields());
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    column->addWidget(area, 1);
    column->addWidget(makeFoot());
    body()->addWidget(m_content, 1);
    body()->addStretch();
    connect(m_switch, &QPushButton::clicked, this, &TenantForm::switchRequested);
    showNothing();
}

QLineEdit *TenantForm::addText(const char *path, const QString &name)
{
    auto *edit = new QLineEdit;
    auto *field = new FormField(name, edit, m_fields);
    m_fieldOf.insert(QLatin1String(path), field);
    m_fields->layout()->addWidget(field);
    connect(edit, &QLineEdit::textEdited, this, &TenantForm::edited);
    return edit;
}

QWidget *TenantForm::makeFields()
{
    m_fields = new QWidget;
    m_fields->setProperty("look", "form");
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, measure::kGap, 0);
    column->setSpacing(12);
    m_slug = addText("slug", tr("Short name"));
    m_slug->setPlaceholderText(tr("names the bank at sign-in; a-z, 0-9 and -"));
    m_name = addText("name", tr("Name"));
    m_email = addText("administrator.email", tr("E-mail address of the first administrator"));
    m_person = addText("administrator.name", tr("Name of the first administrator"));
    m_currency = addText("currency", tr("Currency"));
    m_currency->setPlaceholderText(tr("three letters, for example RSD"));
    m_locale = addText("locale", tr("Locale"));
    m_locale->setPlaceholderText(tr("for example sr-Latn-RS"));
    m_timeZone = new QComboBox;
    m_timeZone->setEditable(true);
    m_timeZone->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_timeZone->addItem(QString::fromLatin1(zone));
    m_timeZone->completer()->setFilterMode(Qt::MatchContains);
    m_timeZone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    auto *zone = new FormField(tr("Time zone"), m_timeZone, m_fields);
    m_fieldOf.insert(QStringLiteral("time_zone"), zone);
    column->addWidget(zone);
    m_badRate = addText("portfolio_bad_rate", tr("Portfolio bad rate (%)"));
    m_badRate->setPlaceholderText(tr("share of loans that go bad, for example 4,5"));
    m_calendar = new CalendarEdit(m_fields);
    column->addWidget(m_calendar);
    column->addStretch();
    connect(m_timeZone, &QComboBox::currentTextChanged, this, &TenantForm::edited);
    connect(m_calendar, &CalendarEdit::changed, this, &TenantForm::edited);
    return m_fields;
}

QWidget *TenantForm::makeFoot()
{
    auto *foot = new QWidget(m_content);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_discard = new QPushButton(tr("Discard"), foot);
    m_save = new KeyButton(actionText(ActionId::Save), actionKey(ActionId::Save), foot);
    m_save->setPrimary(true);
    row->addStretch();
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &TenantForm::discardRequested);
    connect(m_save, &QPushButton::clicked, this, &TenantForm::submit);
    return foot;
}

void TenantForm::setMayManage(bool may)
{
    m_mayManage = may;
    m_name->setEnabled(may);
}

void TenantForm::showNothing()
{
    m_tenant.reset();
    m_isNew = false;
    m_title->setText(tr("No bank is selected"));
    m_state->show({}, Tone::Neutral);
    m_banner->clear();
    m_switch->hide();
    m_content->hide();
}

void TenantForm::showTenant(const api::TenantInfo &tenant, const TenantDraft &draft)
{
    m_tenant = tenant;
    m_isNew = false;
    m_title->setText(QStringLiteral("%1 · %2").arg(tenant.name, tenant.slug));
    m_state->show(tenant.isActive ? tr("Active") : tr("Switched off"), tenant.isActive ? Tone::Raises : Tone::Neutral);
    m_switch->setText(tenant.isActive ? tr("Switch off") : tr("Switch on"));
    m_switch->setVisible(m_mayManage && tenant.slug != QLatin1String(kPlatformSlug));
    fill(draft);
}

void TenantForm::showNew(const TenantDraft &draft)
{
    m_tenant.reset();
    m_isNew = true;
    m_newDraft = draft;
    m_title->setText(tr("New bank"));
    m_state->show({}, Tone::Neutral);
    m_switch->hide();
    fill(draft);
}

void TenantForm::fill(const TenantDraft &draft)
{
    m_content->show();
    for (const char *path : {"slug", "administrator.email", "administrator.name"})
        m_fieldOf.value(QLatin1String(path))->setVisible(m_isNew);
    m_fieldOf.value(QStringLiteral("portfolio_bad_rate"))->setVisible(!m_isNew);
    m_calendar->setVisible(!m_isNew);
    m_slug->setText(draft.slug);
    m_name->setText(draft.name);
    m_email->setText(draft.administratorEmail);
    m_person->setText(draft.administratorName);
    m_currency->setText(draft.currency);
    m_locale->setText(draft.locale);
    const QSignalBlocker quiet(m_timeZone);
    m_timeZone->setEditText(draft.timeZone);
    m_badRate->setText(draft.badRate);
    m_calendar->setCalendar(draft.calendar);
    clearMessages();
    edited();
}

TenantDraft TenantForm::draft() const
{
    return {m_slug->text().trimmed(),
            m_name->text(),
            m_currency->text().trimmed().toUpper(),
            m_locale->text().trimmed(),
            m_timeZone->currentText().trimmed(),
            m_calendar->calendar(),
            m_badRate->text().trimmed(),
            m_email->text().trimmed(),
            m_person->text()};
}

bool TenantForm::isTouched() const
{
    return m_isNew ? draft() != m_newDraft : m_tenant && draft() != draftOf(*m_tenant);
}

void TenantForm::edited()
{
    m_save->setEnabled(!m_busy && isTouched());
    m_discard->setEnabled(!m_busy && (isTouched() || m_isNew));
}

void TenantForm::showFaults(const QList<FieldError> &faults)
{
    static const QString calendar = QStringLiteral("sla_calendar.");
    for (const FieldError &fault : faults) {
        if (fault.path.startsWith(calendar))
            m_calendar->showFault(fault.path.mid(calendar.size()), sentenceFor(fault));
        else if (FormField *field = m_fieldOf.value(fault.path))
            field->setFault(sentenceFor(fault));
    }
}

void TenantForm::say(const QString &text, Tone tone)
{
    m_banner->say(text, tone);
}

void TenantForm::clearMessages()
{
    m_banner->clear();
    m_calendar->clearFaults();
    for (FormField *field : std::as_const(m_fieldOf))
        field->setFault({});
}

void TenantForm::setBusy(bool busy)
{
    m_busy = busy;
    m_switch->setEnabled(!busy);
    edited();
}

void TenantForm::submit()
{
    if (!m_save->isEnabled())
        return;
    clearMessages();
    const QList<FieldError> faults = faultsOf(draft(), m_isNew);
    showFaults(faults);
    if (faults.isEmpty())
        Q_EMIT submitted();
}

void TenantForm::focusFirst()
{
    (m_isNew ? m_slug : m_mayManage ? m_name : m_currency)->setFocus();
}

} // namespace countersign
