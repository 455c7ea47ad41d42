#include "server/auth/Totp.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

#include <sodium.h>

namespace countersign::totp {

namespace {

constexpr qsizetype kSecretBytes = 20;

} // namespace

QByteArray makeSecret()
{
    QByteArray secret(kSecretBytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), std::size_t(secret.size()));
    return secret;
}

qint64 stepOf(Instant now)
{
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / kStep;
}

QString codeOf(const QByteArray &secret, qint64 step, int digits)
{
    QByteArray counter(sizeof(quint64), Qt::Uninitialized);
    qToBigEndian(quint64(step), counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = mac.back() & 0x0f;
    quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffff;
    QString code(digits, QLatin1Char('0'));
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        code[i] = QLatin1Char(char('0' + number % 10));
    return code;
}

std::optional<qint64> stepOfCode(const QByteArray &secret, const QString &code, Instant now, qint64 lastStep)
{
    const QByteArray given = code.toLatin1();
    std::optional<qint64> found;
    for (qint64 step = stepOf(now) - 1; step <= stepOf(now) + 1; ++step) {
        const QByteArray right = codeOf(secret, step).toLatin1();
        if (given.size() == right.size()
            && sodium_memcmp(given.constData(), right.constData(), std::size_t(right.size())) == 0 && step > lastStep)
            found = step;
    }
    return found;
}

QString toBase32(QByteArrayView bytes)
{
    constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8 | uchar(byte)) & 0xffff;
        for (held += 8; held >= 5; held -= 5)
            text += QLatin1Char(kAlphabet[bits >> (held - 5) & 0x1f]);
    }
    if (held > 0)
        text += QLatin1Char(kAlphabet[bits << (5 - held) & 0x1f]);
    return text;
}

QString otpauthUri(const QString &issuer, const QString &account, const QByteArray &secret)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return QStringLiteral("otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30")
        .arg(encoded(issuer), encoded(account), toBase32(secret));
}

} // namespace countersign::totp
