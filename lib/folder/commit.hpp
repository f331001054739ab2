// Changing files of a plan folder: all of the changes or none.
//
// New bytes are first written and synced under `.thidua/` in the folder.  One
// file then takes its place by rename(2).  Several, or one whose folder has to
// be made, go through a journal: the list of renames is synced before the
// first of them, so that a commit which is interrupted can be finished by the
// next writer and is seen as finished by every reader meanwhile.  Nobody
// repairs anything by hand.
//
//   .thidua/0, .thidua/1 …   new bytes
//   .thidua/journal          `0 units/xa-mau.yaml` …, and a last line `end`
//
// A folder may come from anywhere, its journal too: it can name only files of
// a plan folder, and no link is followed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "folder/lock.hpp"

namespace thidua::folder {

// `lock` is exclusive.  Finishes an interrupted commit first.  A Failure says
// what the system refused and what has become of the change: nothing was
// changed; or it was in the journal already and the next reader sees it whole;
// or it is in place, and only the disk has not confirmed it.
[[nodiscard]] std::optional<Failure> commit(
    const Lock& lock, const std::vector<FileChange>& changes);

// Puts into place what an interrupted commit left; needs an exclusive lock.
[[nodiscard]] std::optional<Failure> finish_interrupted(const Lock& lock);

// Path -> bytes of what an interrupted commit has still to put into place; a
// Failure when that cannot be read.
[[nodiscard]] Result<std::map<std::string, std::string>> pending_changes(
    int root_descriptor);

}  // namespace thidua::folder
