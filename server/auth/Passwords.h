// Password hashes (Argon2id), a few at a time: each takes memory and a core for a tenth of a second.
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <condition_variable>
#include <mutex>

namespace countersign {

struct PasswordCost {
    unsigned long long operations = 3;
    std::size_t memory = 64u << 20; ///< bytes
    int atOnce = 2;
    int waiting = 6; ///< more are turned away: a worker that waits here serves nobody else
};

class Passwords {
public:
    explicit Passwords(const PasswordCost &cost = {});

    /// In libsodium's text form with salt and cost. Unavailable (`overloaded`) when too many wait.
    Result<QString> hash(const QString &password);

    /// Unavailable (`overloaded`) when too many wait; false also for a text that is no hash. Besides our own it takes the
    /// bcrypt hashes of imported users (`$2a$`, `$2b$`, `$2y$`, cost at most 15).
    Result<bool> verify(const QString &hash, const QString &password);

    /// Whether a hash is not of the kind and cost that hash() makes, so that it should be replaced when the password is known.
    bool isOutdated(const QString &hash) const;

    /// Takes the time of verify() and is never true: for users that do not exist.
    Result<bool> verifyNobody(const QString &password);

private:
    class Turn;
    bool enter();
    void leave();

    const PasswordCost m_cost;
    std::mutex m_mutex;
    std::condition_variable m_free;
    int m_running = 0;
    int m_waiting = 0;
};

} // namespace countersign
