// Reads records alone, for schema_agreement.py.
//
// Each line of standard input is `KIND<TAB>PATH`; its line of output is
// {"json": the record as the library reads its YAML, or null,
//  "ok": whether reading it found no error}.
// Exit status: 0 all read, 2 a line that is no such pair, or no such file.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "folder/layout.hpp"
#include "model/read.hpp"
#include "yaml/tree.hpp"

namespace {

using thidua::Diagnostics;
using thidua::folder::RecordKind;

// The shape of a record does not depend on its id, which its path says.
constexpr const char* some_id = "x";

void read_record(RecordKind kind, const thidua::yaml::Node& root,
                 Diagnostics& found) {
  switch (kind) {
    case RecordKind::plan:
      static_cast<void>(read_plan_sheet(root, found));
      break;
    case RecordKind::awards:
      static_cast<void>(read_awards(root, found));
      break;
    case RecordKind::clusters:
      static_cast<void>(read_clusters(root, found));
      break;
    case RecordKind::successions:
      static_cast<void>(read_successions(root, found));
      break;
    case RecordKind::criteria:
      static_cast<void>(read_criteria_set(root, some_id, found));
      break;
    case RecordKind::score_table:
      static_cast<void>(read_score_table(root, some_id, found));
      break;
    case RecordKind::frozen_table:
      static_cast<void>(read_frozen_table(root, some_id, found));
      break;
    case RecordKind::award_standard:
      static_cast<void>(read_award_standard(root, some_id, found));
      break;
    case RecordKind::unit:
      static_cast<void>(read_unit(root, some_id, found));
      break;
    case RecordKind::figures:
      static_cast<void>(read_figures(root, found));
      break;
    case RecordKind::results:
      static_cast<void>(read_results(root, found));
      break;
    case RecordKind::filings:
      static_cast<void>(read_filings(root, found));
      break;
    case RecordKind::scores:
      static_cast<void>(read_scorecard(root, found));
      break;
    case RecordKind::proposal:
      static_cast<void>(read_proposal(root, found));
      break;
    case RecordKind::rule_set:
      static_cast<void>(read_rule_set(root, some_id, found));
      break;
    case RecordKind::holidays:
      static_cast<void>(read_holidays(root, found));
      break;
    case RecordKind::base_wage:
      static_cast<void>(read_base_wages(root, found));
      break;
  }
}

std::string answer(RecordKind kind, std::string_view bytes) {
  Diagnostics found;
  const auto tree = thidua::yaml::read(bytes, 0, found);
  if (tree) {
    read_record(kind, tree->root(), found);
  }
  const bool ok = tree && found.count(thidua::Severity::error) == 0;
  return R"({"json": )" +
         (tree ? thidua::yaml::to_json(tree->root()) : "null") + R"(, "ok": )" +
         (ok ? "true}" : "false}");
}

std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const auto kind = thidua::folder::record_kind(line.substr(0, tab));
    const auto bytes = tab == std::string::npos
                           ? std::nullopt
                           : bytes_of(line.substr(tab + 1));
    if (!kind || !bytes) {
      std::cerr << "record_cli: no record: " << line << '\n';
      return 2;
    }
    std::cout << answer(*kind, *bytes) << '\n';
  }
  return EXIT_SUCCESS;
}
