#include "ui/shell/SideBar.h"

#include "ui/shell/SideButton.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace countersign {

SideBar::SideBar(QWidget *parent) : QFrame(parent)
{
    setProperty("bar", "side");
    setFixedWidth(176);
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 10, 8, 10);
    column->setSpacing(2);
    m_group = new QButtonGroup(this);
    for (const PageRow &row : pageRows()) {
        auto *button = new SideButton(QCoreApplication::translate("Pages", row.name), this);
        m_group->addButton(button, int(row.id));
        m_buttons.insert(row.id, button);
        column->addWidget(button);
    }
    column->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT pageRequested(PageId(id)); });
}

void SideBar::setPermissions(PermissionSet held)
{
    for (const PageRow &row : pageRows())
        m_buttons.value(row.id)->setVisible(held.containsAny(row.anyOf));
}

void SideBar::setCount(PageId page, qint64 count)
{
    m_buttons.value(page)->setCount(count);
}

void SideBar::setCurrent(PageId page)
{
    m_buttons.value(page)->setChecked(true);
}

void SideBar::clearCurrent()
{
    m_group->setExclusive(false);
    for (SideButton *button : std::as_const(m_buttons))
        button->setChecked(false);
    m_group->setExclusive(true);
}

} // namespace countersign
