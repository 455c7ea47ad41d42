#include "ui/pages/admin/UserForm.h"

#include "ui/client/Sentences.h"
#include "ui/models/UserModel.h"
#include "ui/models/Words.h"
#include "ui/pages/admin/PermissionsEdit.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FormField.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>

namespace countersign {

namespace {

Tone toneOf(const api::UserAccount &user, Instant now)
{
    if (!user.isActive)
        return Tone::Neutral;
    return isLocked(user, now) ? Tone::Breach : user.mustChangePassword ? Tone::Warning : Tone::Raises;
}

} // namespace

UserForm::UserForm(QWidget *parent) : Card({}, parent)
{
    setAccessibleName(tr("The selected user"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto *heading = new QHBoxLayout;
    m_title = makeLabel("title", {}, this);
    m_title->setWordWrap(true);
    m_state = new Badge(this);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_state, 0, Qt::AlignTop);
    body()->addLayout(heading);
    m_facts = makeLabel("muted", {}, this);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_facts);
    m_banner = new Banner(this);
    body()->addWidget(m_banner);
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeMoves());
    column->addWidget(makeFields(), 1);
    column->addWidget(makeFoot());
    body()->addWidget(m_content, 1);
    body()->addStretch();
    showNobody();
}

QWidget *UserForm::makeMoves()
{
    m_moves = new QWidget(m_content);
    auto *row = new FlowLayout(measure::kGap, m_moves);
    m_switch = new QPushButton(m_moves);
    m_unlock = new QPushButton(tr("Unlock"), m_moves);
    m_reset = new QPushButton(tr("New one-time password"), m_moves);
    m_record = new KeyButton(tr("What is recorded"), actionKey(ActionId::ShowRecord), m_moves);
    for (QPushButton *button : {m_switch, m_unlock, m_reset, static_cast<QPushButton *>(m_record)})
        row->addWidget(button);
    connect(m_switch, &QPushButton::clicked, this, &UserForm::switchRequested);
    connect(m_unlock, &QPushButton::clicked, this, &UserForm::unlockRequested);
    connect(m_reset, &QPushButton::clicked, this, &UserForm::resetRequested);
    connect(m_record, &QPushButton::clicked, this, &UserForm::recordRequested);
    return m_moves;
}

QWidget *UserForm::makeFields()
{
    auto *fields = new QWidget;
    fields->setProperty("look", "form");
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, measure::kGap, 0);
    column->setSpacing(12);
    m_email = new QLineEdit;
    m_email->setPlaceholderText(tr("name@bank.example"));
    m_name = new QLineEdit;
    m_role = new QComboBox;
    m_permissions = new PermissionsEdit;
    m_emailField = new FormField(tr("E-mail address"), m_email, fields);
    m_nameField = new FormField(tr("Name"), m_name, fields);
    m_roleField = new FormField(tr("Role"), m_role, fields);
    m_permissionsField = new FormField(tr("Permissions"), m_permissions, fields);
    for (FormField *field : {m_emailField, m_nameField, m_roleField, m_permissionsField})
        column->addWidget(field);
    column->addStretch();
    for (const auto &row : enumTexts<Role>)
        if (row.value != Role::PlatformAdmin) // belongs to the platform, whose users nobody manages from here
            m_role->addItem(words::of(row.value), int(row.value));
    connect(m_email, &QLineEdit::textEdited, this, &UserForm::edited);
    connect(m_name, &QLineEdit::textEdited, this, &UserForm::edited);
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        m_permissions->setRole(draft().role);
        edited();
    });
    connect(m_permissions, &PermissionsEdit::changed, this, &UserForm::edited);
    auto *area = new QScrollArea(m_content);
    area->setWidget(fields);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QWidget *UserForm::makeFoot()
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
    connect(m_discard, &QPushButton::clicked, this, &UserForm::discardRequested);
    connect(m_save, &QPushButton::clicked, this, &UserForm::submit);
    return foot;
}

void UserForm::setManager(const Actor &manager)
{
    m_manager = manager;
}

void UserForm::showNobody()
{
    m_user.reset();
    m_isNew = false;
    m_title->setText(tr("Nobody is selected"));
    m_state->show({}, Tone::Neutral);
    m_facts->clear();
    m_banner->clear();
    m_content->hide();
}

