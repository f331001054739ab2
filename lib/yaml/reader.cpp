// libyaml does the scanning; this file says no to what it would let pass and
// evens out its marks, which count characters and end block collections after
// the comments that follow them.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/builder.hpp"
#include "yaml/bytes.hpp"
#include "yaml/characters.hpp"
#include "yaml/events.hpp"
#include "yaml/layout.hpp"
#include "yaml/places.hpp"
#include "yaml/syntax.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {
namespace {

std::string_view or_empty(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view{text};
}

// Where the last line with something on it ends, for a block scalar that
// libyaml ends where the next thing begins.
std::size_t trimmed_end(std::string_view bytes, Place place) {
  const std::string_view text = bytes.substr(place.offset, place.length);
  std::size_t size = text.find_last_not_of(" \t\r\n") + 1;
  if (size <= text.find_first_of("\r\n")) {  // there is only the header
    return place.offset + std::min(text.find_first_of(" \t\r\n"), size);
  }
  while (size < text.size() && (text[size] == ' ' || text[size] == '\t')) {
    ++size;
  }
  return place.offset + size;
}

// The same number of bytes, so that every place stays where it is.
std::string with_spaces_for_separators(std::string_view bytes) {
  std::string text(bytes);
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint next = decode_utf8(bytes, i);
    if (next.valid && refusal_of(next.value) == code::line_separator) {
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(i), next.length,
                  ' ');
    }
    i += next.length;
  }
  return text;
}

Corner corner_of(const yaml_event_t& event) {
  return {event.start_mark.line, event.start_mark.column};
}

// Records come out at four to six times their bytes.
std::size_t expected_memory(std::size_t bytes) { return 256 + 6 * bytes; }

class Reader {
 public:
  Reader(std::string_view bytes, std::uint32_t file, Diagnostics& found,
         Arena& memory)
      : given_(bytes),
        faults_(bytes, file, found),
        check_(check_bytes(bytes, faults_)),
        cleaned_(check_.separators ? with_spaces_for_separators(bytes)
                                   : std::string()),
        bytes_(check_.separators ? std::string_view(cleaned_) : bytes),
        nfc_(check_.surely_nfc || !check_.parsable || is_nfc(bytes)),
        places_(bytes_.substr(check_.start), check_.ascii),
        layout_(bytes_, check_.start, std::move(check_.tabs), faults_),
        builder_(bytes_, file, faults_, memory),
        usable_(!check_.separators) {}

  [[nodiscard]] std::optional<Node> read();

 private:
  enum class Next { go_on, stop };

  [[nodiscard]] std::size_t byte_of(const yaml_mark_t& mark) {
    return check_.start + places_.byte_of(mark.index);
  }
  [[nodiscard]] Place place_of(const yaml_event_t& event) {
    const std::size_t begin = byte_of(event.start_mark);
    return {begin, byte_of(event.end_mark) - begin};
  }

  [[nodiscard]] Place place_of_scalar(const yaml_event_t& event,
                                      std::string_view text);
  Next take(const yaml_event_t& event);
  Next document(const yaml_event_t& event);
  void alias(const yaml_event_t& event);
  void scalar(const yaml_event_t& event);
  Next open(const yaml_event_t& event);
  void close(const yaml_event_t& event);
  void check_properties(const void* anchor, const void* tag, Place place);
  [[nodiscard]] bool has_tag(const void* tag, Place place) const;
  [[nodiscard]] bool is_spoiled(const yaml_event_t& event,
                                std::string_view text, Place place) const;
  void refuse_properties(bool anchor, bool tag, Place place);
  void check_plain(std::string_view text, Place place);
  void check_escapes(std::string_view text, Place place);
  std::string normalized(std::string_view text, Place place);
  void syntax_error(const yaml_parser_t& parser);
  [[nodiscard]] bool line_has_separator(std::size_t offset) const;

  std::string_view given_;
  Faults faults_;
  ByteCheck check_;
  // Hidden line separators have been reported.  libyaml would end the line
  // there and stumble over the rest of it, so it gets spaces instead.
  std::string cleaned_;
  std::string_view bytes_;  // as libyaml gets them
  bool nfc_;
  Places places_;
  Layout layout_;
  TreeBuilder builder_;
  std::size_t end_ = bytes_.size();  // of the reading
  bool begun_ = false;               // a document
  bool filled_ = false;              // it holds something
  bool usable_;                      // a tree can be returned
  bool not_nfc_reported_ = false;
};

