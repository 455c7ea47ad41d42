// The facts of a case as labelled texts, group by group, for its tabs.
#pragma once

#include "core/api/CaseDtos.h"
#include "ui/widgets/FieldGrid.h"

namespace countersign {

QList<FieldText> applicantFacts(const api::CaseDetail &detail, QDate today);
QList<FieldText> financeFacts(const api::CaseDetail &detail);
QList<FieldText> bureauFacts(const api::CaseDetail &detail); ///< empty when the bureau was not asked

/// `1503•••••••••`: enough to compare with a document that lies on the table, not enough to copy.
QString maskedId(const QString &nationalId);

} // namespace countersign
