// A fuzz target of the YAML reader.
//
// Whatever the bytes, the reading keeps what the unit tests ask of it.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "unit/yaml_reading.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const void* bytes = data;
  const std::string_view text(static_cast<const char*>(bytes), size);
  const std::string broken = thidua::yaml::Invariants(text).broken();
  if (!broken.empty()) {
    std::fprintf(stderr, "broken: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
