#include "folder/journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "folder/layout.hpp"

namespace thidua::folder {
namespace {

constexpr std::string_view end_line = "end";

bool is_plain_segment(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." &&
         std::none_of(segment.begin(), segment.end(), [](char character) {
           return static_cast<unsigned char>(character) < 0x20;
         });
}

bool has_plain_segments(std::string_view path) {
  for (;;) {
    const std::size_t slash = path.find('/');
    if (!is_plain_segment(path.substr(0, slash))) {
      return false;
    }
    if (slash == std::string_view::npos) {
      return true;
    }
    path.remove_prefix(slash + 1);
  }
}

std::optional<StagedFile> read_line(std::string_view line) {
  StagedFile file;
  const char* const end = line.data() + line.size();
  const auto number = std::from_chars(line.data(), end, file.number);
  if (number.ec != std::errc{} || number.ptr == end || *number.ptr != ' ') {
    return std::nullopt;
  }
  file.path.assign(number.ptr + 1, end);
  return may_be_written(file.path) ? std::optional(file) : std::nullopt;
}

}  // namespace

std::string to_journal(const std::vector<StagedFile>& files) {
  std::string bytes;
  for (const StagedFile& file : files) {
    bytes += fmt::format("{} {}\n", file.number, file.path);
  }
  return bytes.append(end_line).append("\n");
}

std::optional<std::vector<StagedFile>> read_journal(std::string_view bytes) {
  std::vector<StagedFile> files;
  while (!bytes.empty()) {
    const std::size_t line_end = bytes.find('\n');
    if (line_end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view line = bytes.substr(0, line_end);
    bytes.remove_prefix(line_end + 1);
    if (line == end_line) {
      return bytes.empty() ? std::optional(std::move(files)) : std::nullopt;
    }
    auto file = read_line(line);
    if (!file) {
      return std::nullopt;
    }
    files.push_back(std::move(*file));
  }
  return std::nullopt;
}

bool may_be_written(std::string_view path) {
  const FileRole role = place_of(path).role;
  return has_plain_segments(path) &&
         (role == FileRole::record || role == FileRole::settings ||
          path == ".gitignore");
}

}  // namespace thidua::folder
