// What `thidua remind` sends, and what it remembers of that.
//
// With --state, each reminder goes to each receiver once for each step, and
// anew for a last day that was moved: it is written down before it goes out and
// after, so that a run that is killed leaves only what was on the way in doubt,
// and the next one says so.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/reminders.hpp"
#include "syntax.hpp"
#include "world.hpp"

namespace thidua::cmd {

struct PostOptions {
  std::string state;     // file of what was sent; empty: nothing is remembered
  std::string folder;    // --eml: letters are put there
  std::string sendmail;  // a command line
  std::string from;
  std::string settings;  // --config: of the user, never of the plan folder
  bool dry_run = false;
};

void add_post_options(Syntax& syntax, const Words& words, PostOptions& options);

// Prints what is not told yet.  How many reminders that were.
[[nodiscard]] Result<std::size_t> tell(
    World& world, const PostOptions& options,
    const std::vector<Reminder>& found,
    const std::function<std::string(const std::vector<Reminder>&)>& output);

// One letter to each address, and the names of those who have none.  Letters
// that could not be handed over are named, the others go out; then a Failure.
[[nodiscard]] Result<std::size_t> post_letters(
    World& world, const PostOptions& options,
    const std::vector<Reminder>& found);

}  // namespace thidua::cmd
