// Almost all bytes of a record are printable ASCII or well-formed letters, so
// eight bytes at a time are asked one question: is any of them something else?

#include "yaml/bytes.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "yaml/characters.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {
namespace {

constexpr std::uint64_t every_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = every_byte * 0x80U;

static_assert(std::endian::native == std::endian::little,
              "the first byte of a word must be its lowest");

std::uint8_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Marks (in the high bit) the bytes that are not printable ASCII.  A borrow can
// mark a byte wrongly, but never one below the first that is marked rightly.
std::uint64_t unusual_bytes(std::uint64_t word) {
  const std::uint64_t below_space = (word - every_byte * 0x20U) & ~word;
  const std::uint64_t as_delete = word ^ (every_byte * 0x7FU);
  const std::uint64_t is_delete = (as_delete - every_byte) & ~as_delete;
  return (word | below_space | is_delete) & high_bits;
}

bool is_printable(std::uint8_t byte) { return byte >= 0x20 && byte < 0x7F; }

std::size_t skip_printable(std::string_view text, std::size_t i) {
  while (i + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, sizeof word);
    const std::uint64_t unusual = unusual_bytes(word);
    if (unusual != 0) {
      return i + static_cast<std::size_t>(std::countr_zero(unusual)) / 8;
    }
    i += sizeof word;
  }
  while (i < text.size() && is_printable(byte_at(text, i))) {
    ++i;
  }
  return i;
}

// Bytes of a letter outside ASCII as Vietnamese has them (U+00C0 to U+02FF and
// U+1E00 to U+1EFF), 0 for anything else.
std::size_t letter_length(std::string_view text, std::size_t i) {
  const auto continues = [text](std::size_t k) {
    return k < text.size() && (byte_at(text, k) & 0xC0U) == 0x80;
  };
  const std::uint8_t first = byte_at(text, i);
  if (first >= 0xC3 && first <= 0xCB) {
    return continues(i + 1) ? 2 : 0;
  }
  const bool vietnamese =
      first == 0xE1 && continues(i + 2) && byte_at(text, i + 1) >> 2U == 0x2E;
  return vietnamese ? 3 : 0;
}

struct Marker {
  std::string_view line;
  bool decides;  // the others mean a conflict only beside one of these
};
constexpr Marker markers[] = {
    {"<<<<<<<", true},
    {"|||||||", false},
    {"=======", false},
    {">>>>>>>", true},
};

const Marker* marker_at(std::string_view bytes, std::size_t offset) {
  const std::string_view line = bytes.substr(offset, 8);
  const auto* found = std::find_if(
      std::begin(markers), std::end(markers),
      [line](const Marker& m) { return line.starts_with(m.line); });
  if (found == std::end(markers)) {
    return nullptr;
  }
  const char next = line.size() > 7 ? line[7] : '\n';
  const bool labelled = next == ' ' && found->line != "=======";
  return labelled || next == '\n' || next == '\r' ? found : nullptr;
}

class ByteScan {
 public:
  ByteScan(std::string_view bytes, Faults& faults)
      : bytes_(bytes), faults_(faults) {}

  ByteCheck run();

 private:
  bool refuse_at_sight();
  void begin_line();
  void note_leading_tab();
  void unusual();
  void letters();
  void invalid();
  void carriage_return();
  void refused(Code code, char32_t first);
  void report_conflicts();

  std::string_view bytes_;
  Faults& faults_;
  ByteCheck check_;
  std::size_t i_ = 0;
  bool conflict_ = false;
  bool lone_return_ = false;
  std::vector<std::size_t> markers_;
};

ByteCheck ByteScan::run() {
  if (refuse_at_sight()) {
    check_.parsable = false;
    return check_;
  }
  if (bytes_.starts_with(byte_order_mark)) {
    check_.start = i_ = byte_order_mark.size();
  }
  begin_line();
  while (true) {
    i_ = skip_printable(bytes_, i_);
    if (i_ == bytes_.size()) {
      break;
    }
    unusual();
  }
  report_conflicts();
  return std::move(check_);
}

bool ByteScan::refuse_at_sight() {
  if (bytes_.size() > max_bytes) {
    faults_.add(code::file_too_large, {0, 0},
                msg("the file has more than {0} bytes", max_bytes),
                msg("split the record into several files"));
    return true;
  }
  const std::string_view start = bytes_.substr(0, 4);
  using namespace std::string_view_literals;
  if (start.starts_with("\xFF\xFE"sv) || start.starts_with("\xFE\xFF"sv) ||
      start == "\0\0\xFE\xFF"sv) {
    faults_.add(code::invalid_utf8, {0, start.size()},
                msg("the file is UTF-16 or UTF-32 text, not UTF-8"),
                msg("save the file again with the encoding UTF-8"));
    return true;
  }
  return false;
}

