// `countersignctl train`: its arguments, its errors, and the bundle it leaves behind.
#include "app/ctl/TrainCommand.h"
#include "server/ml/BundleScorer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;

namespace {

const QString kData = QStringLiteral(CREDIT_DATA);

QString reasonOf(const QStringList &arguments)
{
    const auto result = runTrain(arguments);
    return result ? QStringLiteral("it ran") : result.error().reason;
}

} // namespace

class TestTrainCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

private Q_SLOTS:
    void saysHowItIsUsed()
    {
        const QString out = m_directory.path();
        QCOMPARE(*runTrain({QStringLiteral("--help")}), 0);
        QCOMPARE(reasonOf({}), QStringLiteral("usage"));
        QCOMPARE(reasonOf({QStringLiteral("--data"), kData}), QStringLiteral("usage"));
        QCOMPARE(reasonOf({QStringLiteral("--data"), kData, QStringLiteral("--out"), out, QStringLiteral("more")}),
                 QStringLiteral("usage"));
        QCOMPARE(reasonOf({QStringLiteral("--sparkle")}), QStringLiteral("usage"));
        for (const char *rate : {"0", "1", "-0.1", "much"})
            QCOMPARE(reasonOf({QStringLiteral("--data"), kData, QStringLiteral("--out"), out,
                               QStringLiteral("--portfolio-bad-rate=") + QLatin1String(rate)}),
                     QStringLiteral("usage"));
        QVERIFY(runTrain({}).error().detail.contains(QLatin1String("--data")));
    }
    void saysWhatItCannotRead()
    {
        const QStringList out{QStringLiteral("--out"), m_directory.path()};
        const QString file = m_directory.filePath(QStringLiteral("letter.csv"));
        QCOMPARE(reasonOf(QStringList{QStringLiteral("--data"), file} + out), QStringLiteral("cannot_read"));
        QFile letter(file);
        QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("Dear Sir,\n") > 0);
        letter.close();
        QCOMPARE(reasonOf(QStringList{QStringLiteral("--data"), file} + out), QStringLiteral("malformed_data"));
    }
    void leavesABundleThatLoads()
    {
        const QString out = m_directory.filePath(QStringLiteral("models"));
        QCOMPARE(*runTrain({QStringLiteral("--data"), kData, QStringLiteral("--out"), out}), 0);
        const QStringList bundles = QDir(out).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(bundles.size(), 1);
        const auto scorer = BundleScorer::load(QDir(out).filePath(bundles.first()));
        QVERIFY(scorer);
        QCOMPARE((*scorer)->model().bundle, bundles.first());
    }
    void saysWhereItCannotWrite()
    {
        const QString file = m_directory.filePath(QStringLiteral("a-file"));
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        QCOMPARE(reasonOf({QStringLiteral("--data"), kData, QStringLiteral("--out"), file + QStringLiteral("/models")}),
                 QStringLiteral("cannot_write"));
    }
};

QTEST_GUILESS_MAIN(TestTrainCommand)
#include "tst_train_command.moc"
