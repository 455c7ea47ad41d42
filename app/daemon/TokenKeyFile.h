// The keys that sign access tokens, in a file that only the daemon reads.
#pragma once

#include "server/auth/AccessTokens.h"

namespace countersign {

/// 32 bytes, which are one key named `k1`; or lines `NAME HEX` with 64 digits each, `#` begins a comment: the first signs,
/// all verify. To rotate, write the new key above the old one, reload every daemon, and drop the old one after the lifetime
/// of a token. With `makeIfMissing` a new random key is written with mode 0600; otherwise a missing file is Invalid
/// (`bad_token_key`) with one line that says how to make one. What is wrong is named by its line, never by its content.
Result<QList<TokenKey>> readTokenKeys(const QString &path, bool makeIfMissing);

} // namespace countersign
