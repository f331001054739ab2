#include "render/diagnostics.hpp"

#include <algorithm>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "render/printable.hpp"

namespace thidua::render {
namespace {

constexpr std::size_t widest_line = 120;  // characters of a source line shown

LineColumn locate_in(const std::vector<Source>& sources, Span where) {
  return where.known() ? locate(sources[where.file].bytes, where.offset)
                       : LineColumn{};
}

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Ink::red;
    case Severity::warning:
      return Ink::yellow;
    case Severity::info:
      break;
  }
  return Ink::blue;
}

// The source line around the place, and how the caret stands under it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

// Steps over characters, so that a cut never splits one.
std::size_t forward(std::string_view text, std::size_t from,
                    std::size_t characters) {
  std::size_t at = from;
  while (characters > 0 && at < text.size()) {
    ++at;
    while (at < text.size() &&
           (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    --characters;
  }
  return at;
}

std::size_t backward(std::string_view text, std::size_t from,
                     std::size_t characters) {
  std::size_t at = from;
  while (characters > 0 && at > 0) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      --at;
    }
    --characters;
  }
  return at;
}

Excerpt excerpt(const LineColumn& at, std::size_t length) {
  const std::string_view line = at.text;
  const std::size_t begin = at.byte_column;
  std::size_t end = std::min(begin + length, line.size());
  end = std::min(end, forward(line, begin, widest_line));
  std::size_t from = 0;
  std::size_t to = line.size();
  if (line.size() > widest_line) {
    from = backward(line, begin, widest_line / 2);
    to = forward(line, std::max(end, begin), widest_line / 2);
  }
  Excerpt cut{printable(line.substr(from, begin - from)),
              printable(line.substr(begin, end - begin)),
              printable(line.substr(end, to - end))};
  if (from > 0) {
    cut.before.insert(0, "…");
  }
  if (to < line.size()) {
    cut.after += "…";
  }
  return cut;
}

std::string source_lines(const Diagnostic& diagnostic,
                         const DiagnosticView& view, const LineColumn& at) {
  if (at.text.empty()) {
    return {};
  }
  const std::string number = std::to_string(at.line);
  const std::string gutter(number.size() + 2, ' ');
  const Excerpt cut = excerpt(at, diagnostic.where.length);
  const std::size_t carets =
      std::max<std::size_t>(1, display_width(cut.marked));
  const std::string caret = view.style(
      ink_of(info_of(diagnostic.code).severity), std::string(carets, '^'));
  return fmt::format("{0}|\n {1} | {2}{3}{4}\n{0}| {5}{6}\n", gutter, number,
                     cut.before, cut.marked, cut.after,
                     std::string(display_width(cut.before), ' '), caret);
}

std::string sarif_level(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "note";
}

}  // namespace

const char* word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return N_("error");
    case Severity::warning:
      return N_("warning");
    case Severity::info:
      break;
  }
  return N_("info");
}

std::string place(const std::vector<Source>& sources, Span where) {
  if (!where.known()) {
    return {};
  }
  const LineColumn at = locate_in(sources, where);
  return fmt::format("{}:{}", printable(sources[where.file].path), at.line);
}

std::string to_text(const Diagnostic& diagnostic, const DiagnosticView& view) {
  const Severity severity = info_of(diagnostic.code).severity;
  const LineColumn at = locate_in(view.sources, diagnostic.where);
  const std::string path =
      diagnostic.where.known()
          ? printable(view.sources[diagnostic.where.file].path)
          : std::string();
  std::string text = fmt::format(
      "{}:{}:{}: {}: {}\n", path, at.line, at.column,
      view.style(ink_of(severity),
                 fmt::format("{}[{}]", say(word(severity), view.language),
                             to_string(diagnostic.code))),
      view.style(Ink::bold, printable(say(diagnostic.message, view.language))));
  text += source_lines(diagnostic, view, at);
  const std::string gutter(std::to_string(at.line).size() + 2, ' ');
  if (!diagnostic.hint.empty()) {
    text += fmt::format("{}= {}: {}\n", gutter, say("hint", view.language),
                        printable(say(diagnostic.hint, view.language)));
  }
  if (!diagnostic.section.empty()) {
    text +=
        fmt::format("{}= {}\n", gutter,
                    say(msg("section {0}", diagnostic.section), view.language));
  }
  return text;
}

std::string summary(const Diagnostics& found, std::size_t files,
                    Language language) {
  return say(msg("{0} {0:error|errors}, {1} {1:warning|warnings}, {2} "
                 "{2:note|notes} in {3} {3:file|files}",
                 found.count(Severity::error), found.count(Severity::warning),
                 found.count(Severity::info), files),
             language);
}

Json to_json(const Diagnostic& diagnostic, const DiagnosticView& view) {
  const LineColumn at = locate_in(view.sources, diagnostic.where);
  Json json;
  json["code"] = to_string(diagnostic.code);
  json["severity"] = [&] {
    switch (info_of(diagnostic.code).severity) {
      case Severity::error:
        return "error";
      case Severity::warning:
        return "warning";
      case Severity::info:
        break;
    }
    return "info";
  }();
  json["path"] = diagnostic.where.known()
                     ? printable(view.sources[diagnostic.where.file].path)
                     : "";
  json["line"] = at.line;
  json["column"] = at.column;
  json["message"] = printable(say(diagnostic.message, view.language));
  json["hint"] = printable(say(diagnostic.hint, view.language));
  json["section"] = diagnostic.section;
  return json;
}

Json to_sarif(const std::vector<Diagnostic>& found, const DiagnosticView& view,
              std::string_view version) {
  Json results = Json::array();
  for (const Diagnostic& diagnostic : found) {
    const Json plain = to_json(diagnostic, view);
    Json location;
    location["physicalLocation"]["artifactLocation"]["uri"] = plain["path"];
    location["physicalLocation"]["region"] = {{"startLine", plain["line"]},
                                              {"startColumn", plain["column"]}};
    results.push_back(
        {{"ruleId", plain["code"]},
         {"level", sarif_level(info_of(diagnostic.code).severity)},
         {"message", {{"text", plain["message"]}}},
         {"locations", Json::array({location})}});
  }
  Json rules = Json::array();
  for (const CodeInfo& info : all_codes()) {
    rules.push_back(
        {{"id", to_string(info.code)},
         {"shortDescription", {{"text", say(info.title, view.language)}}}});
  }
  Json run;
  run["tool"]["driver"] = {
      {"name", "thidua"}, {"version", version}, {"rules", rules}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = results;
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", Json::array({run})}};
}

}  // namespace thidua::render
