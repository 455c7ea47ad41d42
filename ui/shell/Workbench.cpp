#include "ui/shell/Workbench.h"

#include "ui/shell/Language.h"

#include <QApplication>

namespace countersign {

namespace {

constexpr QSize kFirstSize{1440, 900};
constexpr QSize kLeastSize{1180, 700};

} // namespace

Workbench::Workbench(Settings settings, Preferences preferences, const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_preferences(preferences), m_client(m_settings.server),
      m_store(m_settings.useKeychain ? std::make_unique<TokenStore>(m_settings.server.authority()) : nullptr),
      m_session(m_client, m_store.get()), m_stepUp(m_client), m_clock(clock)
{
    Theme::apply(*qApp, m_preferences.theme().value_or(Theme::preferred()));
    useLanguage(m_preferences.language());
    connect(&m_session, &Session::signedIn, this, [this] { m_preferences.setLastEmail(m_session.user().email); });
    if (m_store)
        connect(m_store.get(), &TokenStore::notKept, this, [this] {
            m_window->hint(tr("No keychain: you will be asked for the password at the next start."));
        });
    makeWindow();
}

Workbench::~Workbench() = default;

void Workbench::makeWindow()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{m_client, m_session, m_stepUp, m_clock});
    m_window->setMinimumSize(kLeastSize);
    m_window->resize(kFirstSize);
    // Queued: what asks for it is inside the window that goes.
    connect(m_window.get(), &MainWindow::languageSwitchRequested, this,
            [this] { setLanguage(languageAfter(m_preferences.language())); }, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::themeSwitchRequested, this,
            [this] { setTheme(Theme::current().isDark() ? ThemeKind::Light : ThemeKind::Dark); }, Qt::QueuedConnection);
}

void Workbench::start()
{
    m_window->start(m_settings.email.isEmpty() ? m_preferences.lastEmail() : m_settings.email);
    m_window->show();
    m_session.comeBack();
}

void Workbench::setTheme(ThemeKind theme)
{
    m_preferences.setTheme(theme);
    Theme::apply(*qApp, theme);
}

void Workbench::setLanguage(const QString &code)
{
    m_preferences.setLanguage(code);
    useLanguage(code);
    const QByteArray geometry = m_window->saveGeometry();
    MainWindow::State state = m_window->takeState();
    auto before = std::move(m_window);
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->start(m_preferences.lastEmail());
    m_window->restore(std::move(state));
    m_window->show();
    before->hide();
}

} // namespace countersign
