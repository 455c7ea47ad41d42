#include "server/privacy/SecretKey.h"

#include <sodium.h>

#include <algorithm>

namespace countersign {

SecretKey SecretKey::random()
{
    if (sodium_init() < 0)
        qFatal("libsodium finds no random numbers");
    SecretKey key;
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

std::optional<SecretKey> SecretKey::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != kBytes)
        return std::nullopt;
    SecretKey key;
    std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
    return key;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

} // namespace countersign
