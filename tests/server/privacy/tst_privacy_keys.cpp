#include "server/privacy/KeyFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace countersign;

namespace {

TenantId tenant(int n)
{
    return TenantId(QUuid::createUuidV5(QUuid(), QStringLiteral("tenant %1").arg(n)));
}

PersonId person(int n)
{
    return PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("person %1").arg(n)));
}

KeyRing ringOf(const QByteArray &text)
{
    auto ring = KeyRing::parse(text);
    if (!ring)
        qFatal("%s", qPrintable(ring.error().detail));
    return std::move(*ring);
}

QByteArray line(const char *name, char digit)
{
    return QByteArray(name) + ' ' + QByteArray(64, digit) + '\n';
}

} // namespace

class TestPrivacyKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedOpensInItsPlace_data();
    void whatIsSealedOpensInItsPlace();
    void everyFlippedBitIsRefused();
    void everyCutAndEveryAdditionIsRefused();
    void anotherPlaceIsRefused();
    void anotherKeyIsRefused();
    void theSameValueIsNeverSealedAlike();
    void wrongFilesAreRefusedByLineAndWithoutTheirContent_data();
    void wrongFilesAreRefusedByLineAndWithoutTheirContent();
    void aNewMasterKeyComesFirstAndTheOldOneStillOpens();
    void withoutTheMasterKeyNothingOpens();
    void hashesDependOnTenantKindAndKey();
    void aProofTellsKeysApart();
    void aMadeFileIsForItsOwnerAlone();
    void aFileThatOthersCanReadOrChangeIsRefused();
    void aMissingFileSaysWhatToDo();
    void ofManyThatMakeTheFileAllGetTheSameKeys();
};

void TestPrivacyKeys::whatIsSealedOpensInItsPlace_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a name") << QByteArray("Živka Đorđević");
    QTest::newRow("every byte") << [] {
        QByteArray bytes(256, '\0');
        for (int i = 0; i < 256; ++i)
            bytes[i] = char(i);
        return bytes;
    }();
    QTest::newRow("a page") << QByteArray(4096, 'x');
}

void TestPrivacyKeys::whatIsSealedOpensInItsPlace()
{
    QFETCH(QByteArray, plain);
    const SecretKey key = SecretKey::random();
    const SealPlace place{tenant(1), person(1).uuid(), "sealed_name"};
    const QByteArray sealed = seal(key, 7, place, plain);
    QCOMPARE(sealed.size(), plain.size() + 45);
    QCOMPARE(keyNumberOf(sealed), std::optional<quint32>(7));
    QVERIFY(plain.isEmpty() || !sealed.contains(plain));
    const auto opened = unseal(key, place, sealed);
    QVERIFY(opened);
    QCOMPARE(*opened, plain);
}

void TestPrivacyKeys::everyFlippedBitIsRefused()
{
    const SecretKey key = SecretKey::random();
    const SealPlace place{tenant(1), person(1).uuid(), "sealed_name"};
    const QByteArray sealed = seal(key, 7, place, "Živka Đorđević");
    for (qsizetype i = 0; i < sealed.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ (1 << bit));
            const auto opened = unseal(key, place, changed);
            QVERIFY2(!opened, qPrintable(QStringLiteral("byte %1, bit %2").arg(i).arg(bit)));
            QCOMPARE(opened.error().reason, QStringLiteral("unsealable"));
        }
}

void TestPrivacyKeys::everyCutAndEveryAdditionIsRefused()
{
    const SecretKey key = SecretKey::random();
    const SealPlace place{tenant(1), person(1).uuid(), "sealed_name"};
    const QByteArray sealed = seal(key, 7, place, "Živka Đorđević");
    for (qsizetype length = 0; length < sealed.size(); ++length) {
        QVERIFY(!unseal(key, place, sealed.first(length)));
        QVERIFY(!unseal(key, place, sealed.last(length)));
    }
    QVERIFY(!unseal(key, place, sealed + '\0'));
    QVERIFY(!unseal(key, place, '\0' + sealed));
}

