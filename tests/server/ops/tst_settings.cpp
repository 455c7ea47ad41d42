// Settings: which source wins, and what is said of a wrong one.
#include "server/ops/Settings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr char kFile[] =
    "[http]\nlisten = \"127.0.0.1:1\"\nworkers = 5\ncors_origins = [\"https://a.example\", \"https://b.example\"]\n"
    "[database]\nname = \"from_file\"\n";

QStringList faultsOf(const Settings::Sources &sources)
{
    const auto settings = Settings::load(sources);
    QStringList texts;
    if (!settings)
        for (const FieldError &fault : settings.error().fields)
            texts.append(fault.path + QStringLiteral(": ") + fault.message);
    return texts;
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void laterSourcesWin_data();
    void laterSourcesWin();
    void saysWhereEachValueComesFrom();
    void readsListsFromEverySource();
    void passesOverVariablesOfOthers();
    void namesEveryFaultOfEverySource();
    void hidesSecrets();
    void theSampleIsAFileThatChangesNothing();

private:
    QString fileWith(const char *name, const QByteArray &text);

    QTemporaryDir m_scratch;
    QString m_file;
};

QString TestSettings::fileWith(const char *name, const QByteArray &text)
{
    QFile file(m_scratch.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", name);
    return file.fileName();
}

void TestSettings::initTestCase()
{
    m_file = fileWith("good.toml", kFile);
}

void TestSettings::laterSourcesWin_data()
{
    QTest::addColumn<bool>("file");
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("listen");
    const QStringList environment{QStringLiteral("COUNTERSIGN_HTTP__LISTEN=127.0.0.1:2")};
    const QStringList flags{QStringLiteral("http.listen=127.0.0.1:3")};
    QTest::newRow("defaults") << false << QStringList() << QStringList() << "127.0.0.1:8400";
    QTest::newRow("file over defaults") << true << QStringList() << QStringList() << "127.0.0.1:1";
    QTest::newRow("environment over file") << true << environment << QStringList() << "127.0.0.1:2";
    QTest::newRow("flags over environment") << true << environment << flags << "127.0.0.1:3";
    QTest::newRow("flags over file") << true << QStringList() << flags << "127.0.0.1:3";
    QTest::newRow("the last of two flags")
        << false << QStringList() << QStringList{QStringLiteral("http.listen=127.0.0.1:4"), flags[0]} << "127.0.0.1:3";
}

void TestSettings::laterSourcesWin()
{
    QFETCH(bool, file);
    QFETCH(QStringList, environment);
    QFETCH(QStringList, flags);
    const auto settings = Settings::load({file ? m_file : QString(), environment, flags});
    QVERIFY(settings.ok());
    QTEST(settings->text("http.listen"), "listen");
    QCOMPARE(settings->integer("http.workers"), file ? 5 : 4); // what a later source leaves alone stays
}

void TestSettings::saysWhereEachValueComesFrom()
{
    const auto settings = Settings::load(
        {m_file, {QStringLiteral("COUNTERSIGN_DATABASE__NAME=from_environment")}, {QStringLiteral("http.queue=7")}});
    QVERIFY(settings.ok());
    const QStringList lines = settings->print().split(QLatin1Char('\n'));
    for (const char *line : {"http.workers = 5  (file)", "database.name = from_environment  (environment)",
                             "http.queue = 7  (flag)", "database.port = 5432  (default)"})
        QVERIFY2(lines.contains(QLatin1String(line)), line);
}

void TestSettings::readsListsFromEverySource()
{
    const QStringList both{QStringLiteral("https://a.example"), QStringLiteral("https://b.example")};
    const QString text = both.join(QStringLiteral(", "));
    QCOMPARE(Settings::load({m_file, {}, {}})->list("http.cors_origins"), both);
    QCOMPARE(
        Settings::load({{}, {QStringLiteral("COUNTERSIGN_HTTP__CORS_ORIGINS=") + text}, {}})->list("http.cors_origins"),
        both);
    QCOMPARE(Settings::load({{}, {}, {QStringLiteral("http.cors_origins=") + text}})->list("http.cors_origins"), both);
    QCOMPARE(Settings::load({{}, {}, {}})->list("http.cors_origins"), QStringList());
}

void TestSettings::passesOverVariablesOfOthers()
{
    QCOMPARE(faultsOf({{},
                       {QStringLiteral("PATH=/bin"), QStringLiteral("COUNTERSIGN_SOAK=ci"),
                        QStringLiteral("HTTP__LISTEN=x")},
                       {}}),
             QStringList());
}

void TestSettings::namesEveryFaultOfEverySource()
{
    const QString file = fileWith("bad.toml", "[http]\nworkers = 65\nlistn = \"x\"\n");
    const QStringList faults =
        faultsOf({file, {QStringLiteral("COUNTERSIGN_HTTP__QUEUE=many")}, {QStringLiteral("scoring.thread=2")}});
    QCOMPARE(faults.size(), 4);
    QVERIFY2(faults.contains(QStringLiteral("http.workers: must be from 1 to 64, not 65 (file)")),
             qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(faults.contains(QStringLiteral("http.listn: is no setting (file); did you mean http.listen?")));
    QVERIFY(faults.contains(QStringLiteral("http.queue: must be a whole number, not 'many' (environment)")));
    QVERIFY(faults.contains(QStringLiteral("scoring.thread: is no setting (flag); did you mean scoring.threads?")));
}

void TestSettings::hidesSecrets()
{
    const auto settings = Settings::load({{}, {QStringLiteral("COUNTERSIGN_DATABASE__PASSWORD=tell-nobody")}, {}});
    QCOMPARE(settings->text("database.password"), QStringLiteral("tell-nobody"));
    QVERIFY(!settings->print().contains(QLatin1String("tell-nobody")));
    QVERIFY(settings->print().contains(QLatin1String("database.password = ***  (environment)")));
}

void TestSettings::theSampleIsAFileThatChangesNothing()
{
    const QString before = Settings::load({{}, {}, {}})->print();
    QCOMPARE(Settings::load({fileWith("sample.toml", Settings::sample().toUtf8()), {}, {}})->print(), before);
    // With every line switched on it says the same, as a file.
    QString all = Settings::sample();
    all.replace(QRegularExpression(QStringLiteral("^# ([a-z0-9_]+ = )"), QRegularExpression::MultilineOption),
                QStringLiteral("\\1"));
    const auto spelled = Settings::load({fileWith("all.toml", all.toUtf8()), {}, {}});
    QVERIFY(spelled.ok());
    QString expected = before;
    QCOMPARE(spelled->print(), expected.replace(QLatin1String("(default)"), QLatin1String("(file)")));
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
