// Encrypts the answers that are kept for repeated requests, with a key that the database never sees.
#pragma once

#include <QByteArray>

#include <optional>

namespace countersign {

class AnswerSeal {
public:
    /// `secret` is the key of a key file; what encrypts is derived from it and fits nothing else.
    explicit AnswerSeal(const QByteArray &secret);

    /// XChaCha20-Poly1305 under a random nonce. `place` is where the bytes are kept: they open nowhere else.
    QByteArray seal(const QByteArray &plain, const QByteArray &place) const;

    /// Nothing when the bytes were changed, moved, or sealed under another key.
    std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &place) const;

private:
    QByteArray m_key;
};

} // namespace countersign
