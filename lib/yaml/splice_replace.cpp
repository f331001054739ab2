// A value in the place of another.
//
// What follows the old value on its last line is a comment and stays, except
// behind a collection in block style, whose last line is its own.

#include <algorithm>
#include <utility>

#include "yaml/characters.hpp"
#include "yaml/quoting.hpp"
#include "yaml/splice.hpp"

namespace thidua::yaml {
namespace {

bool is_absent(const Node& node) {
  return node.is_scalar() && node.span().length == 0;
}

std::string_view without_end_spaces(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == npos ? std::string_view{}
                       : without_end_spaces(text.substr(begin));
}

class Replacing {
 public:
  Replacing(const Surroundings& around, const Node& parent, const Held& held)
      : lines_(around.lines),
        style_(around.style),
        parent_(parent),
        held_(held),
        old_(*held.value),
        where_(parent.style() == Style::flow ? Where::flow : Where::block) {}

  [[nodiscard]] Spliced with(const Value& value) const {
    if (value.kind == Kind::scalar) {
      return can_stay_literal(value) ? literal(value.scalar)
                                     : on_one_line(scalar_text(value));
    }
    if (where_ == Where::flow || value.flow || value.is_empty_collection() ||
        has_brackets(old_)) {
      return on_one_line(flow_text(value));
    }
    return in_block(value);
  }

 private:
  [[nodiscard]] static bool has_brackets(const Node& node) {
    return !node.is_scalar() && node.style() == Style::flow &&
           (!node.items().empty() || !node.entries().empty());
  }

  // Does the old value begin on a line of its own, under its sign?
  [[nodiscard]] bool stands_below() const {
    return is_block_collection(old_) && lines_.starts_line(begin_of(old_));
  }

  [[nodiscard]] std::string scalar_text(const Value& value) const {
    const bool text =
        value.type == CoreType::text && value.scalar.find('\n') == npos;
    if (text && old_.style() == Style::single_quoted) {
      return single_quoted(value.scalar);
    }
    if (text && old_.style() == Style::double_quoted) {
      return double_quoted(value.scalar);
    }
    return inline_scalar(value, where_);
  }

  // Behind the `|` on its line.
  [[nodiscard]] std::string_view header_comment() const {
    const std::size_t begin = begin_of(old_);
    const std::string_view header = lines_.slice(begin, lines_.end_of(begin));
    return header.substr(std::min(header.find_first_of(" \t"), header.size()));
  }

  [[nodiscard]] Spliced on_one_line(const std::string& text) const {
    const std::size_t begin = begin_of(old_);
    if (is_absent(old_)) {
      return instead_of_nothing(text);
    }
    if (stands_below()) {
      // Comments between the sign and the old value's first line stay.
      const std::size_t above = lines_.begin_of(begin) - 1;
      const std::size_t end =
          lines_.end_of(std::max(held_.sign, lines_.begin_of(above)));
      return Splice{held_.sign, last_line_end(lines_, held_),
                    " " + text + std::string(lines_.slice(held_.sign, end))};
    }
    if (is_block_scalar(old_)) {
      return Splice{begin, last_line_end(lines_, held_),
                    text + std::string(header_comment())};
    }
    if (is_block_collection(old_) &&
        lines_.next(begin) != lines_.next(held_.end)) {
      return Splice{begin, last_line_end(lines_, held_), text};
    }
    const bool touches = lines_.at(begin - 1) == ':';  // {"a":1}
    return Splice{begin, held_.end, (touches ? " " : "") + text};
  }

  [[nodiscard]] Spliced instead_of_nothing(const std::string& text) const {
    if (held_.sign != 0) {
      return Splice{held_.sign, held_.sign, " " + text};
    }
    if (where_ == Where::block || held_.explicit_key) {
      return Refusal::unusual_form;
    }
    return Splice{held_.end, held_.end, ": " + text};
  }

