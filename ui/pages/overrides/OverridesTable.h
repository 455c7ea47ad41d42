// The table of decisions that wait for a second person.
#pragma once

class QTableView;

namespace countersign {

class OverridesModel;

QTableView *makeOverridesTable(OverridesModel *model);

} // namespace countersign
