#include "base/system_errors.hpp"

#include <cerrno>
#include <cstring>

namespace thidua {

Argument reason_of(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return Word{N_("permission denied")};
    case ENOSPC:
      return Word{N_("no space left on device")};
    case EDQUOT:
      return Word{N_("disk quota exceeded")};
    case EROFS:
      return Word{N_("read-only file system")};
    case ENOENT:
      return Word{N_("no such file or directory")};
    case ENOTDIR:
      return Word{N_("not a directory")};
    case EISDIR:
      return Word{N_("is a directory")};
    case EIO:
      return Word{N_("input/output error")};
    case ELOOP:
      return Word{N_("too many levels of symbolic links")};
    case EXDEV:
      return Word{N_("invalid cross-device link")};
    case ENAMETOOLONG:
      return Word{N_("file name too long")};
    case EMFILE:
      return Word{N_("too many open files")};
    case EEXIST:
      return Word{N_("file exists")};
    default:
      return std::strerror(error);
  }
}

}  // namespace thidua
