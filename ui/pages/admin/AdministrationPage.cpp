#include "ui/pages/admin/AdministrationPage.h"

#include "ui/pages/admin/OwnTenantPage.h"
#include "ui/pages/admin/TenantsPage.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace countersign {

AdministrationPage::AdministrationPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel("title", tr("Administration"), this));
    m_bar = new QTabBar(this);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setAccessibleName(tr("Administration"));
    column->addWidget(m_bar);
    m_pages = new QStackedWidget(this);
    column->addWidget(m_pages, 1);
    auto *users = new UsersPage(m_parts, m_pages);
    connect(users, &UsersPage::done, this, &AdministrationPage::done);
    connect(users, &UsersPage::recordRequested, this, [this](const api::UserAccount &user) {
        Q_EMIT recordRequested(QStringLiteral("user"), user.id.uuid(), user.name);
    });
    addTab(users, {Permission::UserManage}, tr("Users"));
    auto *tenants = new TenantsPage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    connect(tenants, &TenantsPage::done, this, &AdministrationPage::done);
    addTab(tenants, {Permission::TenantManage}, tr("Banks"));
    auto *own = new OwnTenantPage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    connect(own, &OwnTenantPage::done, this, &AdministrationPage::done);
    addTab(own, {Permission::ConfigManage}, tr("Settings of the bank"));
    connect(m_bar, &QTabBar::currentChanged, this, &AdministrationPage::showTab);
}

template <class Page>
void AdministrationPage::addTab(Page *page, PermissionSet anyOf, const QString &name)
{
    m_pages->addWidget(page);
    m_tabs.append({name, anyOf, page, [page] { page->refresh(); }, [page] { page->clear(); }});
}

void AdministrationPage::enter()
{
    const PermissionSet held = m_parts.session.permissions();
    if (std::exchange(m_held, held) != held || m_bar->count() == 0) {
        const QSignalBlocker quiet(m_bar);
        while (m_bar->count() > 0)
            m_bar->removeTab(0);
        for (int i = 0; i < m_tabs.size(); ++i)
            if (held.containsAny(m_tabs[i].anyOf))
                m_bar->setTabData(m_bar->addTab(m_tabs[i].name), i);
        m_bar->updateGeometry(); // a bar that is not shown yet does not tell its layout that it has grown
    }
    showTab(m_bar->currentIndex());
    setFocus();
}

void AdministrationPage::showTab(int index)
{
    if (index < 0 || !m_parts.session.isSignedIn())
        return;
    const Tab &tab = m_tabs[m_bar->tabData(index).toInt()];
    m_pages->setCurrentWidget(tab.page);
    setFocusProxy(tab.page);
    tab.enter();
}

void AdministrationPage::clear()
{
    for (const Tab &tab : std::as_const(m_tabs))
        tab.clear();
}

} // namespace countersign
