// Keeps the refresh token between two starts: in the system's keychain, or nowhere.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace countersign {

/// Never the insecure fallback of a plain file. Every call returns at once; a keychain that asks its user or does not
/// answer holds nothing up.
class TokenStore : public QObject {
    Q_OBJECT

public:
    /// account: which token, e.g. the server's address.
    explicit TokenStore(QString account, QObject *parent = nullptr);

    /// Calls back with the kept token, or with an empty text.
    void read(std::function<void(const QString &token)> done);
    void write(const QString &token);
    void remove();

Q_SIGNALS:
    /// There is no keychain, or it refuses: the token stays in memory only. Said once.
    void notKept();

private:
    void sayNotKept();

    const QString m_account;
    bool m_said = false;
};

} // namespace countersign
