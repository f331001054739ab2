#include "yaml/syntax.hpp"

#include <algorithm>
#include <string>

#include "yaml/bytes.hpp"
#include "yaml/characters.hpp"

namespace thidua::yaml {
namespace {

struct Trouble {
  std::string_view bytes;
  const Problem& problem;
  Faults& faults;

  void add(Code code, Place place, Message message, Message hint) const {
    faults.add(code, place, std::move(message), std::move(hint));
  }
  void add(Message message, Message hint) const {
    add(code::syntax_error, here(), std::move(message), std::move(hint));
  }

  // The character libyaml stopped at.
  [[nodiscard]] Place here() const {
    return {problem.offset, character(problem.offset)};
  }
  // The first character of what it was reading.
  [[nodiscard]] Place opening() const {
    return {problem.context_offset, character(problem.context_offset)};
  }

  [[nodiscard]] char at(std::size_t offset) const {
    return offset < bytes.size() ? bytes[offset] : '\n';
  }
  [[nodiscard]] std::size_t character(std::size_t offset) const {
    std::size_t end = std::min(offset + 1, bytes.size());
    while (end < bytes.size() &&
           (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    return end - std::min(offset, end);
  }

  [[nodiscard]] std::size_t line_begin(std::size_t offset) const {
    const std::size_t end = bytes.substr(0, offset).rfind('\n');
    return end == npos ? 0 : end + 1;
  }
  // Without its line end.
  [[nodiscard]] std::string_view line(std::size_t offset) const {
    const std::string_view rest = bytes.substr(line_begin(offset));
    return rest.substr(0, rest.find_first_of("\r\n"));
  }
  // The line up to where libyaml stopped.
  [[nodiscard]] std::string_view before() const {
    const std::size_t begin = line_begin(problem.offset);
    return bytes.substr(begin, problem.offset - begin);
  }
};

// Where `line` has a colon that would end a key if a space came after it.
std::size_t tight_colon(std::string_view line) {
  if (line.find(": ") != npos || line.ends_with(':')) {
    return npos;
  }
  const std::size_t colon = line.find(':');
  const std::size_t text = line.find_first_not_of(" -");
  return colon != npos && colon > text ? colon : npos;
}

void tell_tight_colon(const Trouble& t, std::size_t colon) {
  const std::string_view line = t.line(colon);
  const std::size_t text =
      t.line_begin(colon) + std::min(line.find_first_not_of(' '), line.size());
  t.add(code::syntax_error, {colon, 1},
        msg("no space after the colon in `{0}`",
            t.faults.excerpt({text, line.size()})),
        msg("write `key: value`, with a space after the colon"));
}

void tell_indentation(const Trouble& t) {
  t.add(msg("the line does not fit under the line above it"),
        msg("begin the keys of one group in the same column, two spaces "
            "further in than the key they belong to"));
}

void tell_colon_in_text(const Trouble& t) {
  if (t.before().find(": ") != npos) {
    t.add(msg("second colon in text without quotes"),
          msg("put the text after the first colon in double quotes"));
    return;
  }
  const std::size_t begin = t.line_begin(t.problem.offset);
  if (begin > 0) {
    const std::size_t above = t.line_begin(begin - 1);
    const std::size_t colon = tight_colon(t.line(above));
    if (colon != npos) {
      tell_tight_colon(t, above + colon);
      return;
    }
  }
  tell_indentation(t);
}

void tell_missing_colon(const Trouble& t) {
  const std::size_t key = t.problem.context_offset;
  const std::size_t begin = t.line_begin(key);
  const std::size_t colon = tight_colon(t.line(key));
  if (colon != npos) {
    tell_tight_colon(t, begin + colon);
    return;
  }
  const std::size_t length = t.line(key).size() - (key - begin);
  t.add(code::syntax_error, {key, length},
        msg("no colon after `{0}`", t.faults.excerpt({key, length})),
        msg("write `key: value`; a text that goes on over several lines is "
            "indented under its key"));
}

// libyaml finds something where the next key of a mapping is due.
void tell_expected_key(const Trouble& t) {
  const std::string_view before = t.before();
  const std::size_t last = before.find_last_not_of(" -?");
  if (t.at(t.problem.offset) == ':') {
    t.add(code::complex_key, t.here(), msg("colon without a key before it"),
          msg("write the name of the key before the colon"));
  } else if (last == npos) {
    tell_indentation(t);
  } else if (before[last] == '"' || before[last] == '\'') {
    t.add(msg("text after the closing quote"),
          msg("quotes that belong to a text are typed “ ” inside double "
              "quotes, or \\\""));
  } else {
    t.add(msg("text after the end of the value"),
          msg("put the whole value in double quotes"));
  }
}

void tell_expected_item(const Trouble& t) {
  t.add(msg("line without `-` among the items of a list"),
        msg("begin every item with `- ` in the same column, and put a key "
            "that follows the list in the column of the list's own key"));
}

void tell_bad_start(const Trouble& t) {
  if (t.at(t.problem.offset) == '\t') {
    add_tab_fault(t.faults, t.problem.offset);
    return;
  }
  t.add(msg("text begins with `{0}`", t.faults.excerpt(t.here())),
        msg("put the text in double quotes"));
}

void tell_open_quote(const Trouble& t) {
  t.add(code::syntax_error, t.opening(),
        msg("the quote `{0}` that opens here is never closed",
            t.faults.excerpt(t.opening())),
        msg("type the same quote at the end of the text"));
}

void tell_open_bracket(const Trouble& t) {
  // An end of the file found instead of the bracket is no line to look at.
  const std::size_t text = t.bytes.find_last_not_of(" \t\r\n");
  const std::size_t line =
      locate(t.bytes, std::min(t.problem.offset, text)).line;
  t.add(code::syntax_error, t.opening(),
        msg("`{0}` that opens here is not closed, or a comma is missing",
            t.faults.excerpt(t.opening())),
        msg("look at line {0}: put a comma between the items and `]` or `}}` "
            "after the last; quote items that hold `,` `[` or `{{`",
            line));
}

void tell_item_beside_key(const Trouble& t) {
  t.add(msg("list item on the line of its key"),
        msg("begin the list on the next line, or put the text in double quotes "
            "if the dash belongs to it"));
}

void tell_question_mark(const Trouble& t) {
  t.add(msg("text begins with `?` and a space"),
        msg("put the text in double quotes"));
}

void tell_escape(const Trouble& t) {
  const std::size_t slash = t.bytes.rfind('\\', t.problem.offset);
  const std::size_t begin = slash == npos ? t.problem.offset : slash;
  t.add(code::syntax_error,
        {begin, std::max(t.problem.offset + 1 - begin, std::size_t{2})},
        msg("`\\` in double quotes does not begin a known escape"),
        msg("write `\\\\` for a backslash, or put the text in single quotes"));
}

void tell_alias(const Trouble& t) {
  t.add(code::anchor_or_alias, t.opening(),
        msg("text begins with `{0}`", t.faults.excerpt(t.opening())),
        msg("put the text in double quotes"));
}

void tell_tag(const Trouble& t) {
  t.add(code::tag, t.opening(), msg("text begins with `!`"),
        msg("put the text in double quotes"));
}

void tell_undefined_tag(const Trouble& t) {
  t.add(code::tag, t.here(), msg("text begins with `!`"),
        msg("put the text in double quotes"));
}

void tell_directive(const Trouble& t) {
  t.add(code::syntax_error, t.opening(), msg("line begins with `%`"),
        msg("delete the line, or put the text in double quotes"));
}

void tell_wrong_directive(const Trouble& t) {
  t.add(msg("line begins with `%`"),
        msg("delete the line: records need no YAML directives"));
}

void tell_block_header(const Trouble& t) {
  t.add(msg("text on the line of `{0}`", t.faults.excerpt(t.opening())),
        msg("begin the text on the next line, indented, or put it in double "
            "quotes"));
}

void tell_tab(const Trouble& t) { add_tab_fault(t.faults, t.problem.offset); }

void tell_no_value(const Trouble& t) {
  t.add(msg("`{0}` where a value is due", t.faults.excerpt(t.here())),
        msg("write the value, or put it in double quotes if it really begins "
            "so"));
}

void tell_colon_in_brackets(const Trouble& t) {
  t.add(msg("colon at the end of text without quotes"),
        msg("put the text in double quotes"));
}

void tell_after_end(const Trouble& t) {
  if (t.at(t.problem.offset) == ':') {
    tell_tight_colon(t, t.problem.offset);  // `"key":value`
    return;
  }
  t.add(msg("text after the end of the record"),
        msg("a file holds one record: delete what follows it, or look for a "
            "bracket or quote too many"));
}

struct Case {
  std::string_view what;     // libyaml's problem, or how it begins
  std::string_view context;  // part of libyaml's context
  void (*tell)(const Trouble&);
};

// The first that fits is taken.
constexpr Case cases[] = {
    {"mapping values are not allowed", "", tell_colon_in_text},
    {"could not find expected ':'", "", tell_missing_colon},
    {"did not find expected key", "", tell_expected_key},
    {"did not find expected '-'", "", tell_expected_item},
    {"found character that cannot start", "", tell_bad_start},
    {"found unexpected", "quoted scalar", tell_open_quote},
    {"did not find expected ',' or", "", tell_open_bracket},
    {"block sequence entries are not allowed", "", tell_item_beside_key},
    {"mapping keys are not allowed", "", tell_question_mark},
    {"", "quoted scalar", tell_escape},
    {"", "alias", tell_alias},
    {"", "anchor", tell_alias},
    {"", "a tag", tell_tag},
    {"", "directive", tell_directive},
    {"found incompatible", "", tell_wrong_directive},
    {"found duplicate %", "", tell_wrong_directive},
    {"found undefined tag handle", "", tell_undefined_tag},
    {"found a tab", "", tell_tab},
    {"did not find expected comment", "block scalar", tell_block_header},
    {"did not find expected node content", "", tell_no_value},
    {"found unexpected ':'", "", tell_colon_in_brackets},
    {"did not find expected <document start>", "", tell_after_end},
};

}  // namespace

void add_syntax_fault(std::string_view bytes, const Problem& problem,
                      Faults& faults) {
  const Trouble trouble{bytes, problem, faults};
  const auto* found =
      std::find_if(std::begin(cases), std::end(cases), [&](const Case& each) {
        return problem.what.starts_with(each.what) &&
               problem.context.find(each.context) != npos;
      });
  if (found != std::end(cases)) {
    found->tell(trouble);
    return;
  }
  trouble.add(msg("not understood as YAML: {0}", problem.what),
              msg("put texts with unusual characters in double quotes"));
}

}  // namespace thidua::yaml
