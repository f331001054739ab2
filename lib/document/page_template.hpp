// A Mustache template filled with display texts.
#pragma once

#include <string>
#include <string_view>

#include "render/values.hpp"

namespace thidua::document {

// Every text is made safe to show and escaped for HTML, but those whose keys
// are `svg` and `css`, which are made by the program: {{{svg}}}.  Null, false
// and empty texts leave their sections out.
[[nodiscard]] std::string fill_page(std::string_view page,
                                    const render::Json& context);

}  // namespace thidua::document
