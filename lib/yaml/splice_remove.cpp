// An entry or item taken away, with the comments on its own lines.

#include <algorithm>
#include <utility>

#include "yaml/splice.hpp"

namespace thidua::yaml {
namespace {

class Removing {
 public:
  Removing(const Lines& lines, const Node& parent, std::size_t position)
      : lines_(lines),
        parent_(parent),
        all_(held_by(lines, parent)),
        position_(position),
        held_(all_[position]) {}

  [[nodiscard]] Spliced removed() const {
    if (held_.explicit_key) {
      return Refusal::unusual_form;
    }
    if (parent_.style() == Style::block) {
      return from_block();
    }
    if (all_.size() == 1) {
      return only_one_between_brackets();
    }
    return position_ + 1 < all_.size() ? one_with_a_next() : last_one();
  }

 private:
  [[nodiscard]] Splice from_block() const {
    const std::size_t end = last_line_end(lines_, held_);
    if (!lines_.starts_line(held_.begin)) {  // it stands behind a dash
      return {held_.begin, lines_.skip_blank(end), {}};
    }
    const std::size_t begin = lines_.begin_of(held_.begin);
    const bool at_file_end = end == lines_.bytes().size();
    // The line end above is text of a block scalar that stands there.
    if (!at_file_end || ends_in_block_scalar(all_[position_ - 1])) {
      return {begin, lines_.next(end), {}};
    }
    return {lines_.end_of(lines_.begin_of(begin - 1)), end, {}};
  }

  [[nodiscard]] Spliced only_one_between_brackets() const {
    const std::size_t open = parent_.span().offset;
    if (lines_.at(open) != '{' && lines_.at(open) != '[') {
      return Refusal::unusual_form;  // the pair in `[a: b]`
    }
    const std::size_t after = behind_comma(held_.end);
    const std::size_t close = end_of(parent_) - 1;
    if (lines_.is_blank(open + 1, held_.begin) &&
        lines_.is_blank(after, close)) {
      return Splice{open + 1, close, {}};
    }
    return Splice{held_.begin, after, {}};
  }

  // Past the comma of an entry, if it has one.
  [[nodiscard]] std::size_t behind_comma(std::size_t end) const {
    const std::size_t comma = lines_.skip_comments(end);
    return lines_.at(comma) == ',' ? comma + 1 : end;
  }

  // Past the comment on the line of an entry that stands on lines of its own.
  [[nodiscard]] std::size_t behind_comment(std::size_t end) const {
    const std::size_t next = lines_.skip_spaces(end);
    const bool own = lines_.starts_line(held_.begin) && lines_.at(next) == '#';
    return own ? lines_.end_of(next) : end;
  }

  [[nodiscard]] Splice one_with_a_next() const {
    const std::size_t end = behind_comment(behind_comma(held_.end));
    return {held_.begin, lines_.skip_blank(end), {}};
  }

  [[nodiscard]] Splice last_one() const {
    const Held& before = all_[position_ - 1];
    const std::size_t after = behind_comma(held_.end);
    const std::size_t comma = lines_.skip_spaces(before.end);
    const bool joined =
        lines_.at(comma) == ',' && lines_.is_blank(comma + 1, held_.begin);
    if (joined) {
      const std::string kept = after > held_.end ? "," : "";
      return {before.end, behind_comment(after), kept};
    }
    // A comment of the one before stands between; its comma may stay.
    const std::size_t end = behind_comment(after);
    if (lines_.starts_line(held_.begin) && lines_.end_of(end) == end) {
      return {lines_.begin_of(held_.begin), lines_.next(end), {}};
    }
    return {held_.begin, end, {}};
  }

  const Lines& lines_;
  const Node& parent_;
  std::vector<Held> all_;
  std::size_t position_;
  const Held& held_;
};

}  // namespace

Spliced remove_held(const Lines& lines, const Node& parent,
                    std::size_t position) {
  return Removing(lines, parent, position).removed();
}

}  // namespace thidua::yaml
