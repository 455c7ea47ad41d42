// Whether the keys of this process are the keys of the database.
#pragma once

#include "server/db/Database.h"
#include "server/privacy/KeyRing.h"

namespace countersign {

/// Whether something may have been stored already that needs a key: then a new one would not help.
Result<bool> needsKeys(Database &database);

/// Retired keys are not needed. Compares the ring with the proofs that the database holds. Unavailable (`privacy_key_missing`) when data may be wrapped
/// with a key that the ring does not hold or holds differently: then nothing may be served or stored.
Result<void> compareKeys(Database &database, const KeyRing &keys);

/// compareKeys(), and the proofs of keys that are new to the database are added.
Result<void> checkKeys(Database &database, const KeyRing &keys, Instant now);

} // namespace countersign
