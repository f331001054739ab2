// A file of a plan folder and what it shall hold.
#pragma once

#include <string>

namespace thidua {

struct FileChange {
  std::string path;   // in the folder, with `/`; its folders are made
  std::string bytes;  // the whole new content
};

}  // namespace thidua