std::optional<Node> Reader::read() {
  if (!check_.parsable) {
    return std::nullopt;
  }
  Parser parser(bytes_.substr(check_.start));
  for (Next next = Next::go_on; next == Next::go_on;) {
    const Event event(parser.raw());
    if (!event.ok()) {
      syntax_error(parser.raw());
      return std::nullopt;
    }
    next = take(event.raw());
  }
  layout_.finish(end_);
  if (!filled_) {
    faults_.add(code::empty_file, {0, 0}, msg("the file holds no record"),
                msg("write the record, or delete the file"));
    return std::nullopt;
  }
  if (!usable_) {
    return std::nullopt;
  }
  return builder_.finish();
}

Reader::Next Reader::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      return document(event);
    case YAML_ALIAS_EVENT:
      alias(event);
      return Next::go_on;
    case YAML_SCALAR_EVENT:
      scalar(event);
      return Next::go_on;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
      return open(event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close(event);
      return Next::go_on;
    case YAML_STREAM_END_EVENT:
      return Next::stop;
    default:
      return Next::go_on;
  }
}

Reader::Next Reader::document(const yaml_event_t& event) {
  const auto& start = event.data.document_start;
  const Place place = place_of(event);
  if (begun_) {
    faults_.add(code::several_documents, place,
                msg("a second record begins in the same file"),
                msg("a file holds one record: move what follows `---` to a "
                    "file of its own"));
    end_ = place.offset;
    return Next::stop;
  }
  begun_ = true;
  if (start.version_directive != nullptr ||
      start.tag_directives.start != start.tag_directives.end) {
    faults_.add(code::syntax_error, {place.offset, 1},
                msg("line begins with `%`"),
                msg("delete the line: records need no YAML directives"));
  }
  return Next::go_on;
}

void Reader::alias(const yaml_event_t& event) {
  const Place place = place_of(event);
  filled_ = true;
  faults_.add(code::anchor_or_alias, place,
              msg("alias `{0}`", faults_.excerpt(place)),
              msg("write the value out here, or put the text in double quotes "
                  "if it really begins with `*`"));
  builder_.blank(place);
}

// A plain scalar on one line stands in the file byte for byte, so its length is
// known without counting characters.  Blanks may stand before the place that
// libyaml names; a scalar does not begin with one.
Place Reader::place_of_scalar(const yaml_event_t& event,
                              std::string_view text) {
  const bool plain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  if (!plain || check_.ascii) {
    return place_of(event);
  }
  const std::size_t begin = byte_of(event.start_mark);
  if (!text.empty() && bytes_[begin] == text.front() &&
      event.start_mark.line == event.end_mark.line) {
    places_.move_to(event.end_mark.index, begin + text.size() - check_.start);
    return {begin, text.size()};
  }
  return {begin, byte_of(event.end_mark) - begin};
}

void Reader::scalar(const yaml_event_t& event) {
  const auto& data = event.data.scalar;
  const Style style = style_of(data.style);
  const void* value = data.value;
  const std::string_view text(static_cast<const char*>(value), data.length);
  Place place = place_of_scalar(event, text);
  filled_ = filled_ || place.length > 0;
  check_properties(data.anchor, data.tag, place);

  if (style == Style::literal || style == Style::folded) {
    place.length = trimmed_end(bytes_, place) - place.offset;
  }
  layout_.scalar(style, place, corner_of(event), event.end_mark.line);
  if (style == Style::plain) {
    check_plain(text, place);
  }
  if (is_spoiled(event, text, place)) {
    builder_.blank(place);
    return;
  }
  const bool escaped =
      style == Style::double_quoted &&
      bytes_.substr(place.offset, place.length).find('\\') != npos;
  if (escaped) {
    check_escapes(text, place);
  }
  if ((escaped || !nfc_) && !is_nfc(text)) {
    builder_.scalar(style, normalized(text, place), place);
  } else {
    builder_.scalar(style, text, place);
  }
}

// What is left of a value without its anchor or tag would be a second fault:
// nothing at all, or `!!str 1` a number.
bool Reader::is_spoiled(const yaml_event_t& event, std::string_view text,
                        Place place) const {
  const auto& data = event.data.scalar;
  const bool tagged = has_tag(data.tag, place);
  if (data.style != YAML_PLAIN_SCALAR_STYLE ||
      (data.anchor == nullptr && !tagged)) {
    return false;
  }
  const CoreType type = core_type_of(text);
  return (data.anchor != nullptr && type == CoreType::null) ||
         (tagged && type != CoreType::text);
}

