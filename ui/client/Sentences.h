// What an error means for the person in front of the window, and what to do about it. Nowhere else.
#pragma once

#include "core/base/Error.h"

namespace countersign {

/// One or two sentences in the language in use.
QString sentenceFor(const Error &error);

/// What is wrong with one field of a form, for the line below it.
QString sentenceFor(const FieldError &fault);

} // namespace countersign
