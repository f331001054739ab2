#include "change/templates.hpp"

#include <algorithm>

#include "change/typed.hpp"
#include "data/embedded.hpp"
#include "yaml/tree.hpp"

namespace thidua::change {
namespace {

// The folder that a file of a template lies in.
std::string_view template_of(const embedded::File& file) {
  return file.path.substr(0, file.path.find('/'));
}

}  // namespace

std::vector<std::string_view> template_names() {
  std::vector<std::string_view> names;
  for (const embedded::File& file : embedded::templates()) {
    names.push_back(template_of(file));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<std::vector<FileChange>> template_files(std::string_view name) {
  std::vector<FileChange> files;
  for (const embedded::File& file : embedded::templates()) {
    if (template_of(file) == name) {
      files.push_back({std::string(file.path.substr(name.size() + 1)),
                       std::string(file.bytes)});
    }
  }
  if (files.empty()) {
    return unknown(N_("there is no template `{0}`"), name, template_names());
  }
  files.push_back(git_ignore());
  std::sort(
      files.begin(), files.end(),
      [](const FileChange& a, const FileChange& b) { return a.path < b.path; });
  return files;
}

FileChange git_ignore() {
  return {".gitignore", std::string(embedded::gitignore())};
}

std::vector<std::string> level_words() {
  Diagnostics none;
  const auto tree = yaml::read(embedded::levels(), 0, none);
  std::vector<std::string> words;
  for (const yaml::Node& item : tree->root().items()) {
    words.emplace_back(item.text());
  }
  return words;
}

}  // namespace thidua::change
