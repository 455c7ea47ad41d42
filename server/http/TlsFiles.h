// The certificate and key of the listener, read from files.
#pragma once

#include "core/base/Result.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QSslConfiguration)

namespace countersign {

struct TlsFiles {
    QString certificate; ///< PEM, the chain with the server's own first
    QString key;         ///< PEM, RSA or EC, without a passphrase
};

/// TLS 1.2 or later. Invalid (`bad_certificate`, `bad_key`) with the file's name in the detail.
Result<QSslConfiguration> readTls(const TlsFiles &files);

} // namespace countersign