void TestPrivacyKeys::anotherPlaceIsRefused()
{
    const SecretKey key = SecretKey::random();
    const QByteArray sealed = seal(key, 0, {tenant(1), person(1).uuid(), "sealed_name"}, "Živka");
    QVERIFY(unseal(key, {tenant(1), person(1).uuid(), "sealed_name"}, sealed));
    QVERIFY(!unseal(key, {tenant(2), person(1).uuid(), "sealed_name"}, sealed));
    QVERIFY(!unseal(key, {tenant(1), person(2).uuid(), "sealed_name"}, sealed));
    QVERIFY(!unseal(key, {tenant(1), person(1).uuid(), "sealed_person"}, sealed));
    QVERIFY(!unseal(key, {tenant(1), person(1).uuid(), ""}, sealed));
}

void TestPrivacyKeys::anotherKeyIsRefused()
{
    const SealPlace place{tenant(1), person(1).uuid(), "sealed_name"};
    const QByteArray sealed = seal(SecretKey::random(), 0, place, "Živka");
    QVERIFY(!unseal(SecretKey::random(), place, sealed));
}

void TestPrivacyKeys::theSameValueIsNeverSealedAlike()
{
    const SecretKey key = SecretKey::random();
    const SealPlace place{tenant(1), person(1).uuid(), "sealed_name"};
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(seal(key, 0, place, "Živka"));
    QCOMPARE(seen.size(), 1000);
}

void TestPrivacyKeys::wrongFilesAreRefusedByLineAndWithoutTheirContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray good = line("lookup", 'a') + line("key 1", 'b');
    QTest::newRow("empty") << QByteArray() << "line 1 ";
    QTest::newRow("no lookup") << line("key 1", 'b') << "line 2 ";
    QTest::newRow("no key") << line("lookup", 'a') << "line 2 ";
    QTest::newRow("short") << good + "key 2 abcd\n"
                           << "line 3 ";
    QTest::newRow("no hexadecimal digits") << good + line("key 2", 'z') << "line 3 ";
    QTest::newRow("number zero") << good + line("key 0", 'c') << "line 3 ";
    QTest::newRow("negative number") << good + line("key -1", 'c') << "line 3 ";
    QTest::newRow("twice the same number") << good + line("key 1", 'c') << "line 3 ";
    QTest::newRow("two lookup keys") << good + line("lookup", 'c') << "line 3 ";
    QTest::newRow("unknown word") << good + line("kee 2", 'c') << "line 3 ";
    QTest::newRow("not text") << good + QByteArray("\x00\xff\x80\n", 4) << "line 3 ";
}

void TestPrivacyKeys::wrongFilesAreRefusedByLineAndWithoutTheirContent()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto ring = KeyRing::parse(text);
    QVERIFY(!ring);
    QCOMPARE(ring.error().reason, QStringLiteral("bad_privacy_keys"));
    QVERIFY2(ring.error().detail.startsWith(says), qPrintable(ring.error().detail));
    for (const char digit : {'a', 'b', 'c', 'z'})
        QVERIFY(!ring.error().detail.contains(QString(4, QLatin1Char(digit))));
}

void TestPrivacyKeys::aNewMasterKeyComesFirstAndTheOldOneStillOpens()
{
    const QByteArray text = KeyRing::makeText();
    const KeyRing old = ringOf(text);
    QCOMPARE(old.currentNumber(), 1u);
    const SecretKey key = SecretKey::random();
    const QByteArray wrapped = old.wrap(tenant(1), person(1), key);

    const auto longer = KeyRing::withNewKey(text);
    QVERIFY(longer);
    const KeyRing ring = ringOf(*longer);
    QCOMPARE(ring.currentNumber(), 2u);
    QCOMPARE(ring.numbers(), (QList<quint32>{1, 2}));
    const auto unwrapped = ring.unwrap(tenant(1), person(1), wrapped);
    QVERIFY(unwrapped);
    QCOMPARE(unwrapped->view(), key.view());
    QCOMPARE(keyNumberOf(ring.wrap(tenant(1), person(1), key)), std::optional<quint32>(2));
    QCOMPARE(ring.lookupHash(tenant(1), LookupKind::Email, QStringLiteral("a@b.c")),
             old.lookupHash(tenant(1), LookupKind::Email, QStringLiteral("a@b.c")));
}

