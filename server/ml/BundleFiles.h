// The files of a model bundle as bytes, their common hash, and the folder they live in.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace countersign {

/// A bundle lives in a folder that is named by its hash, so a copy that was cut or altered gives itself away.
struct BundleFiles {
    QByteArray model;        ///< model.ubj
    QByteArray preprocessor; ///< preprocessor.json
    QByteArray calibration;  ///< calibration.json
    QByteArray manifest;     ///< manifest.json

    /// Over name, length and bytes of each file in the order above; 64 lower-case hexadecimal digits.
    QString sha256() const;

    /// Invalid (`bad_model_bundle`), in one line that names folder and fault: no folder, a file missing or too large, or a
    /// hash that is not the folder's name.
    static Result<BundleFiles> read(const QString &folder);

    /// Writes PARENT/<sha256>/ and returns its path; all or nothing. An equal bundle that is there already is kept.
    Result<QString> write(const QString &parent) const;

    friend bool operator==(const BundleFiles &, const BundleFiles &) = default;
};

/// The error that every fault of a bundle becomes.
Error badBundle(const QString &folder, const QString &fault);

} // namespace countersign
