#include "writing.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <optional>
#include <sstream>

namespace bench {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

// A command and the one file that it writes.
struct Command {
  Words words;
  std::string file;
};

// Of a unit that has records of every kind in the folders of make_folder.py.
std::vector<Command> commands() {
  return {
      {{"add-unit", "Xóm Thử", "--kind", "hamlet", "--parent", "yen-lac"},
       "units/yen-lac/xom-thu.yaml"},
      {{"record", "yen-lac", "poor=20", "--period", "2023", "--as-of",
        "2023-12-20", "--source", "Rà soát"},
       "figures/2023/yen-lac.yaml"},
      {{"receive", "yen-lac", "--duty", "unit-report", "--year", "2024",
        "--date", "2024-11-01"},
       "filings/2024/yen-lac.yaml"},
      {{"score", "yen-lac", "--period", "2024", "--stage", "self", "--mark",
        "IV.2.b-1a=yes"},
       "scores/2024/yen-lac.yaml"},
      {{"propose-award", "tinh-tuc", "--form", "giay-khen-huyen", "--occasion",
        "annual-2023"},
       "proposals/annual-2023/tinh-tuc/giay-khen-huyen.yaml"},
  };
}

// Puts a file back to what it is now, or takes it away where there is none.
std::function<void()> put_back(const fs::path& file) {
  std::optional<std::string> bytes;
  if (std::ifstream stream(file, std::ios::binary); stream) {
    std::ostringstream all;
    all << stream.rdbuf();
    bytes = all.str();
  }
  return [file, bytes] {
    if (bytes) {
      std::ofstream(file, std::ios::binary) << *bytes;
    } else {
      fs::remove(file);
    }
  };
}

// Its bytes and its name.
void write_durably(const std::string& folder) {
  constexpr std::string_view bytes = "name: Xóm Thử\nkind: hamlet\n";
  const std::string draft = folder + "/.draft";
  const int file = open(draft.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  const bool written =
      write(file, bytes.data(), bytes.size()) >= 0 && fsync(file) == 0;
  close(file);
  fs::rename(draft, folder + "/units/.draft");
  const int names = open((folder + "/units").c_str(), O_RDONLY | O_CLOEXEC);
  if (!written || fsync(names) != 0) {
    fmt::print("cannot write in {}: its time means nothing\n", folder);
  }
  close(names);
}

}  // namespace

ScratchCopy::ScratchCopy(const std::string& folder)
    : path_(fs::path(folder + "/.").lexically_normal().parent_path().string() +
            ".scratch") {
  fs::remove_all(path_);
  fs::create_directory(path_);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != ".git") {
      fs::copy(entry.path(), path_ / entry.path().filename(),
               fs::copy_options::recursive);
    }
  }
}

ScratchCopy::~ScratchCopy() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<Measurement> writings(const ScratchCopy& copy,
                                  const std::string& binary) {
  std::vector<Measurement> list;
  for (const Command& command : commands()) {
    Words words{binary, "-C", copy.path(), "--today", "2025-03-31"};
    words.insert(words.end(), command.words.begin(), command.words.end());
    Words dry = words;
    dry.emplace_back("--dry-run");
    const std::string& name = command.words.front();
    const auto before = put_back(fs::path(copy.path()) / command.file);
    list.push_back({name + " --dry-run", [dry] { run_program(dry); }, before});
    list.push_back({name, [words] { run_program(words); }, before});
  }
  return list;
}

std::vector<Measurement> yardsticks(const std::string& folder,
                                    const ScratchCopy& copy) {
  const std::string path = copy.path();
  std::vector<Measurement> list{
      {"write one file durably", [path] { write_durably(path); }, {}}};
  if (fs::exists(folder + "/.git")) {
    list.push_back(git_status(folder));
  }
  return list;
}

}  // namespace bench
