#include "past.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/csv.hpp"
#include "folder/load.hpp"

namespace thidua::cmd {
namespace {

constexpr std::string_view lists_folder = "award-lists/";

// A heading in English or in Vietnamese.
std::optional<std::size_t> column_of(
    const CsvTable& table, const std::array<std::string_view, 3>& words) {
  for (const std::string_view word : words) {
    if (const auto column = table.column(word)) {
      return column;
    }
  }
  return std::nullopt;
}

std::string cell_of(const CsvRow& row, std::optional<std::size_t> column) {
  return column ? row.cells[*column] : std::string();
}

// Headings of a list, and its awards.
class ListReader {
 public:
  explicit ListReader(World& world) : world_(world) {}

  std::vector<PastAward> read(const std::string& path) {
    std::ifstream file(world_.path_of(path), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open()) {
      tell(msg("{0} cannot be read", path));
      return {};
    }
    const auto table = read_csv(bytes);
    if (table) {
      return awards_in(*table, path);
    }
    for (const CsvFault& fault : table.error()) {
      tell(msg("{0}:{1}: {2}", path, fault.line, world_.say(fault.what)));
    }
    return {};
  }

 private:
  void tell(const Message& trouble) {
    world_.complain("thidua: " + world_.say(trouble) + "\n");
  }

  std::vector<PastAward> awards_in(const CsvTable& table,
                                   const std::string& path) {
    const auto name = column_of(table, {"name", "tên", "họ tên"});
    const auto form = column_of(table, {"form", "hình thức", "hình thức khen"});
    const auto date = column_of(table, {"date", "ngày", "năm"});
    const auto document =
        column_of(table, {"document", "số quyết định", "quyết định"});
    std::vector<PastAward> awards;
    if (!name || !form) {
      tell(msg("{0}:{1}: the headings `name` and `form` are needed", path,
               table.line));
      return awards;
    }
    for (const CsvRow& row : table.rows) {
      if (row.cells[*name].empty() || row.cells[*form].empty()) {
        tell(msg("{0}:{1}: the name or the form is missing; left out", path,
                 row.line));
        continue;
      }
      awards.push_back({row.cells[*name], row.cells[*form], cell_of(row, date),
                        cell_of(row, document),
                        fmt::format("{}:{}", path, row.line)});
    }
    return awards;
  }

  World& world_;
};

}  // namespace

PastAwards load_past(World& world) {
  PastAwards past;
  ListReader lists(world);
  for (const std::string& path : world.plan().other_files) {
    if (path.starts_with(lists_folder) && path.ends_with(".csv")) {
      past.add(lists.read(path));
    }
  }
  for (const At<std::string>& path : world.plan().awards.history_in) {
    const auto other = folder::load_plan(world.path_of(path.value));
    if (other) {
      past.add(granted_in(**other, path.value + "/", world.today()));
    } else {
      world.complain(other.error());
    }
  }
  return past;
}

}  // namespace thidua::cmd
