#include "ui/pages/admin/UsersPage.h"

#include "core/api/endpoints/UserEndpoints.h"
#include "ui/models/Words.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>

namespace countersign {

namespace {

constexpr int kPauseMs = 250;
constexpr int kListPage = 50; ///< rows asked for at a time

constexpr std::array kColumns{
    PagedTable::Column{UserModel::Name, 0},        PagedTable::Column{UserModel::Address, 22},
    PagedTable::Column{UserModel::UserRole, 17},   PagedTable::Column{UserModel::State, 19},
    PagedTable::Column{UserModel::LastSignIn, 14},
};

} // namespace

UsersPage::UsersPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeFilters());
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(14);
    splitter->setChildrenCollapsible(false);
    m_form = new UserForm;
    m_form->setMinimumWidth(380);
    splitter->addWidget(makeList());
    splitter->addWidget(m_form);
    splitter->setStretchFactor(0, 64);
    splitter->setStretchFactor(1, 36);
    splitter->setSizes({760, 430});
    column->addWidget(splitter, 1);
    setFocusProxy(m_list->table());
    makeActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &UsersPage::load);
    connect(m_form, &UserForm::submitted, this, &UsersPage::submit);
    connect(m_form, &UserForm::discardRequested, this, &UsersPage::discard);
    connect(m_form, &UserForm::switchRequested, this, &UsersPage::switchOnOrOff);
    connect(m_form, &UserForm::unlockRequested, this, [this] { act(api::unlockUser, tr("%1 may try again.")); });
    connect(m_form, &UserForm::resetRequested, this, &UsersPage::resetPassword);
    connect(m_form, &UserForm::recordRequested, this, &UsersPage::showRecord);
}

QWidget *UsersPage::makeFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kGap);
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Name or address (%1)").arg(actionKey(ActionId::FindInList)));
    m_search->setAccessibleName(tr("Search users"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    m_role = new QComboBox(bar);
    m_role->setAccessibleName(tr("Filter by role"));
    m_role->addItem(tr("All roles"));
    for (const auto &role : enumTexts<Role>)
        if (role.value != Role::PlatformAdmin)
            m_role->addItem(words::of(role.value), int(role.value));
    m_state = new QComboBox(bar);
    m_state->setAccessibleName(tr("Filter by state"));
    m_state->addItem(tr("All states"));
    m_state->addItem(tr("Switched on"), true);
    m_state->addItem(tr("Switched off"), false);
    auto *create = new KeyButton(tr("New user"), actionKey(ActionId::NewEntry), bar);
    create->setPrimary(true);
    row->addWidget(m_search, 1);
    row->addWidget(m_role);
    row->addWidget(m_state);
    row->addStretch(1);
    row->addWidget(create);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_role, &QComboBox::currentIndexChanged, this, &UsersPage::load);
    connect(m_state, &QComboBox::currentIndexChanged, this, &UsersPage::load);
    connect(create, &QPushButton::clicked, this, &UsersPage::beginNew);
    return bar;
}

QWidget *UsersPage::makeList()
{
    m_model = new UserModel(this);
    m_list = new PagedTable(m_model, tr("Users"), kColumns);
    m_feed = std::make_unique<ListFeed<api::UserAccount>>(
        *m_model, *m_list,
        ListFeed<api::UserAccount>::Texts{
            {tr("There are no users"), tr("The first one is made with the button above."), tr("Refresh")},
            {tr("Nobody matches"), tr("No user fits this search and these filters."), tr("Show all")},
            tr("The users cannot be shown"),
            tr("Try again")});
    connect(m_list, &PagedTable::moreRequested, this, [this] { m_feed->more(); });
    connect(m_list, &PagedTable::currentChanged, this, &UsersPage::selectionChanged);
    connect(m_list, &PagedTable::actionTriggered, this, [this] {
        if (m_feed->isFiltered())
            clearFilters();
        else
            load();
    });
    connect(m_list->table(), &QTableView::activated, this, [this] { m_form->focusFirst(); });
    return m_list;
}

void UsersPage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) {
        connect(makeAction(this, id), &QAction::triggered, this, slot);
    };
    bind(ActionId::Refresh, &UsersPage::load);
    bind(ActionId::FindInList, [this] { m_search->setFocus(); });
    bind(ActionId::BackToList, &UsersPage::focusList);
    bind(ActionId::More, [this] { m_feed->more(); });
    bind(ActionId::NewEntry, &UsersPage::beginNew);
    bind(ActionId::Save, [this] { m_form->submit(); });
    bind(ActionId::ShowRecord, &UsersPage::showRecord);
}

void UsersPage::refresh()
{
    if (!m_parts.session.may(Permission::UserManage))
        return;
    const api::UserInfo &me = m_parts.session.user();
    m_form->setManager({me.tenantId, me.id, m_parts.session.permissions(), {}, {}});
    m_model->setNow(m_parts.clock.now());
    load();
}

void UsersPage::clear()
{
    m_drafts.clear();
    m_newDraft = {};
    m_form->showNobody();
    m_feed->clear();
    m_search->clear();
    m_pause.stop();
}

void UsersPage::focusList()
{
    m_list->focusRows();
}

api::UserQuery UsersPage::query() const
{
    api::UserQuery query;
    query.pageSize = kListPage;
    if (const QString text = m_search->text().trimmed(); !text.isEmpty())
        query.search = text;
    if (const QVariant role = m_role->currentData(); role.isValid())
        query.role = Role(role.toInt());
    if (const QVariant state = m_state->currentData(); state.isValid())
        query.isActive = state.toBool();
    return query;
}

void UsersPage::load()
{
    m_pause.stop();
    keepDraft();
    const bool filtered =
        !m_search->text().trimmed().isEmpty() || m_role->currentIndex() > 0 || m_state->currentIndex() > 0;
    m_feed->load(
        [this, query = query()](const std::optional<QString> &cursor, ListFeed<api::UserAccount>::Done done) {
            api::UserQuery next = query;
            next.cursor = cursor;
            m_parts.client.list(api::listUsers, next, this, std::move(done));
        },
        filtered);
}

void UsersPage::clearFilters()
{
    m_search->clear();
    m_role->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    load();
}

void UsersPage::keepDraft()
{
    if (m_form->isNew())
        m_newDraft = m_form->draft();
    else if (const auto &user = m_form->user()) {
        if (m_form->isTouched())
            m_drafts.insert(user->id, m_form->draft());
        else
            m_drafts.remove(user->id);
    }
}

void UsersPage::selectionChanged()
{
    const api::UserAccount *user = m_model->at(m_list->table()->currentIndex());
    if (!user || (m_form->isNew() && m_form->isTouched() && !m_list->table()->hasFocus()))
        return; // a list that was loaded again takes nobody away from what is being typed
    keepDraft();
    show(*user);
}

void UsersPage::show(const api::UserAccount &user)
{
    m_form->showUser(user, m_drafts.value(user.id, draftOf(user)), m_parts.clock.now());
}

void UsersPage::beginNew()
{
    keepDraft();
    m_form->showNew(m_newDraft);
    m_form->focusFirst();
}

void UsersPage::discard()
{
    if (const auto &user = m_form->user())
        m_drafts.remove(user->id);
    else
        m_newDraft = {};
    if (const api::UserAccount *user = m_model->at(m_list->table()->currentIndex()))
        m_form->showUser(*user, draftOf(*user), m_parts.clock.now());
    else
        m_form->showNobody();
    focusList();
}

void UsersPage::showRecord()
{
    if (m_form->user() && m_parts.session.may(Permission::AuditView))
        Q_EMIT recordRequested(*m_form->user());
}

} // namespace countersign
