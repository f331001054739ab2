// A zip archive in memory, for Word documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace thidua::document {

struct ZipEntry {
  std::string name;
  std::string bytes;
};

// The files of an archive in its order.  Refused where the bytes are none, or
// hold more than 64 MiB: somebody may have sent them.
[[nodiscard]] Result<std::vector<ZipEntry>> unzip(std::string_view bytes);

// The same entries give the same bytes: all are dated 1/1/1980.
[[nodiscard]] std::string zip(const std::vector<ZipEntry>& entries);

}  // namespace thidua::document
