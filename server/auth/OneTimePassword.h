// Passwords that the product chooses, for a first sign-in.
#pragma once

#include <QString>

namespace countersign {

/// Four groups of five characters, `kx7mt-...`, without those that are read for one another: 99 random bits.
QString makeOneTimePassword();

} // namespace countersign
