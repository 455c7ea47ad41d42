#include "ui/pages/account/AccountPage.h"

#include "ui/models/Words.h"
#include "ui/pages/account/PasswordForm.h"
#include "ui/pages/account/SessionsCard.h"
#include "ui/pages/account/TotpCard.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace countersign {

namespace {

constexpr int kMargin = 20;
constexpr int kWidest = 1120; ///< px; wider lines are hard to read
constexpr int kFormWidth = 400;

} // namespace

AccountPage::AccountPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    setProperty("look", "page");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    content->setProperty("look", "page");
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(kMargin, measure::kWide, kMargin, kMargin);
    inside->setSpacing(measure::kWide);
    inside->addWidget(makeHeading());
    inside->addWidget(makeCards());
    inside->addStretch();
    scroll->setWidget(content);
    column->addWidget(scroll);
    QAction *back = makeAction(this, ActionId::BackToQueue);
    connect(back, &QAction::triggered, this, &AccountPage::closeRequested);
}

QWidget *AccountPage::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto *back = new QPushButton(QStringLiteral("‹ ") + tr("Queue"), heading);
    back->setAccessibleName(actionText(ActionId::BackToQueue));
    connect(back, &QPushButton::clicked, this, &AccountPage::closeRequested);
    row->addWidget(back);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addWidget(makeLabel("title", tr("Your account"), heading));
    m_who = makeLabel("muted", {}, heading);
    lines->addWidget(m_who);
    row->addLayout(lines, 1);
    return heading;
}

QWidget *AccountPage::makeCards()
{
    auto *cards = new QWidget(this);
    cards->setMaximumWidth(kWidest);
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kWide);
    m_sessions = new SessionsCard(m_parts.client, m_parts.clock, cards);
    row->addWidget(m_sessions, 1, Qt::AlignTop);
    auto *right = new QWidget(cards);
    right->setFixedWidth(kFormWidth);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kWide);
    m_codes = new TotpCard(m_parts.client, m_parts.session, right);
    auto *password = new Card(tr("Password"), right);
    m_password = new PasswordForm(m_parts.client, m_parts.session, tr("Change the password"), password);
    password->body()->addWidget(m_password);
    column->addWidget(m_codes);
    column->addWidget(password);
    column->addStretch();
    row->addWidget(right);
    connect(m_sessions, &SessionsCard::done, this, &AccountPage::done);
    connect(m_sessions, &SessionsCard::failed, this, &AccountPage::failed);
    connect(m_sessions, &SessionsCard::endedEverywhere, &m_parts.session, &Session::signOut);
    connect(m_codes, &TotpCard::done, this, &AccountPage::done);
    connect(m_password, &PasswordForm::changed, this, &AccountPage::afterPassword);
    return cards;
}

void AccountPage::open()
{
    const api::UserInfo &user = m_parts.session.user();
    m_who->setText(
        QStringList{user.name, user.email, words::of(user.role), user.tenantName}.join(QStringLiteral(" · ")));
    m_password->clear();
    m_codes->showState();
    m_sessions->load();
    m_sessions->setFocus();
}

/// Neither a password nor a secret stays behind on a page that was left.
void AccountPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_password->clear();
    m_codes->forget();
}

void AccountPage::afterPassword()
{
    m_sessions->load();
    Q_EMIT done(tr("The password is changed. Your other sessions have ended."));
}

} // namespace countersign
