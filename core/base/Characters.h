// Length of a text as people and the database count it.
#pragma once

#include <QStringView>

namespace countersign {

/// Unicode characters: a pair of surrogates is one of them, as in PostgreSQL's char_length and JSON Schema's minLength.
inline qsizetype characterCount(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count)
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    return count;
}

} // namespace countersign
