// A fuzz target of the YAML editor.
//
// The bytes are a file; changes drawn from them are made one on top of the
// other.  Each is refused, or does what was meant and leaves other lines alone.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

#include "unit/yaml_editing.hpp"

namespace {

using thidua::Severity;
using thidua::yaml::Change;
using thidua::yaml::Editor;
using thidua::yaml::Reading;

void check(const std::string& broken, const Change& change,
           const std::string& before, const std::string& after) {
  if (!broken.empty()) {
    std::fprintf(stderr, "broken: %s\nat: %s\nbefore:\n%s\nafter:\n%s\n",
                 broken.c_str(), to_string(change.path).c_str(), before.c_str(),
                 after.c_str());
    std::abort();
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const void* bytes = data;
  const std::string_view text(static_cast<const char*>(bytes), size);
  Reading reading(text);
  thidua::yaml::Draw draw(
      static_cast<unsigned>(std::hash<std::string_view>{}(text)));
  for (int k = 0; k < 3; ++k) {
    if (!reading.tree || reading.found.count(Severity::error) > 0) {
      return 0;
    }
    const Change change = random_change(reading.tree->root(), draw);
    Editor editor(reading.source);
    change.make(editor);
    if (const auto result = editor.result()) {
      check(broken_by(change, reading, *result), change, reading.source,
            *result);
      reading = Reading(*result);
    }
  }
  return 0;
}
