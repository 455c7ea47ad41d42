// The file of the keys that sign access tokens.
#include "app/daemon/TokenKeyFile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;

class TestTokenKeyFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAKeyOnlyWhenAsked()
    {
        const QString path = m_folder.filePath(QStringLiteral("new/token.key"));
        QVERIFY(!readTokenKeys(path, false));
        const auto made = readTokenKeys(path, true);
        QCOMPARE(made->size(), 1);
        QCOMPARE(made->first().secret.size(), 32);
        QCOMPARE(readTokenKeys(path, false)->first().secret, made->first().secret);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void readsSeveralKeysInTheirOrder()
    {
        const auto keys = readTokenKeys(write("# since November\nnext " + QByteArray(64, 'b') + " # signs\n\nk1 " + QByteArray(64, '0') + "\n"), false);
        QVERIFY(keys);
        QCOMPARE(keys->size(), 2);
        QCOMPARE(keys->first().id, QByteArray("next"));
        QCOMPARE(keys->first().secret, QByteArray(32, char(0xbb)));
        QCOMPARE(keys->last().id, QByteArray("k1"));
    }

    void namesTheWrongLineAndNotItsContent()
    {
        for (const QByteArray &wrong : {QByteArray("next abc"), QByteArray(64, 'b'), "next " + QByteArray(64, 'g'), "a b " + QByteArray(64, 'b')}) {
            const auto keys = readTokenKeys(write("k1 " + QByteArray(64, '0') + "\n" + wrong + "\n"), false);
            QVERIFY2(!keys, wrong.constData());
            QVERIFY(keys.error().detail.contains(QLatin1String("on line 2;")));
            QVERIFY(!keys.error().detail.contains(QLatin1String(wrong)));
        }
        QVERIFY(!readTokenKeys(write("\n# nothing\n"), false));
    }

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("keys"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTokenKeyFile)
#include "tst_token_key_file.moc"
