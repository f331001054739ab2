// Handing one letter (RFC 5322, post/mail.hpp) to who carries it on: a folder,
// or a program such as `msmtp -t`.  A Failure (io) says that it was not handed
// over, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace thidua::post {

// Puts the file `STEM.eml` into the folder, which must be there, whole and
// confirmed by the disk.  The same letter there already is fine: an interrupted
// run is repeated so.  Another one under this name is never overwritten; that
// is a Failure.  A stem with `/` or with a dot before it is a mistake of the
// caller (std::invalid_argument).
[[nodiscard]] std::optional<Failure> put_into_folder(const std::string& folder,
                                                     const std::string& stem,
                                                     std::string_view letter);

// Runs the command line in /bin/sh with the letter as its standard input, and
// waits for its end.  What it prints comes out on our standard error.  It need
// not read the letter; ending with another status than 0, or by a signal, is a
// Failure.  No file that we have open with O_CLOEXEC, as all ours are, is open
// in it.
[[nodiscard]] std::optional<Failure> give_to_command(const std::string& command,
                                                     std::string_view letter);

}  // namespace thidua::post
