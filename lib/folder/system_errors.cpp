#include "folder/system_errors.hpp"

namespace thidua::folder {

Failure cannot_read_folder(const std::string& path, int error) {
  return {ExitStatus::io,
          msg("cannot read the folder `{0}`: {1}", path, reason_of(error)),
          msg("check that it is there and that you may read it")};
}

}  // namespace thidua::folder
