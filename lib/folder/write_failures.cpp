#include "folder/write_failures.hpp"

#include <cerrno>

#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

Message way_out(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return msg("make room on the disk, then run the command again");
    case ELOOP:
    case ENOTDIR:
      return msg(
          "a link or a file stands where a folder or a record belongs; "
          "put the thing itself there");
    case EACCES:
    case EPERM:
    case EROFS:
      return msg("ask for the right to write there");
    case EXDEV:
      return msg("keep the whole folder on one disk");
    default:
      return msg("check the disk, then run the command again");
  }
}

}  // namespace

Failure cannot_write(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}; nothing was changed", trouble.path,
              reason_of(trouble.error)),
          way_out(trouble.error)};
}

Failure not_made(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}; no folder was made", trouble.path,
              reason_of(trouble.error)),
          way_out(trouble.error)};
}

Failure not_finished(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot finish an earlier change at `{0}`: {1}; nothing was "
              "changed now",
              trouble.path, reason_of(trouble.error)),
          way_out(trouble.error)};
}

Failure left_in_journal(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}; the change is kept and takes effect, "
              "and the next command that writes puts it into place",
              trouble.path, reason_of(trouble.error)),
          msg("mend the cause, then run `thidua check`")};
}

Failure not_confirmed(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("`{0}` is written, but the disk does not confirm it: {1}",
              trouble.path, reason_of(trouble.error)),
          msg("mend the cause, then run `thidua check`")};
}

Failure cannot_tell(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot read what an interrupted change left in `{0}`: {1}",
              trouble.path, reason_of(trouble.error)),
          trouble.error == EACCES
              ? msg("ask for the right to read it")
              : msg("check the disk, then run the command again")};
}

}  // namespace thidua::folder
