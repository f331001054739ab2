// A new entry or item among its neighbours.
//
// In block style it gets lines of its own, behind the last line of the one
// before it; between brackets it stands as the one before it stands.

#include <utility>

#include "yaml/quoting.hpp"
#include "yaml/splice.hpp"

namespace thidua::yaml {
namespace {

std::string spaces(std::size_t count) { return std::string(count, ' '); }

bool any_explicit(const std::vector<Held>& all) {
  for (const Held& held : all) {
    if (held.explicit_key) {
      return true;
    }
  }
  return false;
}

// `{a: 1}` beside `{b: 2}`
Member like_neighbour(Member member, const Node& neighbour) {
  const bool brackets =
      neighbour.kind() == member.value.kind && neighbour.style() == Style::flow;
  const bool filled =
      !neighbour.items().empty() || !neighbour.entries().empty();
  member.value.flow = member.value.flow || (brackets && filled);
  return member;
}

class Inserting {
 public:
  Inserting(const Surroundings& around, const Node& parent,
            std::size_t position, std::vector<Held> all)
      : lines_(around.lines),
        style_(around.style),
        parent_(parent),
        position_(position),
        all_(std::move(all)) {}

  [[nodiscard]] Splice in_block(const Member& member) const {
    const std::size_t column = lines_.column(all_.front().begin);
    const Held& neighbour = all_[position_ > 0 ? position_ - 1 : 0];
    const std::string text =
        block_text(like_neighbour(member, *neighbour.value), column);
    if (position_ > 0) {
      const std::size_t end = last_line_end(lines_, neighbour);
      return {end, end, std::string(lines_.line_end()) + text};
    }
    if (!lines_.starts_line(neighbour.begin)) {  // it stands behind a dash
      return {neighbour.begin, neighbour.begin,
              text.substr(column) + std::string(lines_.line_end()) +
                  spaces(column)};
    }
    const std::size_t begin = above_comments(neighbour.begin);
    return {begin, begin, text + std::string(lines_.line_end())};
  }

  [[nodiscard]] Splice in_flow(const Member& member) const {
    const std::string text = flow_entry(member);
    if (all_.empty()) {
      return between_empty_brackets(text);
    }
    return position_ == 0 ? before_first(text)
                          : behind(all_[position_ - 1], text);
  }

 private:
  [[nodiscard]] std::string block_text(const Member& member,
                                       std::size_t column) const {
    return lines_.join(parent_.is_sequence()
                           ? block_item(member.value, column, style_)
                           : block_entry(member, column, style_));
  }

  [[nodiscard]] std::string flow_entry(const Member& member) const {
    const std::string value = flow_text(member.value);
    return parent_.is_sequence()
               ? value
               : inline_key(member.key, Where::flow) + ": " + value;
  }

  // Lines of comment right above an entry belong to it, but those at the top of
  // the file to the file.
  [[nodiscard]] std::size_t above_comments(std::size_t entry) const {
    const std::size_t own = lines_.begin_of(entry);
    std::size_t begin = own;
    while (begin > lines_.begin_of(0)) {
      const std::size_t above = lines_.begin_of(begin - 1);
      if (lines_.at(lines_.skip_spaces(above)) != '#') {
        return begin;
      }
      begin = above;
    }
    return own;
  }

  [[nodiscard]] Splice between_empty_brackets(const std::string& text) const {
    const std::size_t inside = std::size_t{parent_.span().offset} + 1;
    const std::size_t next = lines_.skip_spaces(inside);
    const bool roomy = next > inside && next + 1 == end_of(parent_);
    return {inside, inside, (roomy ? " " : "") + text};
  }

  [[nodiscard]] Splice before_first(const std::string& text) const {
    const std::size_t begin = all_.front().begin;
    const std::string gap =
        lines_.starts_line(begin)
            ? std::string(lines_.line_end()) + spaces(lines_.column(begin))
            : " ";
    return {begin, begin, text + "," + gap};
  }

  [[nodiscard]] Splice behind(const Held& before,
                              const std::string& text) const {
    const std::size_t end = before.end;
    const std::string comma = lines_.at(end - 1) == ':' ? " ," : ",";
    std::size_t rest = lines_.skip_spaces(end);
    const bool has_comma = lines_.at(rest) == ',';
    rest = has_comma ? lines_.skip_spaces(rest + 1) : rest;
    const std::size_t line_end = lines_.end_of(end);
    const bool own_line = lines_.starts_line(before.begin) &&
                          (rest == line_end || lines_.at(rest) == '#');
    if (!own_line) {
      return {end, end, comma + " " + text};
    }
    return {end, line_end,
            (has_comma ? "" : comma) +
                std::string(lines_.slice(end, line_end)) +
                std::string(lines_.line_end()) +
                spaces(lines_.column(before.begin)) + text +
                (has_comma ? "," : "")};
  }

  const Lines& lines_;
  BlockStyle style_;
  const Node& parent_;
  std::size_t position_;
  std::vector<Held> all_;
};

}  // namespace

Spliced insert_member(const Surroundings& around, const Node& parent,
                      std::size_t position, const Member& member) {
  std::vector<Held> all = held_by(around.lines, parent);
  if (any_explicit(all)) {
    return Refusal::unusual_form;
  }
  const char first = around.lines.at(parent.span().offset);
  const bool flow = parent.style() == Style::flow;
  if (flow && first != '{' && first != '[') {  // the pair in `[a: b]`
    return Refusal::unusual_form;
  }
  const Inserting inserting(around, parent, position, std::move(all));
  return flow ? inserting.in_flow(member) : inserting.in_block(member);
}

}  // namespace thidua::yaml
