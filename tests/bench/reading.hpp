// Commands that read the whole folder, beside parts of what they do.
#pragma once

#include <string>
#include <vector>

#include "measuring.hpp"

namespace bench {

// The bytes of every record of a folder.
[[nodiscard]] std::vector<std::string> read_records(const std::string& folder);

// Their places in the list; git only where the folder is a repository.
enum Reading : std::size_t {
  files,
  libyaml,
  trees,
  load,
  scoring,
  duties,
  check,
  score,
  git
};

// How many duties are open in a folder, late or not.
[[nodiscard]] std::size_t open_duties(const std::string& folder);

// `records` outlives what is returned.
[[nodiscard]] std::vector<Measurement> readings(
    const std::string& folder, const std::string& binary,
    const std::vector<std::string>& records);

}  // namespace bench
