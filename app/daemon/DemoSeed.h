// The tenant and the users of the demo, and its first policy and model.
#pragma once

#include "server/auth/Passwords.h"
#include "server/ml/ModelBundle.h"
#include "server/service/BootstrapService.h"

namespace countersign {

/// Does nothing to what is there already. All users have `password`.
Result<void> seedDemo(const BootstrapService &bootstrap, Passwords &passwords, const QString &password,
                      const std::optional<ModelBundle> &model);

} // namespace countersign