void ByteScan::begin_line() {
  if (i_ == bytes_.size()) {
    return;
  }
  switch (bytes_[i_]) {
    case ' ':
    case '\t':
      note_leading_tab();
      break;
    case '<':
    case '|':
    case '=':
    case '>':
      if (const Marker* marker = marker_at(bytes_, i_)) {
        markers_.push_back(i_);
        conflict_ = conflict_ || marker->decides;
      }
      break;
    default:
      break;
  }
}

void ByteScan::note_leading_tab() {
  const std::size_t end = bytes_.size();
  i_ = std::min(bytes_.find_first_not_of(' ', i_), end);
  if (i_ == end || bytes_[i_] != '\t') {
    return;
  }
  const std::size_t tab = i_;
  i_ = std::min(bytes_.find_first_not_of(" \t", i_), end);
  constexpr std::string_view blank_or_comment = "\r\n#";
  if (i_ < end && blank_or_comment.find(bytes_[i_]) == std::string_view::npos) {
    check_.tabs.push_back(tab);
  }
}

void ByteScan::unusual() {
  const std::uint8_t byte = byte_at(bytes_, i_);
  if (byte == '\n') {
    ++i_;
    begin_line();
  } else if (byte >= 0x80) {
    letters();
  } else if (byte == '\t') {
    ++i_;
  } else if (byte == '\r') {
    carriage_return();
  } else {
    refused(code::control_character, byte);
  }
}

void ByteScan::letters() {
  check_.ascii = false;
  while (i_ < bytes_.size() && byte_at(bytes_, i_) >= 0x80) {
    if (const std::size_t length = letter_length(bytes_, i_)) {
      i_ += length;
      continue;
    }
    const CodePoint next = decode_utf8(bytes_, i_);
    if (!next.valid) {
      invalid();
      continue;
    }
    if (const auto code = refusal_of(next.value)) {
      refused(*code, next.value);
      continue;
    }
    check_.surely_nfc = check_.surely_nfc && surely_nfc(next.value);
    i_ += next.length;
  }
}

void ByteScan::invalid() {
  check_.parsable = false;
  const std::size_t begin = i_;
  while (i_ < bytes_.size() && byte_at(bytes_, i_) >= 0x80) {
    const CodePoint next = decode_utf8(bytes_, i_);
    if (next.valid) {
      break;
    }
    i_ += next.length;
  }
  if (faults_.full(code::invalid_utf8)) {
    return;
  }
  constexpr std::size_t most_named = 4;
  std::string named;
  for (std::size_t k = begin; k < std::min(i_, begin + most_named); ++k) {
    named += fmt::format("{}{:02X}", k > begin ? " " : "", byte_at(bytes_, k));
  }
  if (i_ > begin + most_named) {
    named += " …";
  }
  faults_.add(
      code::invalid_utf8, {begin, i_ - begin},
      msg("the bytes `{0}` are not UTF-8 text", named),
      msg("save the file again with the encoding UTF-8; text typed for an old "
          "font (TCVN3, VNI) must be converted to Unicode first"));
}

void ByteScan::carriage_return() {
  if (i_ + 1 < bytes_.size() && bytes_[i_ + 1] == '\n') {
    ++i_;
    return;
  }
  // Such files have one at every line end, and one act mends them all.
  if (!lone_return_) {
    lone_return_ = true;
    faults_.add(code::lone_carriage_return, {i_, 1},
                msg("carriage return (CR) without a line feed (LF)"),
                msg("save the file with the line ends LF or CRLF"));
  }
  ++i_;
}

// One fault for a stretch of them.
void ByteScan::refused(Code code, char32_t first) {
  const std::size_t begin = i_;
  while (i_ < bytes_.size()) {
    const CodePoint next = decode_utf8(bytes_, i_);
    if (!next.valid || next.value == '\r' || refusal_of(next.value) != code) {
      break;
    }
    i_ += next.length;
  }
  const auto number = static_cast<std::uint32_t>(first);
  const std::string name = fmt::format("U+{:04X}", number);
  if (code == code::line_separator) {
    check_.separators = true;
    faults_.add(code, {begin, i_ - begin},
                msg("hidden line separator `{0}`", name),
                msg("delete it and break the line with the Enter key"));
    return;
  }
  check_.parsable = false;
  faults_.add(code, {begin, i_ - begin},
              msg("hidden control character `{0}`", name),
              msg("delete it, or type the line again"));
}

void ByteScan::report_conflicts() {
  if (!conflict_) {
    return;
  }
  check_.parsable = false;
  for (const std::size_t offset : markers_) {
    faults_.add(code::conflict_marker, {offset, 7},
                msg("git conflict marker `{0}`", bytes_.substr(offset, 7)),
                msg("keep the right lines of the two versions and delete the "
                    "marker lines"));
  }
}

}  // namespace

ByteCheck check_bytes(std::string_view bytes, Faults& faults) {
  return ByteScan(bytes, faults).run();
}

void add_tab_fault(Faults& faults, std::size_t offset) {
  faults.add(code::tab_indentation, {offset, 1},
             msg("tab where only spaces may stand"),
             msg("indent with spaces: two for each level"));
}

}  // namespace thidua::yaml
