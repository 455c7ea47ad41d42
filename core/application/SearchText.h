// Names as people search for them: without case, diacritics and punctuation.
#pragma once

#include <QString>

namespace countersign {

/// `Đorđe Živković` becomes `djordje zivkovic dorde zivkovic`: đ is found as dj and as d. Words are separated by one
/// space; everything that is no letter or digit separates words.
QString searchText(const QString &name);

/// The same folding for what somebody typed; one spelling only, đ as dj.
QString searchTerm(const QString &typed);

} // namespace countersign
