// countersign-drive: the workbench driven by keys against a running daemon, for machines without a display.
#include "app/drive/DemoWalk.h"

#include "app/SystemClock.h"
#include "ui/shell/Language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace countersign;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Decides a case in the real window by keys and saves a picture of every step."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("server"), QStringLiteral("Address of countersignd."), QStringLiteral("url"), QStringLiteral("http://127.0.0.1:8400")},
                       {QStringLiteral("user"), QStringLiteral("E-mail address to sign in with."), QStringLiteral("address")},
                       {QStringLiteral("password-file"), QStringLiteral("File with the password."), QStringLiteral("file")},
                       {QStringLiteral("pictures"), QStringLiteral("Folder for the pictures."), QStringLiteral("folder"), QStringLiteral("build/screenshots")}});
    parser.process(app);
    QFile password(parser.value(QStringLiteral("password-file")));
    if (!password.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "countersign-drive: %s cannot be read: %s\n", qPrintable(password.fileName()), qPrintable(password.errorString()));
        return 1;
    }
    const QTemporaryDir scratch; // neither reads nor changes what its user chose
    QSettings store(scratch.filePath(QStringLiteral("drive.ini")), QSettings::IniFormat);
    Preferences preferences(store);
    preferences.setTheme(ThemeKind::Light);
    preferences.setLanguage(QStringLiteral("en"));
    const SystemClock clock;
    Workbench workbench({QUrl(parser.value(QStringLiteral("server"))), parser.value(QStringLiteral("user")), false}, preferences, clock);
    workbench.start();
    Drive drive(workbench, parser.value(QStringLiteral("pictures")));
    return walkThroughDemo(drive, QString::fromUtf8(password.readAll()).trimmed()) ? 0 : 1;
}
