#include "yaml/layout.hpp"

#include <algorithm>
#include <utility>

#include "yaml/bytes.hpp"
#include "yaml/characters.hpp"

namespace thidua::yaml {
namespace {

std::size_t line_begin(std::string_view bytes, std::size_t offset) {
  const std::size_t end = bytes.substr(0, offset).rfind('\n');
  return end == npos ? 0 : end + 1;
}

std::size_t line_end(std::string_view bytes, std::size_t offset) {
  return std::min(bytes.find('\n', offset), bytes.size());
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Is the `#` at `offset` one that can begin a comment?
bool stands_free(std::string_view bytes, std::size_t offset) {
  return offset == 0 || is_space(bytes[offset - 1]);
}

std::vector<std::size_t> find_tight_hashes(std::string_view bytes,
                                           std::size_t start) {
  std::vector<std::size_t> found;
  for (std::size_t at = bytes.find('#'); at != npos;
       at = bytes.find('#', at + 1)) {
    if (at > start && !stands_free(bytes, at) && bytes[at - 1] != '#') {
      found.push_back(at);
    }
  }
  return found;
}

}  // namespace

Layout::Layout(std::string_view bytes, std::size_t start,
               std::vector<std::size_t> tabs, Faults& faults)
    : bytes_(bytes),
      faults_(faults),
      tabs_(std::move(tabs)),
      hashes_(find_tight_hashes(bytes, start)) {
  frames_.front() = {false, 0, 0};
}

void Layout::open(bool flow, Corner begin, std::size_t offset) {
  check_flow(begin, offset);
  const Frame& around = frames_[depth_];
  Frame& frame = frames_[++depth_];
  if (flow) {
    frame = {true, around.flow ? around.line : begin.line, around.column};
  } else {
    frame = {false, 0, begin.column + 1};
  }
}

void Layout::check_scalar(Style style, Place place, bool several_lines) {
  if (style == Style::literal || style == Style::folded) {
    report_tabs(place.offset);
    while (next_tab_ < tabs_.size() &&
           tabs_[next_tab_] < place.offset + place.length) {
      ++next_tab_;  // it is text
    }
    judge_hashes(line_end(bytes_, place.offset));
  } else {
    judge_hashes(place.offset);
    if (style != Style::plain && several_lines) {
      check_quoted(place, frames_[depth_].column);
    }
  }
  end_ = place.offset + place.length;
  while (next_hash_ < hashes_.size() && hashes_[next_hash_] < end_) {
    ++next_hash_;  // it is text
  }
}

void Layout::finish(std::size_t end) {
  report_tabs(end);
  judge_hashes(end);
}

bool Layout::stop(std::size_t offset) {
  const std::size_t begin = line_begin(bytes_, offset);
  const std::size_t end = line_end(bytes_, offset);
  report_tabs(begin);
  judge_hashes(begin);
  const std::size_t reported = next_tab_;
  report_tabs(end);  // beyond it nobody knows which tabs are text
  return next_tab_ != reported;
}

// Once for a bracket.
void Layout::report_open_bracket(std::size_t offset) {
  frames_[depth_].column = 0;
  faults_.add(
      code::syntax_error, {offset, 1},
      msg("a bracket above is still open, but the line is not indented"),
      msg("close the bracket, or indent every line up to its end "
          "further than the key it belongs to"));
}

void Layout::check_quoted(Place place, std::size_t least_column) {
  const std::size_t end = place.offset + place.length;
  for (std::size_t at = bytes_.find('\n', place.offset); at < end;
       at = bytes_.find('\n', at + 1)) {
    const std::size_t text = bytes_.find_first_not_of(' ', at + 1);
    const bool blank = bytes_[text] == '\n' || bytes_[text] == '\r';
    if (!blank && text - (at + 1) < least_column) {
      faults_.add(
          code::syntax_error, {place.offset, 1},
          msg("the quote that opens here runs on over lines that are not "
              "indented"),
          msg("close the quote at the end of its text, or indent every line "
              "up to its end further than the key it belongs to"));
      return;
    }
  }
}

void Layout::report_tabs(std::size_t end) {
  for (; next_tab_ < tabs_.size() && tabs_[next_tab_] < end; ++next_tab_) {
    add_tab_fault(faults_, tabs_[next_tab_]);
  }
}

// Outside scalars a `#` begins a comment or stands in one.
void Layout::judge_hashes(std::size_t end) {
  while (next_hash_ < hashes_.size() && hashes_[next_hash_] < end) {
    const std::size_t hash = hashes_[next_hash_];
    const std::size_t stop = line_end(bytes_, hash);
    std::size_t first =
        bytes_.find('#', std::max(line_begin(bytes_, hash), end_));
    while (first < hash && !stands_free(bytes_, first)) {
      first = bytes_.find('#', first + 1);
    }
    if (first == hash) {
      faults_.add(code::syntax_error, {hash, 1},
                  msg("no space before the `#` of a comment"),
                  msg("put a space before `#`, or the whole text in double "
                      "quotes if it belongs to it"));
    }
    // The rest of the line is a comment either way.
    while (next_hash_ < hashes_.size() && hashes_[next_hash_] < stop) {
      ++next_hash_;
    }
  }
}

}  // namespace thidua::yaml
