// `countersignctl tenants`, `users` and `jobs`: what operators do before anybody can sign in, after everybody was locked
// out, or about the installation as a whole.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace countersign {

/// Invalid (`usage`) with every verb for wrong arguments. One-time passwords are printed once. The record names the system
/// as the actor, because nobody is signed in.
Result<int> runTenants(const QStringList &arguments);
Result<int> runUsers(const QStringList &arguments);
Result<int> runJobs(const QStringList &arguments);

} // namespace countersign
