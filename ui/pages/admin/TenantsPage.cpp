#include "ui/pages/admin/TenantsPage.h"

#include "core/api/endpoints/TenantEndpoints.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTableView>

namespace countersign {

namespace {

constexpr int kListPage = 50; ///< rows asked for at a time

constexpr std::array kColumns{
    PagedTable::Column{TenantModel::Name, 0},      PagedTable::Column{TenantModel::Slug, 18},
    PagedTable::Column{TenantModel::Money, 10},    PagedTable::Column{TenantModel::Locale, 13},
    PagedTable::Column{TenantModel::TimeZone, 20}, PagedTable::Column{TenantModel::State, 15},
};

} // namespace

TenantsPage::TenantsPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeFilters());
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(14);
    splitter->setChildrenCollapsible(false);
    m_editor = new TenantEditor(m_parts);
    m_editor->setMinimumWidth(380);
    splitter->addWidget(makeList());
    splitter->addWidget(m_editor);
    splitter->setStretchFactor(0, 64);
    splitter->setStretchFactor(1, 36);
    splitter->setSizes({760, 430});
    column->addWidget(splitter, 1);
    setFocusProxy(m_list->table());
    makeActions();
    connect(m_editor, &TenantEditor::done, this, &TenantsPage::done);
    connect(m_editor, &TenantEditor::changed, m_model, &TenantModel::update);
    connect(m_editor, &TenantEditor::created, this, &TenantsPage::load);
    connect(m_editor, &TenantEditor::discarded, this, [this] {
        showSelected();
        focusList();
    });
}

QWidget *TenantsPage::makeFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_state = new QComboBox(bar);
    m_state->setAccessibleName(tr("Filter by state"));
    m_state->addItem(tr("All states"));
    m_state->addItem(tr("Switched on"), true);
    m_state->addItem(tr("Switched off"), false);
    auto *create = new KeyButton(tr("New bank"), actionKey(ActionId::NewEntry), bar);
    create->setPrimary(true);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(create);
    connect(m_state, &QComboBox::currentIndexChanged, this, &TenantsPage::load);
    connect(create, &QPushButton::clicked, this, [this] { m_editor->beginNew(); });
    return bar;
}

QWidget *TenantsPage::makeList()
{
    m_model = new TenantModel(this);
    m_list = new PagedTable(m_model, tr("Banks"), kColumns);
    m_feed = std::make_unique<ListFeed<api::TenantInfo>>(
        *m_model, *m_list,
        ListFeed<api::TenantInfo>::Texts{
            {tr("There are no banks"), tr("The first one is made with the button above."), tr("Refresh")},
            {tr("No bank matches"), tr("No bank fits this filter."), tr("Show all")},
            tr("The banks cannot be shown"),
            tr("Try again")});
    connect(m_list, &PagedTable::moreRequested, this, [this] { m_feed->more(); });
    connect(m_list, &PagedTable::currentChanged, this, [this] {
        if (!m_editor->isBusyWithNew() || m_list->table()->hasFocus())
            showSelected();
    });
    connect(m_list, &PagedTable::actionTriggered, this, [this] {
        if (m_feed->isFiltered())
            m_state->setCurrentIndex(0);
        else
            load();
    });
    connect(m_list->table(), &QTableView::activated, this, [this] { m_editor->focusForm(); });
    return m_list;
}

void TenantsPage::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) {
        connect(makeAction(this, id), &QAction::triggered, this, slot);
    };
    bind(ActionId::Refresh, &TenantsPage::load);
    bind(ActionId::BackToList, &TenantsPage::focusList);
    bind(ActionId::More, [this] { m_feed->more(); });
    bind(ActionId::NewEntry, [this] { m_editor->beginNew(); });
    bind(ActionId::Save, [this] { m_editor->submit(); });
}

void TenantsPage::refresh()
{
    m_editor->setMayManage(m_parts.session.may(Permission::TenantManage));
    load();
}

void TenantsPage::load()
{
    if (!m_parts.session.may(Permission::TenantManage))
        return;
    api::TenantQuery query;
    query.pageSize = kListPage;
    if (const QVariant state = m_state->currentData(); state.isValid())
        query.isActive = state.toBool();
    m_feed->load(
        [this, query](const std::optional<QString> &cursor, ListFeed<api::TenantInfo>::Done done) {
            api::TenantQuery next = query;
            next.cursor = cursor;
            m_parts.client.list(api::listTenants, next, this, std::move(done));
        },
        query.isActive.has_value());
}

void TenantsPage::showSelected()
{
    if (const api::TenantInfo *tenant = m_model->at(m_list->table()->currentIndex()))
        m_editor->show(*tenant);
}

void TenantsPage::clear()
{
    m_feed->clear();
    m_editor->clear();
}

void TenantsPage::focusList()
{
    m_list->focusRows();
}

} // namespace countersign