  // A block scalar stays one while its text has line breaks and its lines look
  // as they are read.
  [[nodiscard]] bool can_stay_literal(const Value& value) const {
    const std::string& text = value.scalar;
    if (!is_block_scalar(old_) || value.type != CoreType::text ||
        text.find('\n') == npos) {
      return false;
    }
    const bool spaces_at_ends = text.find(" \n") != npos ||
                                text.ends_with(' ') || text.front() == ' ' ||
                                text.front() == '\n';
    return !spaces_at_ends && !text.ends_with("\n\n") &&
           text.find('\t') == npos;
  }

  [[nodiscard]] std::size_t literal_indent() const {
    const std::size_t begin = lines_.next(begin_of(old_));
    if (begin < held_.end) {
      const std::size_t text = lines_.skip_blank(begin);
      return lines_.column(text);
    }
    return lines_.column(held_.begin) + style_.map;
  }

  [[nodiscard]] Spliced literal(std::string_view text) const {
    const bool ends = text.ends_with('\n');
    std::string out = ends ? "|" : "|-";
    out += header_comment();
    if (ends) {
      text.remove_suffix(1);
    }
    const std::string indent(literal_indent(), ' ');
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      out += lines_.line_end();
      out += (line.empty() ? "" : indent);
      out += line;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return Splice{begin_of(old_), last_line_end(lines_, held_), std::move(out)};
  }

  [[nodiscard]] std::size_t block_column(const Value& value) const {
    const bool list = value.kind == Kind::sequence;
    if (is_block_collection(old_) &&
        (!stands_below() || list == old_.is_sequence())) {
      return lines_.column(begin_of(old_));
    }
    const std::size_t own = lines_.column(held_.begin);
    if (parent_.is_sequence()) {
      return own + 2;
    }
    return own + (list ? style_.dash : style_.map);
  }

  [[nodiscard]] Spliced in_block(const Value& value) const {
    if (held_.sign == 0 || held_.explicit_key) {
      return Refusal::unusual_form;
    }
    const std::size_t column = block_column(value);
    const std::string text = lines_.join(block_lines(value, column, style_));
    const std::size_t end = last_line_end(lines_, held_);
    if (stands_below()) {
      return Splice{lines_.begin_of(begin_of(old_)), end, text};
    }
    if (is_block_collection(old_)) {
      return Splice{begin_of(old_), end, text.substr(column)};
    }
    return below_sign(column, text);
  }

  // In the place of a scalar, of brackets or of nothing: the comments there
  // stay on the line of the sign.
  [[nodiscard]] Spliced below_sign(std::size_t column,
                                   const std::string& text) const {
    const std::size_t old_begin = std::max(held_.sign, begin_of(old_));
    const std::string before(
        without_end_spaces(lines_.slice(held_.sign, old_begin)));
    const bool block_scalar = is_block_scalar(old_);
    std::string_view after =
        block_scalar ? header_comment()
                     : lines_.slice(held_.end, lines_.end_of(held_.end));
    const std::size_t end =
        block_scalar ? last_line_end(lines_, held_) : lines_.end_of(held_.end);
    const bool comment_after = !without_spaces(after).empty();
    if (parent_.is_sequence() && before.empty() && !comment_after) {
      return Splice{held_.sign, end, " " + text.substr(column)};
    }
    std::string out = before;
    if (comment_after && before.empty()) {
      out += without_end_spaces(after);
    } else if (comment_after) {
      out += lines_.line_end();
      out += std::string(column, ' ') + std::string(without_spaces(after));
    }
    out += lines_.line_end();
    return Splice{held_.sign, end, out + text};
  }

  const Lines& lines_;
  BlockStyle style_;
  const Node& parent_;
  const Held& held_;
  const Node& old_;
  Where where_;
};

}  // namespace

Spliced replace_value(const Surroundings& around, const Node& parent,
                      const Held& held, const Value& value) {
  return Replacing(around, parent, held).with(value);
}

}  // namespace thidua::yaml
