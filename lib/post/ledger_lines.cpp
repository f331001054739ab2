#include "post/ledger_lines.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace thidua::post {
namespace {

using LineJson = nlohmann::ordered_json;

constexpr const char* format_name = "thidua letters";
constexpr const char* sending = "sending";
constexpr const char* sent = "sent";

// Null where the line is no JSON.
LineJson json_of(std::string_view line) {
  LineJson json = LineJson::parse(line, nullptr, false);
  return json.is_discarded() ? LineJson() : json;
}

std::optional<std::string> text_at(const LineJson& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_string()
             ? std::optional(found->get<std::string>())
             : std::nullopt;
}

std::optional<int> number_at(const LineJson& line, const char* key) {
  const auto found = line.find(key);
  if (found == line.end() || !found->is_number_integer()) {
    return std::nullopt;
  }
  const bool fits = found->is_number_unsigned()
                        ? std::in_range<int>(found->get<std::uint64_t>())
                        : std::in_range<int>(found->get<std::int64_t>());
  return fits ? std::optional(found->get<int>()) : std::nullopt;
}

}  // namespace

std::optional<int> version_in(std::string_view line) {
  const LineJson json = json_of(line);
  return json.is_object() && text_at(json, "format") == format_name
             ? number_at(json, "version")
             : std::nullopt;
}

std::string first_ledger_line() {
  return LineJson{{"format", format_name}, {"version", ledger_version}}.dump() +
         '\n';
}

std::string to_ledger_line(const LedgerEntry& entry, bool is_sent) {
  return LineJson{{"event", is_sent ? sent : sending},
                  {"key", entry.key},
                  {"recipient", entry.recipient},
                  {"step", entry.step},
                  {"day", to_iso(entry.day)}}
             .dump() +
         '\n';
}

std::optional<LedgerLine> parse_ledger_line(std::string_view line) {
  constexpr std::size_t keys = 5;
  const LineJson json = json_of(line);
  if (!json.is_object() || json.size() != keys) {
    return std::nullopt;
  }
  const auto event = text_at(json, "event");
  const auto key = text_at(json, "key");
  const auto recipient = text_at(json, "recipient");
  const auto step = number_at(json, "step");
  const auto day_text = text_at(json, "day").value_or("");
  const auto day = parse_date(day_text);
  if (!(event == sending || event == sent) || !key || !recipient || !step ||
      !day || to_iso(*day) != day_text) {
    return std::nullopt;
  }
  return LedgerLine{{*key, *recipient, *step, *day}, event == sent};
}

}  // namespace thidua::post
