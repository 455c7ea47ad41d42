// Saves what widgets look like, for people to look at.
#pragma once

#include <QString>

class QWidget;

namespace countersign {

/// Writes build/screenshots/widgets/<name>-<light|dark>-<100|200>.png; false when it cannot or when the picture is of one
/// colour.
bool savePicture(QWidget &widget, const QString &name);

} // namespace countersign
