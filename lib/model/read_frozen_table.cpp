// frozen-tables/<id>.yaml, and what it is compared with.
#include "model/fields.hpp"
#include "model/frozen_table.hpp"
#include "model/read.hpp"

namespace thidua {
namespace {

// What says no rule: remarks, and the id that names the path.
bool is_left_out(std::string_view key) {
  return key == "note" || key == "source" || key == "id";
}

std::string name_of(const yaml::Node& item, std::size_t number) {
  const yaml::Node* id = item.find("id");
  return id != nullptr && id->is_scalar() ? std::string(id->text())
                                          : std::to_string(number);
}

void collect(const yaml::Node& node, const std::string& path,
             std::vector<RecordLine>& lines) {
  const auto below = [&](std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
  };
  if (node.is_scalar()) {
    lines.push_back({path, std::string(node.text()), node.span()});
  }
  for (const yaml::Entry& entry : node.entries()) {
    if (!is_left_out(entry.key.text())) {
      collect(entry.value, below(entry.key.text()), lines);
    }
  }
  std::size_t number = 0;
  for (const yaml::Node& item : node.items()) {
    collect(item, below(name_of(item, ++number)), lines);
  }
}

// "path: value", as the record holds it; a path has no `: `.
RecordLine read_line(const At<std::string>& text) {
  const std::size_t colon = std::min(text.value.find(": "), text.value.size());
  return {text.value.substr(0, colon),
          text.value.substr(std::min(colon + 2, text.value.size())), text.span};
}

}  // namespace

std::vector<RecordLine> rule_lines(const yaml::Node& root) {
  std::vector<RecordLine> lines;
  collect(root, {}, lines);
  return lines;
}

std::optional<FrozenTable> read_frozen_table(const yaml::Node& root,
                                             std::string id,
                                             Diagnostics& found) {
  Fields f(root, found);
  FrozenTable table;
  table.id = std::move(id);
  table.span = root.span();
  table.on = f.need<At<Date>>("frozen");
  table.by = f.text("by");
  for (const At<std::string>& line : f.need_list<At<std::string>>("rules")) {
    table.lines.push_back(read_line(line));
  }
  return f.finish(std::move(table));
}

}  // namespace thidua
