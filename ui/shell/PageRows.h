// The pages of the side bar: who may open each, and the command that goes there.
#pragma once

#include "core/access/Permission.h"
#include "ui/widgets/Actions.h"

#include <span>

namespace countersign {

enum class PageId { Queue, Overrides, Audit, Administration };

struct PageRow {
    PageId id;
    const char *name; ///< English, context "Pages"
    ActionId go;
    PermissionSet anyOf; ///< one of them is needed
};

std::span<const PageRow> pageRows(); ///< from top to bottom

} // namespace countersign
