// Commits several files at once, as no command of today does by itself:
//
//   commit_cli FOLDER PATH=TEXT...
//
// It is a row of run_faults.py, which leads the journal through its faults.
#include <iostream>
#include <string>
#include <vector>

#include "folder/commit.hpp"

namespace {

int fail(const thidua::Failure& failure) {
  std::cerr << "thidua: " << say(failure.what, thidua::Language::en)
            << "\n  hint: " << say(failure.hint, thidua::Language::en) << "\n";
  return static_cast<int>(failure.status);
}

}  // namespace

int main(int argc, char** argv) {
  namespace folder = thidua::folder;
  const std::vector<std::string> words(argv + 1, argv + argc);
  std::vector<thidua::FileChange> changes;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::size_t equals = words[i].find('=');
    if (equals != std::string::npos) {
      changes.push_back(
          {words[i].substr(0, equals), words[i].substr(equals + 1) + "\n"});
    }
  }
  if (changes.empty()) {
    std::cerr << "commit_cli FOLDER PATH=TEXT...\n";
    return 2;
  }
  const auto lock =
      folder::lock_folder(words.front(), folder::LockKind::exclusive);
  if (!lock) {
    return fail(lock.error());
  }
  if (const auto failure = folder::finish_interrupted(*lock)) {
    return fail(*failure);
  }
  if (const auto failure = folder::commit(*lock, changes)) {
    return fail(*failure);
  }
  return 0;
}
