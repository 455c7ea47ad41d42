// Which rows of the shipped data set the default model may learn from, and which it must never see.
#pragma once

#include <QtGlobal>

namespace countersign {

/// rowNumber counts data rows of the file from 1. About 60 % are for training; the choice depends on nothing but the
/// number (SplitMix64's finaliser), so trainer, demo and tests agree for ever.
constexpr bool isTrainingRow(int rowNumber)
{
    quint64 z = quint64(rowNumber) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return (z ^ (z >> 31)) % 100 < 60;
}

} // namespace countersign
