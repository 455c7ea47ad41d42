// One-time codes beside the password: begin, confirm, remove.
#pragma once

#include "core/api/AuthDtos.h"
#include "server/service/AuthParts.h"

namespace countersign {

class SecondFactorService {
public:
    explicit SecondFactorService(const AuthParts &parts) : m_parts(parts) {}

    /// A secret that is shown this once; nothing changes before it is confirmed, and beginning again replaces it. Forbidden
    /// (`invalid_credentials`) for a wrong password, Conflict (`totp_enabled`) when codes are in force already.
    Result<api::TotpSecret> begin(const Actor &actor, const api::TotpBegin &request) const;

    /// From here on signing in needs a code. Forbidden (`invalid_credentials`) for a wrong code, Conflict (`totp_not_begun`).
    Result<> confirm(const Actor &actor, const api::TotpConfirm &request) const;

    /// Needs both, so that neither a stolen session nor a stolen phone is enough. Conflict (`totp_not_enabled`).
    Result<> remove(const Actor &actor, const api::TotpRemove &request) const;

private:
    const AuthParts m_parts;
};

} // namespace countersign
