// The form of an API key: `csk_`, 40 random letters and digits, and 6 more that check them.
#pragma once

#include <QByteArray>

#include <optional>

namespace countersign {

/// The fixed beginning and the checksum (CRC-32 of the 40, in base 62) let scanners of secrets find a key that was published,
/// and spare the database what was only mistyped.
class ApiKeyText {
public:
    static ApiKeyText make(); ///< 238 random bits

    /// Nothing for anything but the exact form.
    static std::optional<ApiKeyText> parse(QByteArrayView text);

    const QByteArray &text() const { return m_text; }
    /// What people tell keys apart by: the first 12 characters.
    QByteArray prefix() const { return m_text.first(12); }
    /// BLAKE2b, 32 bytes: all that is stored. The key is random, so nothing slow is needed.
    QByteArray hash() const;

private:
    explicit ApiKeyText(QByteArray text) : m_text(std::move(text)) {}

    QByteArray m_text;
};

} // namespace countersign
