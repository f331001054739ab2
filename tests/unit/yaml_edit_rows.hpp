// Rows of a table: a file's bytes, a change, the bytes that come out.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml_texts.hpp"
#include "yaml/edit.hpp"

namespace thidua::yaml {

struct EditRow {
  std::string what;
  std::string before;
  std::function<void(Editor&)> change;
  std::string after;
};

inline Value mark(std::string_view grade) {
  return Value::map({{"grade", text(grade)}});
}

inline std::string edited(const std::string& before,
                          const std::function<void(Editor&)>& change) {
  Editor editor(before);
  change(editor);
  const auto result = editor.result();
  return result ? *result
                : fmt::format("refused {} at `{}`",
                              static_cast<int>(result.error().why),
                              result.error().place);
}

// The rows hold for LF and CRLF, with and without a byte order mark.
inline void check_edits(const std::vector<EditRow>& rows) {
  for (const EditRow& row : rows) {
    CAPTURE(row.what);
    CAPTURE(row.before);
    CHECK(edited(row.before, row.change) == row.after);
    const bool lines = row.before.find('\n') != std::string::npos;
    if (lines && row.before.find('\r') == std::string::npos) {
      const std::string mark = "\xEF\xBB\xBF";
      CHECK(edited(mark + with_crlf(row.before), row.change) ==
            mark + with_crlf(row.after));
    }
  }
}

}  // namespace thidua::yaml
