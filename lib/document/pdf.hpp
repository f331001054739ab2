// A Word document as PDF, through LibreOffice where it is installed.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace thidua::document {

// Starts `soffice` with a profile of its own in a temporary folder, which goes
// afterwards.  Refused where there is none, or where it makes no page.
[[nodiscard]] Result<std::string> to_pdf(std::string_view docx);

}  // namespace thidua::document