void UserForm::showUser(const api::UserAccount &user, const UserDraft &draft, Instant now)
{
    m_user = user;
    m_isNew = false;
    m_title->setText(user.name);
    m_state->show(UserModel::stateText(user, now), toneOf(user, now));
    QStringList facts{user.email, tr("made %1").arg(words::momentText(user.createdAt, now))};
    if (user.lastLoginAt)
        facts.append(tr("signed in last %1").arg(words::momentText(*user.lastLoginAt, now)));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_switch->setText(user.isActive ? tr("Switch off") : tr("Switch on"));
    m_switch->setVisible(!isOwn());
    m_unlock->setVisible(isLocked(user, now));
    m_reset->setVisible(!isOwn());
    m_record->setVisible(m_manager.may(Permission::AuditView));
    fill(draft);
}

void UserForm::showNew(const UserDraft &draft)
{
    m_user.reset();
    m_isNew = true;
    m_title->setText(tr("New user"));
    m_state->show({}, Tone::Neutral);
    m_facts->setText(tr("Gets a one-time password, which you are shown once."));
    fill(draft);
}

void UserForm::fill(const UserDraft &draft)
{
    clearMessages();
    m_content->show();
    m_moves->setVisible(!m_isNew);
    m_emailField->setVisible(m_isNew);
    m_email->setText(draft.email);
    m_name->setText(draft.name);
    const QSignalBlocker quiet(m_role);
    m_role->setCurrentIndex(std::max(0, m_role->findData(int(draft.role))));
    m_role->setEnabled(!isOwn());
    m_permissions->setRights({this->draft().role, draft.grants, draft.denials});
    m_permissions->setReadOnly(isOwn());
    edited();
}

bool UserForm::isOwn() const
{
    return m_user && m_manager.user == m_user->id;
}

UserDraft UserForm::draft() const
{
    return {m_email->text().trimmed(), m_name->text(), Role(m_role->currentData().toInt()), m_permissions->grants(),
            m_permissions->denials()};
}

bool UserForm::isTouched() const
{
    if (!m_user)
        return m_isNew && (!m_email->text().isEmpty() || !m_name->text().isEmpty());
    UserDraft known = draftOf(*m_user);
    known.email = draft().email;
    return draft() != known;
}

Result<void> UserForm::judged() const
{
    const UserRights after = rightsOf(draft(), !m_user || m_user->isActive);
    if (auto fits = checkRights(after, false); !fits)
        return fits;
    if (!m_user)
        return checkManages(m_manager.permissions, after);
    // How many other administrators there are, only the daemon knows.
    return checkChange(m_manager, {m_user->id, rightsOf(draftOf(*m_user), m_user->isActive), 1}, after);
}

void UserForm::edited()
{
    const Result<void> allowed = judged();
    m_roleField->setFault({});
    m_permissionsField->setFault({});
    if (!allowed && allowed.error().fields.isEmpty())
        m_permissionsField->setFault(sentenceFor(allowed.error()));
    else if (!allowed)
        showFaults(allowed.error().fields);
    const bool complete = !m_name->text().trimmed().isEmpty() && (!m_isNew || !m_email->text().trimmed().isEmpty());
    m_save->setEnabled(!m_busy && allowed && complete && isTouched());
    m_discard->setEnabled(!m_busy && (isTouched() || m_isNew));
}

void UserForm::showFaults(const QList<FieldError> &faults)
{
    for (const FieldError &fault : faults) {
        const std::pair<const char *, FormField *> fields[] = {{"email", m_emailField},
                                                               {"name", m_nameField},
                                                               {"role", m_roleField},
                                                               {"grants", m_permissionsField},
                                                               {"denials", m_permissionsField}};
        for (const auto &[path, field] : fields)
            if (fault.path == QLatin1String(path) || fault.path.startsWith(QLatin1String(path) + QLatin1Char('[')))
                field->setFault(sentenceFor(fault));
    }
}

void UserForm::say(const QString &text, Tone tone)
{
    m_banner->say(text, tone);
}

void UserForm::clearMessages()
{
    m_banner->clear();
    for (FormField *field : {m_emailField, m_nameField, m_roleField, m_permissionsField})
        field->setFault({});
}

void UserForm::setBusy(bool busy)
{
    m_busy = busy;
    for (QPushButton *button : {m_switch, m_unlock, m_reset})
        button->setEnabled(!busy);
    edited();
}

void UserForm::submit()
{
    if (!m_save->isEnabled())
        return;
    clearMessages();
    Q_EMIT submitted();
}

void UserForm::focusFirst()
{
    (m_isNew ? m_email : m_name)->setFocus();
}

} // namespace countersign
