#include "yaml/block.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "yaml/quoting.hpp"

namespace thidua::yaml {
namespace {

void add(LineList& lines, LineList more) {
  std::move(more.begin(), more.end(), std::back_inserter(lines));
}

bool on_one_line(const Value& value) {
  return value.kind == Kind::scalar || value.flow ||
         value.is_empty_collection();
}

std::string one_line(const Value& value) {
  return value.kind == Kind::scalar ? inline_scalar(value, Where::block)
                                    : flow_text(value);
}

}  // namespace

LineList comment_lines(std::string_view comment, std::size_t indent) {
  LineList lines;
  while (!comment.empty()) {
    const std::size_t end = std::min(comment.find('\n'), comment.size());
    const std::string_view text = comment.substr(0, end);
    lines.push_back(std::string(indent, ' ') + (text.empty() ? "#" : "# ") +
                    std::string(text));
    comment.remove_prefix(std::min(end + 1, comment.size()));
  }
  return lines;
}

LineList block_entry(const Member& member, std::size_t indent,
                     const BlockStyle& style) {
  LineList lines = comment_lines(member.comment, indent);
  const std::string key =
      std::string(indent, ' ') + inline_key(member.key, Where::block) + ":";
  if (on_one_line(member.value)) {
    lines.push_back(key + " " + one_line(member.value));
    return lines;
  }
  lines.push_back(key);
  const bool list = member.value.kind == Kind::sequence;
  add(lines, block_lines(member.value, indent + (list ? style.dash : style.map),
                         style));
  return lines;
}

LineList block_item(const Value& item, std::size_t indent,
                    const BlockStyle& style) {
  if (on_one_line(item)) {
    return {std::string(indent, ' ') + "- " + one_line(item)};
  }
  LineList lines = block_lines(item, indent + 2, style);
  lines.front().at(indent) = '-';
  return lines;
}

LineList block_lines(const Value& collection, std::size_t indent,
                     const BlockStyle& style) {
  LineList lines;
  for (const Value& item : collection.items) {
    add(lines, block_item(item, indent, style));
  }
  for (const Member& member : collection.members) {
    add(lines, block_entry(member, indent, style));
  }
  return lines;
}

}  // namespace thidua::yaml