Reader::Next Reader::open(const yaml_event_t& event) {
  const bool mapping = event.type == YAML_MAPPING_START_EVENT;
  const Place place = place_of(event);
  filled_ = true;
  if (builder_.depth() == static_cast<std::size_t>(max_depth)) {
    faults_.add(code::too_deep, place,
                msg("more than {0} levels of lists and groups", max_depth),
                msg("bring the record into the shape the manual shows"));
    usable_ = false;
    end_ = place.offset;
    return Next::stop;
  }
  const auto& map = event.data.mapping_start;
  const auto& list = event.data.sequence_start;
  check_properties(mapping ? map.anchor : list.anchor,
                   mapping ? map.tag : list.tag, place);
  const bool flow = mapping ? map.style == YAML_FLOW_MAPPING_STYLE
                            : list.style == YAML_FLOW_SEQUENCE_STYLE;
  layout_.open(flow, corner_of(event), place.offset);
  builder_.open(mapping ? Kind::mapping : Kind::sequence,
                flow ? Style::flow : Style::block, place.offset);
  return Next::go_on;
}

// Only a bracket has a length here: block collections and the pairs of
// `[a: b]` end without a sign.
void Reader::close(const yaml_event_t& event) {
  layout_.close();
  if (event.end_mark.index > event.start_mark.index) {
    builder_.close(byte_of(event.end_mark));
  } else {
    builder_.close();
  }
}

// libyaml drops the tag `!` of a scalar, but leaves its place.
bool Reader::has_tag(const void* tag, Place place) const {
  return tag != nullptr || (place.length > 0 && bytes_[place.offset] == '!');
}

void Reader::check_properties(const void* anchor, const void* tag,
                              Place place) {
  const bool tagged = has_tag(tag, place);
  if (anchor != nullptr || tagged) {
    refuse_properties(anchor != nullptr, tagged, place);
  }
}

void Reader::refuse_properties(bool anchor, bool tag, Place place) {
  const std::string_view text = bytes_.substr(place.offset);
  const Place word{place.offset,
                   std::min(text.find_first_of(" \t\r\n,"), text.size())};
  if (anchor) {
    faults_.add(code::anchor_or_alias, word,
                msg("anchor `{0}`", faults_.excerpt(word)),
                msg("delete the word that begins with `&`, or put the text in "
                    "double quotes if it really begins so"));
  }
  if (tag) {
    faults_.add(code::tag, word, msg("tag `{0}`", faults_.excerpt(word)),
                msg("delete the word that begins with `!`, or put the text in "
                    "double quotes if it really begins so"));
  }
}

// Between brackets libyaml reads `-` as a text and `?x` as `? x`.
void Reader::check_plain(std::string_view text, Place place) {
  const bool question =
      !text.empty() && place.offset > 0 && bytes_[place.offset - 1] == '?';
  if (question || text == "-") {
    faults_.add(code::syntax_error, {place.offset - (question ? 1 : 0), 1},
                msg("text begins with `{0}`", question ? '?' : '-'),
                msg("put the text in double quotes"));
  }
}

void Reader::check_escapes(std::string_view text, Place place) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    if (const auto code = refusal_of(next.value)) {
      const auto number = static_cast<std::uint32_t>(next.value);
      faults_.add(*code, place,
                  msg("the escape for the hidden character `U+{0}`",
                      fmt::format("{:04X}", number)),
                  msg("delete the escape: a text of a record holds only "
                      "characters that can be seen"));
      usable_ = false;
      return;
    }
    i += next.length;
  }
}

std::string Reader::normalized(std::string_view text, Place place) {
  if (!not_nfc_reported_) {
    not_nfc_reported_ = true;
    faults_.add(code::not_nfc, place,
                msg("`{0}` has letters and marks that are not joined into one "
                    "character (Unicode form NFC)",
                    faults_.excerpt(place)),
                msg("set the keyboard to precomposed Unicode (Unicode dựng "
                    "sẵn); the text is read as if it were joined"));
  }
  return to_nfc(text);
}

void Reader::syntax_error(const yaml_parser_t& parser) {
  const Problem problem{or_empty(parser.problem), or_empty(parser.context),
                        byte_of(parser.problem_mark),
                        byte_of(parser.context_mark)};
  if (!layout_.stop(problem.offset) && !line_has_separator(problem.offset)) {
    add_syntax_fault(bytes_, problem, faults_);
  }
}

bool Reader::line_has_separator(std::size_t offset) const {
  const std::size_t before = bytes_.substr(0, offset).rfind('\n');
  const std::size_t begin = before == npos ? 0 : before + 1;
  const std::size_t length = bytes_.find('\n', begin) - begin;
  return bytes_.substr(begin, length) != given_.substr(begin, length);
}

}  // namespace

std::optional<Node> read(std::string_view bytes, std::uint32_t file,
                         Diagnostics& found, Arena& memory) {
  return Reader(bytes, file, found, memory).read();
}

std::optional<Tree> read(std::string_view bytes, std::uint32_t file,
                         Diagnostics& found) {
  auto memory = std::make_unique<Arena>(expected_memory(bytes.size()));
  const auto root = read(bytes, file, found, *memory);
  return root ? std::optional(Tree(std::move(memory), *root)) : std::nullopt;
}

}  // namespace thidua::yaml
