// The folders of the plans above a plan: which of their files it needs, and
// taking over what it leaves to them.
//
// A parent is a plan folder named by `folder:` under `parents`, another git
// repository checked out beside this one, say.  One that is not there is no
// fault of the folder: what is left to it is not held, and the rules say so.
// The journal of a parent's interrupted commit is not read: its files are as
// its last finished commit left them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "folder/files.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

struct ParentFiles {
  std::vector<ParentPlan> parents;  // without their records; nearest first
  std::vector<FileEntry> files;     // of all of them, by path
};

// `sheet`: the bytes of the plan's own plan.yaml.  plan.yaml and awards.yaml of
// every plan above it, and the shelves of what is left to each.  A plan that is
// its own ancestor is taken once.
[[nodiscard]] ParentFiles parent_files(const std::string& root,
                                       std::string_view sheet);

// Puts what the plan leaves to its parents into its own lists, as far as it
// has nothing there itself: criteria with the scale, stages, figures and
// indicators that they are judged by; score tables; award forms; standards;
// occasions.  A kind without criteria is then judged as the parent's kind of
// the same id.
void take_over(Plan& plan);

}  // namespace thidua::folder
