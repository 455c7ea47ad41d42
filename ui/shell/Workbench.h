// The workbench as a whole: one conversation with the daemon, and the window in the looks and language that were chosen.
#pragma once

#include "ui/client/ApiClient.h"
#include "ui/client/ServiceClock.h"
#include "ui/client/StepUp.h"
#include "ui/client/Session.h"
#include "ui/client/TokenStore.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Preferences.h"

#include <memory>

namespace countersign {

class Workbench : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QUrl server;
        QString email;             ///< empty: the last one
        bool useKeychain = true;
    };
    Workbench(Settings settings, Preferences preferences, const Clock &clock, QObject *parent = nullptr);
    ~Workbench() override;

    void start(); ///< shows the window; comes back to the kept session when there is one
    MainWindow &window() { return *m_window; }
    Session &session() { return m_session; }
    void setTheme(ThemeKind theme);
    void setLanguage(const QString &code); ///< the window is made anew; the open case and what was typed stay

private:
    void makeWindow();

    const Settings m_settings;
    Preferences m_preferences;
    ApiClient m_client;
    std::unique_ptr<TokenStore> m_store;
    Session m_session;
    StepUp m_stepUp;
    ServiceClock m_clock;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace countersign