void TestPrivacyKeys::withoutTheMasterKeyNothingOpens()
{
    const QByteArray text = KeyRing::makeText();
    const KeyRing both = ringOf(*KeyRing::withNewKey(text));
    const QByteArray wrapped = both.wrap(tenant(1), person(1), SecretKey::random());
    const auto missing = ringOf(text).unwrap(tenant(1), person(1), wrapped);
    QVERIFY(!missing);
    QCOMPARE(missing.error().reason, QStringLiteral("privacy_key_missing"));
    QVERIFY(missing.error().detail.contains(QStringLiteral("master key 2")));
    QVERIFY(!both.unwrap(tenant(2), person(1), wrapped));
    QVERIFY(!both.unwrap(tenant(1), person(2), wrapped));
    QVERIFY(!both.unwrap(tenant(1), person(1), QByteArray()));
}

void TestPrivacyKeys::hashesDependOnTenantKindAndKey()
{
    const QString text = QStringLiteral("1503985710001");
    const QByteArray keyLine = line("key 1", 'b');
    const KeyRing ring = ringOf(line("lookup", 'a') + keyLine);
    const QByteArray hash = ring.lookupHash(tenant(1), LookupKind::NationalId, text);
    QCOMPARE(hash.size(), KeyRing::kHashBytes);
    QCOMPARE(ringOf(line("lookup", 'a') + line("key 1", 'c')).lookupHash(tenant(1), LookupKind::NationalId, text),
             hash);
    QVERIFY(ring.lookupHash(tenant(2), LookupKind::NationalId, text) != hash);
    QVERIFY(ring.lookupHash(tenant(1), LookupKind::Phone, text) != hash);
    QVERIFY(ring.lookupHash(tenant(1), LookupKind::NationalId, text + u'0') != hash);
    QVERIFY(ringOf(line("lookup", 'c') + keyLine).lookupHash(tenant(1), LookupKind::NationalId, text) != hash);
}

void TestPrivacyKeys::aProofTellsKeysApart()
{
    const KeyRing ring = ringOf(KeyRing::makeText());
    const KeyRing other = ringOf(KeyRing::makeText());
    for (const quint32 number : {0u, 1u}) {
        QVERIFY(ring.isProof(number, ring.proofOf(number)));
        QVERIFY(!other.isProof(number, ring.proofOf(number)));
    }
    QVERIFY(!ring.isProof(0, ring.proofOf(1)));
    QVERIFY(!ring.isProof(2, ring.proofOf(1)));
}

void TestPrivacyKeys::aMadeFileIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deep/privacy.key"));
    QVERIFY(readKeyFile(path, true));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const auto added = addKeyToFile(path);
    QVERIFY(added);
    QCOMPARE(*added, 2u);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const auto again = readKeyFile(path, true);
    QVERIFY(again);
    QCOMPARE(again->currentNumber(), 2u);
}

void TestPrivacyKeys::aMissingFileSaysWhatToDo()
{
    const auto missing = readKeyFile(QStringLiteral("/nowhere/privacy.key"), false);
    QVERIFY(!missing);
    QVERIFY(missing.error().detail.contains(QStringLiteral("/nowhere/privacy.key cannot be read")));
    QVERIFY(missing.error().detail.contains(QStringLiteral("backup")));
}

void TestPrivacyKeys::aFileThatOthersCanReadOrChangeIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("privacy.key"));
    QVERIFY(readKeyFile(path, true));
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    for (const QFile::Permission more : {QFile::ReadOther, QFile::WriteOther, QFile::WriteGroup}) {
        QVERIFY(QFile::setPermissions(path, owner | more));
        const auto refused = readKeyFile(path, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, QStringLiteral("open_privacy_keys"));
        QVERIFY(refused.error().detail.contains(QStringLiteral("chmod 600 ") + path));
        QVERIFY(!addKeyToFile(path));
    }
    QVERIFY(QFile::setPermissions(path, owner | QFile::ReadGroup)); // root's file, the daemon's group
    QVERIFY(readKeyFile(path, false));
}

void TestPrivacyKeys::ofManyThatMakeTheFileAllGetTheSameKeys()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("privacy.key"));
    QList<QByteArray> proofs(8);
    std::vector<std::thread> makers;
    for (QByteArray &proof : proofs)
        makers.emplace_back([&path, &proof] { proof = readKeyFile(path, true)->proofOf(0); });
    for (std::thread &maker : makers)
        maker.join();
    const auto ring = readKeyFile(path, false);
    QVERIFY(ring);
    for (const QByteArray &proof : proofs)
        QVERIFY(ring->isProof(0, proof));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("privacy.key")});
}

QTEST_GUILESS_MAIN(TestPrivacyKeys)
#include "tst_privacy_keys.moc"
