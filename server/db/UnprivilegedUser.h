// Runs a program as somebody who is not root: PostgreSQL refuses to serve root.
#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <sys/types.h>

namespace countersign {

struct ProgramOutcome {
    int exitCode = 0;
    QString output; ///< standard output and error together
};

class UnprivilegedUser {
public:
    /// Ourselves, unless we are root: then `postgres`, or `nobody` where there is none, given access to `folder`, which must
    /// exist. Where a folder above it is closed to that user, it may look through it but not more.
    static Result<UnprivilegedUser> forFolder(const QString &folder);

    /// Makes a folder (0700) that belongs to this user, or checks that an existing one does.
    Result<void> ownFolder(const QString &path) const;
    Result<void> ownFile(const QString &path) const;

    /// Unavailable when the program could not be started or took longer than `timeoutSeconds`.
    Result<ProgramOutcome> run(const QString &program, const QStringList &arguments, int timeoutSeconds) const;

    uid_t uid() const { return m_uid; }

private:
    UnprivilegedUser(uid_t uid, gid_t gid, QStringList prefix) : m_uid(uid), m_gid(gid), m_prefix(std::move(prefix)) {}

    uid_t m_uid;
    gid_t m_gid;
    QStringList m_prefix; ///< the command that changes the user; empty when we are that user
};

} // namespace countersign
