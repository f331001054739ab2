// Making a new plan folder: it is there with all of its files, or it is not
// there.
//
// The files are written into a hidden folder beside the place, which then takes
// its name by rename(2).  A folder that is there and empty stays the same
// folder, for somebody may be standing in it: the files are committed into it.
// What a run that was killed has left behind is taken over by the next one.
//
//   .NAME.thidua-new/   the folder on its way, locked by who makes it
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"

namespace thidua::folder {

// Why no plan folder can be made at the path, if none can: something is there
// already, the folder above is not, or it lies in a plan folder.
[[nodiscard]] std::optional<Failure> refuse_place(const std::string& path);

// Makes the folder; asks refuse_place() itself.
[[nodiscard]] std::optional<Failure> create_folder(
    const std::string& path, const std::vector<FileChange>& files);

}  // namespace thidua::folder
