#include "ui/shell/SideBar.h"

#include "ui/shell/SideButton.h"

#include <QButtonGroup>
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
    const QList<std::pair<PageId, QString>> pages{{PageId::Queue, tr("Queue")}};
    for (const auto &[page, name] : pages) {
        auto *button = new SideButton(name, this);
        m_group->addButton(button, int(page));
        m_buttons.insert(page, button);
        column->addWidget(button);
    }
    column->addStretch();
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT pageRequested(PageId(id)); });
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
