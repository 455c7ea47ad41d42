#include "ui/shell/MainWindow.h"

#include "core/api/endpoints/ApplicationEndpoints.h"
#include "core/api/endpoints/PolicyEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/Words.h"
#include "ui/pages/account/AccountPage.h"
#include "ui/pages/account/PasswordPage.h"
#include "ui/pages/admin/AdministrationPage.h"
#include "ui/pages/audit/AuditPage.h"
#include "ui/pages/overrides/OverridesPage.h"
#include "ui/pages/queue/QueuePage.h"
#include "ui/pages/signin/SignInPage.h"
#include "ui/shell/ShortcutSheet.h"
#include "ui/shell/SideBar.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/StepUpPrompt.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace countersign {

namespace {

constexpr int kRetryMs = 5'000;

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent) : QMainWindow(parent), m_parts(parts)
{
    setWindowTitle(QGuiApplication::applicationDisplayName());
    m_outer = new QStackedWidget(this);
    m_signIn = new SignInPage(m_parts.session, m_parts.client.server().authority(), m_outer);
    m_outer->addWidget(m_signIn);
    m_password = new PasswordPage(m_parts.client, m_parts.session, m_outer);
    m_outer->addWidget(m_password);
    m_work = makeWorkArea();
    m_outer->addWidget(m_work);
    setCentralWidget(m_outer);
    m_toast = new Banner(this);
    new StepUpPrompt(m_parts.stepUp, m_parts.session, this);
    connectPages();
    makeActions();
    connect(&m_parts.session, &Session::signedIn, this, &MainWindow::enter);
    connect(&m_parts.session, &Session::signedOut, this, &MainWindow::leave);
    connect(&m_parts.client, &ApiClient::passwordChangeRequired, this, &MainWindow::askForPassword);
    connect(m_password, &PasswordPage::finished, this, &MainWindow::goOn);
    connect(&m_parts.client, &ApiClient::reachableChanged, this, &MainWindow::setReachable);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_status->setNow(m_parts.clock.now()); });
    m_tick.start(std::chrono::seconds(1));
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &MainWindow::loadSystem);
}

QWidget *MainWindow::makeWorkArea()
{
    auto *area = new QWidget(m_outer);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(area);
    m_away = new Banner(area);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_side = new SideBar(area);
    m_pages = new QStackedWidget(area);
    m_queue = new QueuePage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    m_case = new CasePage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    m_account = new AccountPage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    m_audit = new AuditPage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    m_administration = new AdministrationPage({m_parts.client, m_parts.session, m_parts.clock}, m_pages);
    addPage(PageId::Queue, m_queue, [this] {
        m_queue->refresh();
        m_queue->focusList();
    });
    m_overrides = new OverridesPage({m_parts.client, m_parts.session, m_parts.clock, m_parts.stepUp}, m_pages);
    addPage(PageId::Overrides, m_overrides, [this] {
        m_overrides->refresh();
        m_overrides->focusList();
    });
    addPage(PageId::Audit, m_audit, [this] { m_audit->enter(); });
    addPage(PageId::Administration, m_administration, [this] { m_administration->enter(); });
    m_pages->addWidget(m_case);
    m_pages->addWidget(m_account);
    middle->addWidget(m_side);
    middle->addWidget(m_pages, 1);
    m_status = new StatusLine(m_parts.client.server(), area);
    column->addWidget(m_top);
    column->addWidget(m_away);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    return area;
}

