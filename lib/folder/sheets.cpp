#include "folder/sheets.hpp"

#include <fcntl.h>

#include "folder/files.hpp"
#include "folder/system_errors.hpp"

namespace thidua::folder {

Result<std::string> read_sheet(const std::string& path, std::size_t limit) {
  FileBytes file = read_file(AT_FDCWD, path, limit);
  if (!file.ok) {
    return Failure{
        ExitStatus::io,
        msg("cannot read the sheet `{0}`: {1}", path, reason_of(file.error)),
        msg("check the path")};
  }
  return std::move(file.bytes);
}

}  // namespace thidua::folder
