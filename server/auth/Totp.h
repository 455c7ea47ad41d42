// One-time codes by time (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, 6 digits, 30 seconds.
#pragma once

#include "core/base/Instant.h"

#include <QByteArray>

#include <optional>

namespace countersign::totp {

inline constexpr std::chrono::seconds kStep{30};
inline constexpr int kDigits = 6;

/// 160 random bits, as RFC 4226 recommends.
QByteArray makeSecret();

/// The number of steps since 1970.
qint64 stepOf(Instant now);

/// RFC 4226, section 5.3.
QString codeOf(const QByteArray &secret, qint64 step, int digits = kDigits);

/// The step that `code` belongs to: the current one, the one before or the one after (clocks differ). Only steps after
/// `lastStep` count, so that no code is good twice. Compared in constant time.
std::optional<qint64> stepOfCode(const QByteArray &secret, const QString &code, Instant now, qint64 lastStep);

/// RFC 4648, without padding.
QString toBase32(QByteArrayView bytes);

/// For a QR code: otpauth://totp/ISSUER:ACCOUNT?secret=...
QString otpauthUri(const QString &issuer, const QString &account, const QByteArray &secret);

} // namespace countersign::totp