void MainWindow::connectPages()
{
    connect(m_top, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_top, &TopBar::menuRequested, this, &MainWindow::openMenu);
    connect(m_side, &SideBar::pageRequested, this, &MainWindow::showPage);
    connect(m_away, &Banner::actionTriggered, this, &MainWindow::loadSystem);
    connect(m_queue, &QueuePage::openRequested, this, &MainWindow::showCase);
    connect(m_queue, &QueuePage::nothingTaken, this, &MainWindow::showQueue);
    connect(m_queue, &QueuePage::listChanged, this, &MainWindow::showNeighbours);
    connect(m_queue, &QueuePage::countsChanged, this, [this](const api::QueueSummary &summary) {
        m_side->setCount(PageId::Queue, summary.totalPending + summary.totalAssigned + summary.totalInProgress);
    });
    connect(m_case, &CasePage::closeRequested, this, &MainWindow::showQueue);
    connect(m_case, &CasePage::neighbourRequested, this, &MainWindow::showNeighbour);
    connect(m_case, &CasePage::nextRequested, m_queue, &QueuePage::takeNext);
    connect(m_case, &CasePage::entryChanged, m_queue, &QueuePage::adopt);
    connect(m_account, &AccountPage::closeRequested, this, &MainWindow::showQueue);
    connect(m_account, &AccountPage::done, this, [this](const QString &text) { toast(text, Tone::Raises); });
    connect(m_account, &AccountPage::failed, this, [this](const QString &text) { toast(text, Tone::Breach); });
    connect(m_case, &CasePage::done, this, [this](const QString &text) { toast(text, Tone::Raises); });
    connect(m_case, &CasePage::failedElsewhere, this, [this](const QString &text) { toast(text, Tone::Breach); });
    connect(m_case, &CasePage::recordRequested, this, &MainWindow::showRecordOf);
    connect(m_administration, &AdministrationPage::recordRequested, this, &MainWindow::showRecordOf);
    connect(m_administration, &AdministrationPage::done, this,
            [this](const QString &text) { toast(text, Tone::Raises); });
    connect(m_overrides, &OverridesPage::openRequested, this, &MainWindow::showCase);
    connect(m_overrides, &OverridesPage::done, this, [this](const QString &text) { toast(text, Tone::Raises); });
    connect(m_overrides, &OverridesPage::countChanged, this, [this](qint64 count) { m_side->setCount(PageId::Overrides, count); });
    connect(m_audit, &AuditPage::closeRequested, this, &MainWindow::closeRecord);
}

void MainWindow::makeActions()
{
    const auto bind = [this](ActionId id, auto slot) {
        QAction *action = makeAction(this, id);
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    bind(ActionId::Palette, &MainWindow::openPalette);
    bind(ActionId::Shortcuts, [this] { ShortcutSheet(this).exec(); });
    bind(ActionId::Account, &MainWindow::showAccount);
    for (const PageRow &row : pageRows())
        m_ways.insert(row.id, bind(row.go, [this, id = row.id] { showPage(id); }));
    bind(ActionId::SwitchTheme, &MainWindow::themeSwitchRequested);
    bind(ActionId::SwitchLanguage, &MainWindow::languageSwitchRequested);
    bind(ActionId::SignOut, [this] { m_parts.session.signOut(); });
    bind(ActionId::Quit, &MainWindow::close);
}

void MainWindow::start(const QString &email)
{
    m_signIn->setEmail(email);
    if (m_parts.session.isSignedIn())
        enter();
}

void MainWindow::hint(const QString &text)
{
    m_status->hint(text);
}

void MainWindow::enter()
{
    const UserId user = m_parts.session.user().id;
    if (std::exchange(m_typist, user) != user) {
        m_case->takeDrafts();
        m_queue->clear();
        m_overrides->clear();
        m_audit->clear();
        m_administration->clear();
    }
    m_top->showUser(m_parts.session.user());
    m_pages->setCurrentWidget(m_queue);
    if (m_parts.session.user().mustChangePassword)
        askForPassword();
    else
        goOn();
}

bool MainWindow::isAtWork() const
{
    return m_parts.session.isSignedIn() && m_outer->currentWidget() == m_work;
}

void MainWindow::askForPassword()
{
    if (!m_parts.session.isSignedIn() || m_outer->currentWidget() == m_password)
        return;
    if (m_palette)
        m_palette->close();
    m_outer->setCurrentWidget(m_password);
    m_password->begin();
}

void MainWindow::goOn()
{
    m_outer->setCurrentWidget(m_work);
    m_status->setNow(m_parts.clock.now());
    loadSystem();
    if (m_parts.session.may(Permission::DecisionApproveOverride))
        m_overrides->refresh(); // its number stands in the side bar
    if (m_pages->currentWidget() == m_queue)
        showAllowedPages();
    else
        m_queue->refresh(); // what is beside it is as it was left
}

void MainWindow::leave(bool ended)
{
    m_retry.stop();
    m_away->clear();
    m_toast->clear();
    if (!ended)
        m_case->takeDrafts(); // of somebody who has left; an ended session may come back to its own
    m_outer->setCurrentWidget(m_signIn);
    m_signIn->setEmail({});
    if (ended)
        m_signIn->say(sentenceFor({ErrorCode::Unauthenticated, QStringLiteral("signed_out"), {}, {}}));
}

void MainWindow::showAccount()
{
    if (!isAtWork())
        return;
    m_side->clearCurrent();
    m_pages->setCurrentWidget(m_account);
    m_account->open();
}

void MainWindow::showCase(ApplicationId id)
{
    m_current = PageId::Queue;
    m_side->setCurrent(PageId::Queue);
    m_pages->setCurrentWidget(m_case);
    m_case->open(id);
    showNeighbours();
}

void MainWindow::showNeighbour(int step)
{
    if (const auto shown = m_case->shown())
        if (const auto neighbour = m_queue->neighbourOf(*shown, step))
            showCase(*neighbour);
}

void MainWindow::showNeighbours()
{
    const ApplicationId id = m_case->wanted();
    m_case->setNeighbours(m_queue->neighbourOf(id, -1).has_value(), m_queue->neighbourOf(id, 1).has_value());
}

void MainWindow::loadSystem()
{
    m_parts.client.list(api::modelInfo, Nothing{}, this, [this](const Result<api::SystemInfo> &answer) {
        if (!answer)
            return;
        m_status->showSystem(*answer);
        m_queue->setSystem(*answer);
        m_case->setSystem(*answer);
        m_overrides->setSystem(*answer);
    });
}

void MainWindow::setReachable(bool reachable)
{
    m_status->setReachable(reachable);
    m_case->setReachable(reachable);
    m_overrides->setReachable(reachable);
    if (reachable) {
        m_retry.stop();
        m_away->clear();
        if (isAtWork())
            m_queue->refresh();
        return;
    }
    m_away->say(tr("The server does not answer. What is on the screen is as of %1. Trying again every %2 seconds.")
                    .arg(toDateTime(m_parts.clock.now()).toLocalTime().toString(QStringLiteral("HH:mm")))
                    .arg(kRetryMs / 1000),
                Tone::Warning, tr("Try now"));
    if (m_parts.session.isSignedIn())
        m_retry.start();
}

void MainWindow::openPalette()
{
    if (!isAtWork() || m_palette)
        return;
    QList<CommandPalette::Entry> commands;
    for (const QWidget *owner : {m_pages->currentWidget(), static_cast<QWidget *>(this)}) {
        for (QAction *action : owner->actions()) {
            const auto id = ActionId(action->data().toInt());
            if (id != ActionId::Palette && action->isEnabled())
                commands.append({actionText(id), actionKey(id), [action = QPointer<QAction>(action)] {
                                     if (action)
                                         action->trigger();
                                 }});
        }
    }
    m_palette = new CommandPalette(commands, this);
    m_palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_palette, &CommandPalette::searchRequested, this, &MainWindow::search);
    m_palette->QWidget::move(mapToGlobal(QPoint((width() - m_palette->width()) / 2, 60)));
    m_palette->open();
}

