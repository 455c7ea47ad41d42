#include "ui/widgets/QtTexts.h"

#include <QtGlobal>

#include <array>

namespace countersign {

namespace {

// lupdate reads the calls, so they stand here one by one.
constexpr std::array kTexts{
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "OK")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Save")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Save All")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Open")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Yes to &All")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "&No")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "N&o to All")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Abort")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Retry")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Ignore")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Close")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Discard")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Help")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Apply")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Reset")},
    QtText{"QPlatformTheme", QT_TRANSLATE_NOOP("QPlatformTheme", "Restore Defaults")},
    QtText{"QDialogButtonBox", QT_TRANSLATE_NOOP("QDialogButtonBox", "OK")},
    QtText{"QMessageBox", QT_TRANSLATE_NOOP("QMessageBox", "OK")},
    QtText{"QMessageBox", QT_TRANSLATE_NOOP("QMessageBox", "Show Details...")},
    QtText{"QMessageBox", QT_TRANSLATE_NOOP("QMessageBox", "Hide Details...")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "&Undo")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "&Redo")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "Cu&t")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "&Copy")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "&Paste")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "Delete")},
    QtText{"QLineEdit", QT_TRANSLATE_NOOP("QLineEdit", "Select All")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "&Undo")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "&Redo")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "Cu&t")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "&Copy")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "Copy &Link Location")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "&Paste")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "Delete")},
    QtText{"QWidgetTextControl", QT_TRANSLATE_NOOP("QWidgetTextControl", "Select All")},
    QtText{"QAbstractSpinBox", QT_TRANSLATE_NOOP("QAbstractSpinBox", "&Select All")},
    QtText{"QAbstractSpinBox", QT_TRANSLATE_NOOP("QAbstractSpinBox", "&Step up")},
    QtText{"QAbstractSpinBox", QT_TRANSLATE_NOOP("QAbstractSpinBox", "Step &down")},
    QtText{"QComboBox", QT_TRANSLATE_NOOP("QComboBox", "Open the combo box selection popup")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Scroll here")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Left edge")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Top")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Right edge")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Bottom")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Page left")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Page up")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Page right")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Page down")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Scroll left")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Scroll up")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Scroll right")},
    QtText{"QScrollBar", QT_TRANSLATE_NOOP("QScrollBar", "Scroll down")},
    QtText{"QTabBar", QT_TRANSLATE_NOOP("QTabBar", "Scroll Left")},
    QtText{"QTabBar", QT_TRANSLATE_NOOP("QTabBar", "Scroll Right")},
};

} // namespace

QList<QtText> qtTexts()
{
    return QList<QtText>(kTexts.begin(), kTexts.end());
}

} // namespace countersign
