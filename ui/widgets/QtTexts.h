// What Qt itself writes into the window. It comes without Serbian, so our own translations carry these as well.
#pragma once

#include <QList>

namespace countersign {

struct QtText {
    const char *context;
    const char *source;
};

/// Buttons of dialogs and the menus of text fields, spin boxes and scroll bars.
QList<QtText> qtTexts();

} // namespace countersign
