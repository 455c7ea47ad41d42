#include "ScriptedScorer.h"

#include "core/scoring/ScoreScale.h"

#include <algorithm>

namespace countersign {

ScriptedScorer::ScriptedScorer(const QString &bundle)
    : m_info{bundle, QString::fromLatin1(kFeatureSet), QStringLiteral("scripted")}
{
}

Result<std::vector<Scoring>> ScriptedScorer::score(std::span<const FeatureVector> rows) const
{
    if (isBroken)
        return Error{ErrorCode::Internal, QStringLiteral("model_failed"), QStringLiteral("broken on purpose"), {}};
    const auto &columns = featureColumns();
    const auto savings = std::size_t(std::find_if(columns.begin(), columns.end(), [](const FeatureColumn &column) {
                                         return column.feature == FeatureId::Savings;
                                     }) - columns.begin());
    std::vector<Scoring> scorings;
    for (const FeatureVector &row : rows) {
        const auto margin = float(ScoreScale::logOddsOfDefault(double(row[savings])));
        std::array<double, kFeatureCount> contributions{};
        contributions[std::size_t(FeatureId::DtiRatio)] = double(margin) + 2.5;
        scorings.push_back(makeScoring(margin, -2.5f, contributions, {1, 0}));
    }
    return scorings;
}

} // namespace countersign
