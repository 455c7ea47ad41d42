// The key that signs access tokens, in a file that only the daemon reads.
#pragma once

#include "server/auth/AccessTokens.h"

namespace countersign {

/// 32 bytes. With `makeIfMissing` a new random key is written with mode 0600; otherwise a missing file is Invalid
/// (`bad_token_key`) with one line that says how to make one.
Result<TokenKey> readTokenKey(const QString &path, bool makeIfMissing);

} // namespace countersign
