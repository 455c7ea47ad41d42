// Who uses a folder: so that the last one out, and nobody before, turns off what all of them share.
#pragma once

#include <QString>

namespace countersign {

/// A use lasts as long as this object, or as its process however that ends. Between processes and within one.
class SharedUse {
public:
    explicit SharedUse(const QString &lockFile); ///< made when it is missing
    ~SharedUse();
    Q_DISABLE_COPY_MOVE(SharedUse)

    /// True when nobody else uses it; whoever begins to from then on waits until this use has ended.
    bool isLast();

private:
    const int m_file; ///< descriptor; -1: the file cannot be made
};

} // namespace countersign
