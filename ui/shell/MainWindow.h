// The window: bars around a stack of pages, and the way from one page to the next.
#pragma once

#include "ui/client/ApiClient.h"
#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/client/StepUp.h"
#include "ui/pages/case/CasePage.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/PageRows.h"
#include "ui/widgets/Badge.h"

#include <QMainWindow>
#include <QPointer>

class QAction;
class QStackedWidget;

namespace countersign {

class AccountPage;
class AdministrationPage;
class AuditPage;
class Banner;
class OverridesPage;
class PasswordPage;
class QueuePage;
class SideBar;
class SignInPage;
class StatusLine;
class TopBar;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        StepUp &stepUp;
        ServiceClock &clock;
    };
    explicit MainWindow(Parts parts, QWidget *parent = nullptr);

    void start(const QString &email); ///< shows the page that fits the session
    void hint(const QString &text);
    /// What a window in another language goes on with.
    struct State {
        std::optional<ApplicationId> openCase;
        PageId page = PageId::Queue;
        QHash<ApplicationId, DecisionDraft> drafts;
        std::optional<UserId> typist; ///< whose drafts they are
    };
    State takeState();
    void restore(State state);

Q_SIGNALS:
    void themeSwitchRequested();
    void languageSwitchRequested();

private:
    QWidget *makeWorkArea();
    void makeActions();
    void connectPages();
    void enter();                ///< after signing in
    void leave(bool ended);      ///< after signing out
    void askForPassword();       ///< a new one, before anything else
    void goOn();                 ///< to where one was headed before that
    bool isAtWork() const;
    void showAccount();
    struct Shown {
        QWidget *widget;
        std::function<void()> enter; ///< loads what is new, takes the focus
    };
    void addPage(PageId id, QWidget *page, std::function<void()> enter);
    void showAllowedPages(); ///< in the side bar and the palette
    void showPage(PageId id);
    void showQueue() { showPage(PageId::Queue); }
    void showRecordOf(const QString &entityType, const QUuid &id, const QString &name);
    void closeRecord(); ///< back to where it was asked for
    void showCase(ApplicationId id);
    void showNeighbour(int step);
    void showNeighbours(); ///< whether there are any
    void loadSystem();
    void setReachable(bool reachable);
    void openPalette();
    void search(const QString &text);
    void openMenu(const QPoint &below);
    void toast(const QString &text, Tone tone);
    void resizeEvent(QResizeEvent *event) override;
    void placeToast();

    Parts m_parts;
    QStackedWidget *m_outer = nullptr; ///< sign-in, change of the password or work
    QStackedWidget *m_pages = nullptr;
    SignInPage *m_signIn = nullptr;
    PasswordPage *m_password = nullptr;
    QWidget *m_work = nullptr;
    QueuePage *m_queue = nullptr;
    CasePage *m_case = nullptr;
    OverridesPage *m_overrides = nullptr;
    AccountPage *m_account = nullptr;
    AuditPage *m_audit = nullptr;
    AdministrationPage *m_administration = nullptr;
    QHash<PageId, Shown> m_shown;
    QHash<PageId, QAction *> m_ways; ///< the commands that go to the pages
    PageId m_current = PageId::Queue;
    std::optional<std::pair<PageId, QWidget *>> m_before; ///< where a record was asked for
    TopBar *m_top = nullptr;
    SideBar *m_side = nullptr;
    StatusLine *m_status = nullptr;
    Banner *m_away = nullptr;
    Banner *m_toast = nullptr;
    QPointer<CommandPalette> m_palette;
    std::optional<UserId> m_typist; ///< who was signed in last; what was typed is shown to nobody else
    QTimer m_tick;
    QTimer m_retry;
};

} // namespace countersign
