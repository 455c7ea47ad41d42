// The file that holds the key ring.
#pragma once

#include "server/privacy/KeyRing.h"

namespace countersign {

/// With `makeIfMissing` a new ring is written with mode 0600; otherwise a missing or wrong file is Invalid
/// (`bad_privacy_keys`) with one line that says what to do.
Result<KeyRing> readKeyFile(const QString &path, bool makeIfMissing);

/// Puts a new master key before the others and answers its number; the file is replaced as a whole or not at all.
Result<quint32> addKeyToFile(const QString &path);

} // namespace countersign
