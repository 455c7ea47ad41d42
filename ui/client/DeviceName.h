// By what a person recognises a session's device in a list: the workbench says its computer, others what they are.
#pragma once

#include <QString>

namespace countersign {

/// What goes out with every call (User-Agent): `Countersign (desk-17; Debian GNU/Linux 12)`, ASCII.
QString userAgentOfThisDevice();

struct DeviceName {
    QString device; ///< the computer's name, or what the other program calls itself; may be empty
    QString system; ///< the operating system; empty when it is not known
};
DeviceName deviceOf(const QString &userAgent);

} // namespace countersign
