// How a model does on applications with known outcomes under the default policy.
#pragma once

#include "core/policy/OutcomeRates.h"
#include "server/ml/Scorer.h"
#include "server/ml/train/TrainingSet.h"

#include <QJsonObject>

namespace countersign {

struct Evaluation {
    double auc = 0;
    double gini = 0; ///< 2 AUC - 1
    double ks = 0;
    double brier = 0;   ///< of the probabilities without prior correction: those of the rows themselves
    double logLoss = 0; ///< the same
    OutcomeRates rates; ///< of the automatic decisions

    QJsonObject toJson() const;
};

struct EvaluationRows {
    QList<CreditDataRow> rows; ///< as many as the set has, in its order
    TrainingSet set;
};

EvaluationRows evaluationRows(const QList<CreditDataRow> &data, CreditDataPart part);

/// priorShift: what the calibration added for the portfolio (taken off again for Brier score and log loss).
Result<Evaluation> evaluate(const EvaluationRows &rows, const Scorer &scorer, double priorShift, double portfolioBadRate);

} // namespace countersign
