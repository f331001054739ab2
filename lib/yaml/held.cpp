// The tree says where keys and values are.  Dashes, colons and the `?` of an
// explicit key are looked for between them, where else there can only be space
// and comments.

#include "yaml/held.hpp"

#include <algorithm>
#include <optional>

namespace thidua::yaml {
namespace {

bool has_question_mark(const Lines& lines, std::size_t key) {
  while (key > 0 && lines.is_blank(key - 1, key)) {
    --key;
  }
  return key > 0 && lines.at(key - 1) == '?';
}

Held held_entry(const Lines& lines, const Node& mapping, const Entry& entry) {
  Held held{&entry.key, &entry.value, begin_of(entry.key)};
  const std::size_t key_end = end_of(entry.key);
  const std::size_t colon = lines.skip_comments(key_end);
  if (lines.at(colon) == ':') {
    held.sign = colon + 1;
  }
  held.end = entry.value.span().length > 0 ? end_of(entry.value)
                                           : std::max(held.sign, key_end);
  const bool colon_beside =
      held.sign != 0 && lines.next(key_end) == lines.next(colon);
  held.explicit_key = has_question_mark(lines, held.begin) ||
                      (mapping.style() == Style::block && !colon_beside);
  return held;
}

Held held_item(const Node& sequence, const Node& item, std::size_t dash) {
  if (sequence.style() == Style::flow) {
    return {nullptr, &item, begin_of(item), 0, end_of(item)};
  }
  const std::size_t end = item.span().length > 0 ? end_of(item) : dash + 1;
  return {nullptr, &item, dash, dash + 1, end};
}

const Node& last_leaf(const Node& node) {
  if (!node.items().empty()) {
    return last_leaf(node.items().back());
  }
  if (!node.entries().empty()) {
    return last_leaf(node.entries().back().value);
  }
  return node;
}

bool keeps_blank_lines(const Lines& lines, const Node& scalar) {
  const std::size_t begin = begin_of(scalar);
  const std::string_view header = lines.slice(begin, lines.end_of(begin));
  return header.substr(0, header.find_first_of(" \t")).find('+') !=
         std::string_view::npos;
}

struct Found {
  std::optional<std::size_t> map;
  std::optional<std::size_t> dash;

  void look(const Lines& lines, const Node& node) {
    for (const Node& item : node.items()) {
      look(lines, item);
    }
    for (const Entry& entry : node.entries()) {
      note(lines, entry);
      look(lines, entry.value);
    }
  }

  void note(const Lines& lines, const Entry& entry) {
    const Node& value = entry.value;
    const std::size_t key = lines.column(begin_of(entry.key));
    const std::size_t inner = lines.column(begin_of(value));
    if (!is_block_collection(value) || !lines.starts_line(begin_of(value)) ||
        has_question_mark(lines, begin_of(entry.key)) || inner < key) {
      return;
    }
    std::optional<std::size_t>& found = value.is_sequence() ? dash : map;
    if (!found) {
      found = inner - key;
    }
  }
};

}  // namespace

bool is_block_scalar(const Node& node) {
  return node.style() == Style::literal || node.style() == Style::folded;
}

bool is_block_collection(const Node& node) {
  return !node.is_scalar() && node.style() == Style::block;
}

bool is_nothing(const Node& node) { return node.is_null(); }

bool ends_in_block_scalar(const Held& held) {
  return is_block_scalar(last_leaf(*held.value));
}

std::vector<Held> held_by(const Lines& lines, const Node& node) {
  std::vector<Held> all;
  for (const Node& item : node.items()) {
    const std::size_t dash =
        all.empty() ? begin_of(node) : lines.skip_comments(all.back().end);
    all.push_back(held_item(node, item, dash));
  }
  for (const Entry& entry : node.entries()) {
    all.push_back(held_entry(lines, node, entry));
  }
  return all;
}

std::size_t last_line_end(const Lines& lines, const Held& held) {
  std::size_t end = lines.end_of(held.end);
  if (!ends_in_block_scalar(held)) {
    return end;
  }
  const bool keep = keeps_blank_lines(lines, last_leaf(*held.value));
  for (std::size_t at = lines.next(end); at < lines.bytes().size();
       at = lines.next(at)) {
    const std::size_t line_end = lines.end_of(at);
    if (lines.skip_spaces(at) != line_end) {
      break;
    }
    if (keep || line_end > at) {  // spaces can be text, too
      end = line_end;
    }
  }
  return end;
}

BlockStyle block_style_of(const Lines& lines, const Node& root,
                          const Node& around) {
  Found found;
  found.look(lines, around);
  found.look(lines, root);
  BlockStyle style;
  if (found.map) {
    style = {*found.map, *found.map};
  }
  if (found.dash) {
    style.dash = *found.dash;
    style.map = found.map.value_or(style.dash > 0 ? style.dash : style.map);
  }
  return style;
}

}  // namespace thidua::yaml
