// The way from page to page: what the side bar, the palette and links between pages lead to.
#include "ui/pages/audit/AuditPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SideBar.h"

#include <QAction>
#include <QStackedWidget>

namespace countersign {

void MainWindow::addPage(PageId id, QWidget *page, std::function<void()> enter)
{
    m_pages->addWidget(page);
    m_shown.insert(id, {page, std::move(enter)});
}

void MainWindow::showAllowedPages()
{
    const PermissionSet held = m_parts.session.permissions();
    m_side->setPermissions(held);
    std::optional<PageId> first;
    for (const PageRow &row : pageRows()) {
        const bool may = held.containsAny(row.anyOf);
        m_ways.value(row.id)->setVisible(may);
        first = may && !first ? row.id : first;
    }
    if (first)
        showPage(*first);
}

void MainWindow::showPage(PageId id)
{
    if (!isAtWork() || !m_ways.value(id)->isVisible())
        return;
    const Shown shown = m_shown.value(id);
    m_before.reset();
    m_current = id;
    m_side->setCurrent(id);
    m_pages->setCurrentWidget(shown.widget);
    shown.enter();
}

void MainWindow::showRecordOf(const QString &entityType, const QUuid &id, const QString &name)
{
    const std::pair before(m_current, m_pages->currentWidget());
    m_side->setCurrent(PageId::Audit);
    m_current = PageId::Audit;
    m_pages->setCurrentWidget(m_audit);
    m_before = before;
    m_audit->showTimeline({entityType, id, name});
}

void MainWindow::closeRecord()
{
    const auto before = std::exchange(m_before, {});
    if (!before)
        return showPage(PageId::Audit);
    m_current = before->first;
    m_side->setCurrent(before->first);
    m_pages->setCurrentWidget(before->second);
    before->second->setFocus();
}

} // namespace countersign
