// Where an application came from.
#pragma once

#include "core/base/EnumText.h"

namespace countersign {

enum class ApplicationSource { Web, Branch, Partner, Import, Api };

template <>
inline constexpr auto enumTexts<ApplicationSource> = std::array{
    EnumText{ApplicationSource::Web, "web"},         EnumText{ApplicationSource::Branch, "branch"},
    EnumText{ApplicationSource::Partner, "partner"}, EnumText{ApplicationSource::Import, "import"},
    EnumText{ApplicationSource::Api, "api"},
};

} // namespace countersign
