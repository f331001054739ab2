// Text on its way into the formats of other programs, mail and calendars: no
// character of it can end a line or be a command there.
//
// All text out is valid UTF-8; each invalid byte of the text in is U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thidua {

// Every kind of line end is one \n; tabs stay, other control characters go.
[[nodiscard]] std::string plain_text(std::string_view text);

// The same on one line: line ends and tabs are spaces, of several spaces one
// stays, and none at the ends.
[[nodiscard]] std::string plain_line(std::string_view text);

// How many of the first `limit` bytes make whole characters; at least one
// character where there is any, so that a loop goes on.
[[nodiscard]] std::size_t whole_characters(std::string_view text,
                                           std::size_t limit);

}  // namespace thidua
