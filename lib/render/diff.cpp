#include "render/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <sstream>
#include <vector>

#include "render/printable.hpp"

namespace thidua::render {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// dtl counts the lines of a file that is not there from 1; patch from 0.
std::string of_new_file(const std::string& line) {
  constexpr std::string_view counted = "@@ -1,0 ";
  return line.starts_with(counted) ? "@@ -0,0 " + line.substr(counted.size())
                                   : line;
}

std::string coloured(const std::string& line, const Style& style) {
  std::string text = printable(line);
  switch (line.empty() ? ' ' : line.front()) {
    case '+':
      return style(Ink::green, text);
    case '-':
      return style(Ink::red, text);
    case '@':
      return style(Ink::dim, text);
    default:
      return text;
  }
}

}  // namespace

std::string diff(const std::string* before, const FileChange& change,
                 const Style& style) {
  if (before != nullptr && *before == change.bytes) {
    return {};
  }
  dtl::Diff<std::string, Lines> lines(
      lines_of(before == nullptr ? std::string_view{} : *before),
      lines_of(change.bytes));
  lines.compose();
  lines.composeUnifiedHunks();
  std::ostringstream hunks;
  lines.printUnifiedFormat(hunks);
  std::string text = before == nullptr ? std::string("--- /dev/null\n")
                                       : fmt::format("--- a/{}\n", change.path);
  text += fmt::format("+++ b/{}\n", change.path);
  for (const std::string& line : lines_of(hunks.str())) {
    text +=
        coloured(before == nullptr ? of_new_file(line) : line, style) + "\n";
  }
  return text;
}

}  // namespace thidua::render
