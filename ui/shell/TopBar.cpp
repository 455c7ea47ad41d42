#include "ui/shell/TopBar.h"

#include "ui/widgets/Actions.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Logo.h"

#include <QHBoxLayout>
#include <QLabel>

namespace countersign {

TopBar::TopBar(QWidget *parent) : QFrame(parent)
{
    setProperty("bar", "top");
    setFixedHeight(48);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    auto *brand = new QWidget(this);
    brand->setFixedWidth(150);
    auto *brandRow = new QHBoxLayout(brand);
    brandRow->setContentsMargins(0, 0, 0, 0);
    brandRow->addWidget(new Logo(brand));
    brandRow->addWidget(makeLabel("brand", QStringLiteral("Countersign"), brand), 1);
    row->addWidget(brand);
    m_search = new KeyButton(actionText(ActionId::Palette), actionKey(ActionId::Palette), this);
    m_search->setProperty("search", true);
    m_search->setMinimumWidth(320);
    m_search->setMaximumWidth(460);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_search, 3);
    row->addStretch(2);
    m_bank = new Badge(this);
    row->addWidget(m_bank);
    m_user = new QPushButton(this);
    m_user->setProperty("flat", true);
    row->addWidget(m_user);
    connect(m_search, &KeyButton::clicked, this, &TopBar::paletteRequested);
    connect(m_user, &QPushButton::clicked, this, [this] { Q_EMIT menuRequested(m_user->mapToGlobal(QPoint(0, m_user->height() + 4))); });
}

void TopBar::showUser(const api::UserInfo &user)
{
    m_bank->show(user.tenantName, Tone::Neutral);
    m_user->setText(user.email + QStringLiteral("  ▾"));
    m_user->setAccessibleName(tr("%1: menu").arg(user.email));
}

} // namespace countersign
