// Runs a fuzz target without libFuzzer: over the files it is given, and over
// each broken by chance, the same way every time.
//
//   yaml_edit_fuzz --changes 2000 FILE ...

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "unit/yaml_mutator.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

void run(const std::string& bytes) {
  const void* data = bytes.data();
  LLVMFuzzerTestOneInput(static_cast<const std::uint8_t*>(data), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  int changes = 0;
  int first = 1;
  if (argc > 2 && std::string_view(argv[1]) == "--changes") {
    changes = std::atoi(argv[2]);
    first = 3;
  }
  thidua::yaml::Mutator mutated(20231110);
  for (int k = first; k < argc; ++k) {
    std::ifstream file(argv[k], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "cannot read %s\n", argv[k]);
      return EXIT_FAILURE;
    }
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    run(bytes);
    for (int change = 0; change < changes; ++change) {
      run(mutated(bytes));
    }
  }
  return first < argc ? EXIT_SUCCESS : EXIT_FAILURE;
}