void MainWindow::search(const QString &text)
{
    api::ApplicationQuery query;
    query.search = text;
    query.pageSize = 8;
    m_parts.client.list(api::listApplications, query, this,
                        [this, text](const Result<Page<api::ApplicationItem>> &answer) {
                            if (!m_palette)
                                return;
                            QList<CommandPalette::Entry> found;
                            if (!answer)
                                return m_palette->setFound(text, found); // the commands are still there
                            for (const api::ApplicationItem &item : answer->items)
                                found.append({QStringLiteral("%1 · %2").arg(item.applicantName, item.externalId),
                                              words::of(item.status), [this, id = item.id] { showCase(id); }});
                            m_palette->setFound(text, found);
                        });
}

void MainWindow::openMenu(const QPoint &below)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const api::UserInfo &user = m_parts.session.user();
    menu->addSection(QStringLiteral("%1 · %2").arg(user.name, words::of(user.role)));
    for (QAction *action : actions())
        if (ActionId(action->data().toInt()) != ActionId::Palette)
            menu->addAction(action);
    menu->popup(below);
}

void MainWindow::toast(const QString &text, Tone tone)
{
    m_toast->sayBriefly(text, tone);
    placeToast();
}

void MainWindow::placeToast()
{
    m_toast->setFixedWidth(380);
    m_toast->adjustSize();
    m_toast->QWidget::move(width() - m_toast->width() - 20, height() - m_toast->height() - 40);
    m_toast->raise();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeToast();
}

MainWindow::State MainWindow::takeState()
{
    const bool inCase = m_pages->currentWidget() == m_case;
    State state{inCase ? m_case->shown() : std::nullopt, m_current, {}, m_typist};
    state.drafts = m_case->takeDrafts();
    return state;
}

void MainWindow::restore(State state)
{
    m_typist = state.typist;
    m_case->setDrafts(std::move(state.drafts));
    if (!isAtWork())
        return;
    if (state.openCase)
        showCase(*state.openCase);
    else
        showPage(state.page);
}

} // namespace countersign
