// countersign: the desktop workbench of analysts and supervisors.
#include "app/SystemClock.h"
#include "app/Version.h"
#include "ui/shell/Workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QSettings>

#include <cstdio>

using namespace countersign;

namespace {

constexpr char kDefaultServer[] = "http://127.0.0.1:8400";

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("The workbench for credit analysts: queue, case, decision."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{QStringLiteral("server"), QStringLiteral("Address of countersignd."), QStringLiteral("url"), QLatin1String(kDefaultServer)},
                       {QStringLiteral("user"), QStringLiteral("E-mail address to sign in with."), QStringLiteral("address")},
                       {QStringLiteral("password-file"), QStringLiteral("Sign in with the password in this file; for the demo."), QStringLiteral("file")},
                       {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("theme")},
                       {QStringLiteral("language"), QStringLiteral("en or sr-Latn-RS."), QStringLiteral("code")}});
}

/// Empty when there is no such file; the fault is said.
std::optional<QString> passwordFrom(const QString &path)
{
    if (path.isEmpty())
        return QString();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.readAll()).trimmed();
    std::fprintf(stderr, "countersign: %s cannot be read: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("countersign"));
    QApplication::setApplicationDisplayName(QStringLiteral("Countersign"));
    QApplication::setApplicationVersion(QLatin1String(kVersion));
    QApplication::setOrganizationName(QStringLiteral("countersign"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    const QUrl server = QUrl::fromUserInput(parser.value(QStringLiteral("server")));
    if (!server.isValid() || (server.scheme() != QLatin1String("http") && server.scheme() != QLatin1String("https"))) {
        std::fprintf(stderr, "countersign: --server needs an address as %s\n", kDefaultServer);
        return 1;
    }
    const auto password = passwordFrom(parser.value(QStringLiteral("password-file")));
    if (!password)
        return 1;

    QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("countersign"), QStringLiteral("countersign"));
    Preferences preferences(store);
    if (parser.isSet(QStringLiteral("theme")))
        preferences.setTheme(parser.value(QStringLiteral("theme")) == QLatin1String("dark") ? ThemeKind::Dark : ThemeKind::Light);
    if (parser.isSet(QStringLiteral("language")))
        preferences.setLanguage(parser.value(QStringLiteral("language")));

    const SystemClock clock;
    Workbench workbench({server, parser.value(QStringLiteral("user")), password->isEmpty()}, preferences, clock);
    workbench.start();
    if (!password->isEmpty())
        workbench.session().signIn({parser.value(QStringLiteral("user")), *password, {}, {}});
    return app.exec();
}
