#include "server/audit/Checkpoint.h"

#include "core/audit/ChainedEntry.h"
#include "core/json/Json.h"
#include "server/audit/ChainHash.h"

#include <sodium.h>

namespace countersign {

namespace {

/// What is on a line: everything as text.
struct Line {
    int format = 1;
    TenantId tenant;
    qint64 first = 1;
    qint64 sequence = 0;
    QString hash;
    Instant time;
    QString previous;
    QString marks;
    QString signature;
};

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1());
}

constexpr int kMaxMarksText = 1 << 20;

} // namespace

template <>
inline constexpr auto fieldsOf<Line> = record("Checkpoint",
    field("format", &Line::format, rule::range(1, 1)),
    field("tenant", &Line::tenant),
    field("first", &Line::first, rule::range(1, 1e15)),
    field("sequence", &Line::sequence, rule::range(1, 1e15)),
    field("hash", &Line::hash),
    field("time", &Line::time),
    field("previous", &Line::previous),
    field("marks", &Line::marks, rule::text(0, kMaxMarksText)),
    field("signature", &Line::signature));

QByteArray Checkpoint::signedBytes() const
{
    CanonicalWriter writer(1);
    writer.add(QByteArrayView("countersign audit checkpoint"))
        .add(tenant.uuid())
        .add(first)
        .add(sequence)
        .add(QByteArrayView(hash))
        .add(time)
        .add(QByteArrayView(previous))
        .add(QByteArrayView(marks));
    return writer.bytes();
}

QByteArray Checkpoint::digest() const
{
    return blake2b(signedBytes() + signature);
}

QByteArray toLine(const Checkpoint &checkpoint)
{
    return writeJson(Line{1, checkpoint.tenant, checkpoint.first, checkpoint.sequence, base64(checkpoint.hash), checkpoint.time,
                          base64(checkpoint.previous), base64(checkpoint.marks), base64(checkpoint.signature)});
}

Result<Checkpoint> checkpointFromLine(const QByteArray &text)
{
    const auto line = readJson<Line>(text);
    if (!line)
        return line.error();
    Checkpoint checkpoint{line->tenant, line->first, line->sequence, bytesOf(line->hash), line->time,
                          bytesOf(line->previous), bytesOf(line->marks), bytesOf(line->signature)};
    if (checkpoint.sequence < checkpoint.first || checkpoint.hash.size() != crypto_generichash_BYTES
        || checkpoint.marks.size() != (checkpoint.sequence - checkpoint.first + 1) * kMarkBytes)
        return Error{ErrorCode::Malformed, QStringLiteral("bad_checkpoint"), QStringLiteral("the checkpoint contradicts itself"), {}};
    return checkpoint;
}

CheckpointSigner::CheckpointSigner(const QByteArray &seed)
    : m_publicKey(crypto_sign_PUBLICKEYBYTES, '\0'), m_secretKey(crypto_sign_SECRETKEYBYTES, '\0')
{
    if (sodium_init() < 0 || seed.size() != crypto_sign_SEEDBYTES)
        qFatal("no key for checkpoints");
    crypto_sign_seed_keypair(reinterpret_cast<uchar *>(m_publicKey.data()), reinterpret_cast<uchar *>(m_secretKey.data()),
                             reinterpret_cast<const uchar *>(seed.constData()));
}

void CheckpointSigner::sign(Checkpoint &checkpoint) const
{
    const QByteArray bytes = checkpoint.signedBytes();
    checkpoint.signature.resize(crypto_sign_BYTES);
    crypto_sign_detached(reinterpret_cast<uchar *>(checkpoint.signature.data()), nullptr,
                         reinterpret_cast<const uchar *>(bytes.constData()), quint64(bytes.size()),
                         reinterpret_cast<const uchar *>(m_secretKey.constData()));
}

bool isSignedBy(const QByteArray &publicKey, const Checkpoint &checkpoint)
{
    const QByteArray bytes = checkpoint.signedBytes();
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && checkpoint.signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(reinterpret_cast<const uchar *>(checkpoint.signature.constData()),
                                       reinterpret_cast<const uchar *>(bytes.constData()), quint64(bytes.size()),
                                       reinterpret_cast<const uchar *>(publicKey.constData())) == 0;
}

} // namespace countersign
