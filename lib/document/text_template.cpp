#include "document/text_template.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/svg.hpp"
#include "render/outline.hpp"
#include "render/printable.hpp"

namespace thidua::document {
namespace {

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return render::printable(text);
}

std::string escape_for(TextForm form, const std::string& value) {
  const std::string line = one_line(value);
  return form == TextForm::html       ? escaped(line)
         : form == TextForm::markdown ? render::markdown_text(line)
                                      : line;
}

// All but the bytes that go on with a character.
std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

TextFault fault_at(std::string_view text, std::size_t offset,
                   TagProblem problem) {
  const std::string_view before = text.substr(0, offset);
  // Nothing found: the first line.
  const std::size_t begin = before.rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  return {
      static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) +
          1,
      characters_in(before.substr(begin)) + 1,
      render::printable(text.substr(begin, end - begin)),
      std::move(problem.what), std::move(problem.hint)};
}

bool is_tags_alone(std::string_view line) {
  std::string left;
  std::size_t done = 0;
  for (const Tag& tag : tags_in(line)) {
    if (!tag.is_structure()) {
      return false;
    }
    left += line.substr(done, tag.begin - done);
    done = tag.end;
  }
  left += line.substr(done);
  return done > 0 && trimmed(left).empty();
}

// Such a line is where a section begins or ends, and no line of the text.
std::string without_tag_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t whole = std::min(end + 1, text.size());
    out += is_tags_alone(line) ? trimmed(line) : text.substr(0, whole);
    text.remove_prefix(whole);
  }
  return out;
}

}  // namespace

Result<TextTemplate> TextTemplate::open(std::string bytes, TextForm form) {
  if (find_invalid_utf8(bytes)) {
    return Failure{ExitStatus::io, msg("it is not UTF-8 text"),
                   msg("save it as UTF-8")};
  }
  return TextTemplate(std::move(bytes), form);
}

std::vector<TextFault> TextTemplate::faults(const Shape& shape) const {
  const std::vector<Tag> tags = tags_in(text_);
  std::vector<TextFault> faults;
  for (TagProblem& each : problems_of(tags, shape)) {
    const std::size_t offset = tags[each.tag].begin;
    faults.push_back(fault_at(text_, offset, std::move(each)));
  }
  return faults;
}

Filled TextTemplate::fill(const Json& context, const Shape& shape,
                          Language language) const {
  return document::fill(
      without_tag_lines(text_), shape.in_words(context, language),
      [this](const std::string& value) { return escape_for(form_, value); });
}

}  // namespace thidua::document
