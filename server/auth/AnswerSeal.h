// Encrypts what the database keeps and must not read: stored answers, secrets of one-time codes.
#pragma once

#include <QByteArray>

#include <optional>

namespace countersign {

class AnswerSeal {
public:
    static constexpr char kStoredAnswers[] = "countersign: stored answers, 1";
    static constexpr char kOneTimeCodes[] = "countersign: one-time codes, 1";

    /// `secret` is the key of a key file; what encrypts is derived from it for `purpose` and fits nothing else.
    explicit AnswerSeal(const QByteArray &secret, const char *purpose = kStoredAnswers);

    /// XChaCha20-Poly1305 under a random nonce. `place` is where the bytes are kept: they open nowhere else.
    QByteArray seal(const QByteArray &plain, const QByteArray &place) const;

    /// Nothing when the bytes were changed, moved, or sealed under another key.
    std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &place) const;

private:
    QByteArray m_key;
};

} // namespace countersign
