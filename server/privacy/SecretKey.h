// 32 secret bytes that leave nothing behind in memory.
#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace countersign {

class SecretKey {
public:
    static constexpr qsizetype kBytes = 32;

    static SecretKey random();
    /// Nothing when `bytes` has another length.
    static std::optional<SecretKey> fromBytes(QByteArrayView bytes);

    SecretKey(const SecretKey &) = default;
    SecretKey &operator=(const SecretKey &) = default;
    ~SecretKey();

    const unsigned char *data() const { return m_bytes.data(); }
    QByteArrayView view() const { return {m_bytes.data(), kBytes}; }

private:
    SecretKey() = default;
    std::array<unsigned char, kBytes> m_bytes{};
};

} // namespace countersign
