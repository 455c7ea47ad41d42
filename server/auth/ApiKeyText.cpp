#include "server/auth/ApiKeyText.h"

#include <sodium.h>

#include <algorithm>

namespace countersign {

namespace {

constexpr char kBegin[] = "csk_";
constexpr qsizetype kBeginLength = sizeof kBegin - 1;
constexpr qsizetype kRandom = 40;
constexpr qsizetype kCheck = 6; ///< 62^6 > 2^32
constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// CRC-32 as in ISO 3309 and zip, most significant digit first.
QByteArray checkOf(QByteArrayView random)
{
    quint32 crc = ~0u;
    for (const char c : random) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1u)));
    }
    crc = ~crc;
    QByteArray check(kCheck, '0');
    for (qsizetype i = kCheck - 1; i >= 0; --i, crc /= 62)
        check[i] = kDigits[crc % 62];
    return check;
}

bool isDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

ApiKeyText ApiKeyText::make()
{
    QByteArray random(kRandom, Qt::Uninitialized);
    for (char &c : random)
        c = kDigits[randombytes_uniform(62)];
    return ApiKeyText(kBegin + random + checkOf(random));
}

std::optional<ApiKeyText> ApiKeyText::parse(QByteArrayView text)
{
    if (text.size() != kBeginLength + kRandom + kCheck || !text.startsWith(kBegin))
        return std::nullopt;
    const QByteArrayView random = text.sliced(kBeginLength, kRandom);
    if (!std::all_of(random.begin(), random.end(), isDigit) || checkOf(random) != text.last(kCheck))
        return std::nullopt;
    return ApiKeyText(text.toByteArray());
}

QByteArray ApiKeyText::hash() const
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), std::size_t(hash.size()),
                       reinterpret_cast<const uchar *>(m_text.constData()), std::size_t(m_text.size()), nullptr, 0);
    return hash;
}

} // namespace countersign
