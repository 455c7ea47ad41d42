// Access tokens that nobody issued: each is a good one with one thing changed, most of them signed with the right key.
#pragma once

#include <QByteArray>
#include <QList>

namespace countersign {

struct ForgedToken {
    const char *name;
    QByteArray token;
};

/// `good` must be a token of the tests' analyst, signed with `secret` under the key name `now`.
QList<ForgedToken> forgedTokens(const QByteArray &good, const QByteArray &secret);

} // namespace countersign
