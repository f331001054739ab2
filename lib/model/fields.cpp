#include "model/fields.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua {

void report(Diagnostics& found, Code code, Span where, Message message,
            Message hint) {
  found.add({code, where, std::move(message), std::move(hint), {}});
}

bool expect_value(const yaml::Node& node, Diagnostics& found) {
  if (node.is_scalar() && node.core_type() == yaml::CoreType::null) {
    report(found, code::empty_value, node.span(),
           msg("a value is missing here"),
           msg("write the value, or take the whole line out: absent is not "
               "zero"));
    return false;
  }
  return true;
}

namespace {

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

// A scalar with something in it, or a report.
bool expect_scalar(const yaml::Node& node, Diagnostics& found) {
  if (!expect_value(node, found)) {
    return false;
  }
  if (!node.is_scalar()) {
    const bool is_list = node.is_sequence();
    report(found, code::wrong_kind, node.span(),
           is_list ? msg("a list stands where one value is due")
                   : msg("a mapping stands where one value is due"),
           msg("write one value after the colon"));
    return false;
  }
  return true;
}

std::optional<std::string_view> scalar_text(const yaml::Node& node,
                                            Diagnostics& found) {
  if (!expect_scalar(node, found)) {
    return std::nullopt;
  }
  return node.text();
}

}  // namespace

bool expect_sequence(const yaml::Node& node, Diagnostics& found) {
  if (node.is_sequence()) {
    return true;
  }
  if (expect_value(node, found)) {
    report(found, code::wrong_kind, node.span(), msg("a list is due here"),
           msg("write each item on a line of its own after `- `"));
  }
  return false;
}

bool expect_mapping(const yaml::Node& node, Diagnostics& found) {
  if (node.is_mapping()) {
    return true;
  }
  if (expect_value(node, found)) {
    report(found, code::wrong_kind, node.span(),
           msg("keys with values are due here"),
           msg("write `key: value` lines"));
  }
  return false;
}

std::optional<std::string> Read<std::string>::from(const yaml::Node& node,
                                                   Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (node.core_type() != yaml::CoreType::text) {
    report(found, code::not_text, node.span(),
           msg("`{0}` is read as a number or as true/false, and text is due",
               *text),
           msg("put it in double quotes: \"{0}\"", *text));
    return std::nullopt;
  }
  if (text->empty()) {
    report(found, code::empty_value, node.span(), msg("the text is empty"),
           msg("write the text, or take the whole line out"));
    return std::nullopt;
  }
  return std::string(*text);
}

std::optional<bool> Read<bool>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (node.core_type() != yaml::CoreType::boolean) {
    report(found, code::not_true_or_false, node.span(),
           msg("`{0}` is neither true nor false", *text),
           msg("write true or false, without quotes"));
    return std::nullopt;
  }
  return text->front() == 't' || text->front() == 'T';
}

std::optional<Exact> Read<Exact>::from(const yaml::Node& node,
                                       Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto value = Exact::parse(*text);
  if (!value) {
    report(found, code::not_a_number, node.span(),
           msg("`{0}` is not a number", *text),
           msg("write digits with one decimal mark at most, such as 1250 or "
               "\"86,25\"; no thousands marks, no leading zeros"));
  }
  return value;
}

std::optional<int> Read<int>::from(const yaml::Node& node, Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  const bool digits = text->size() == 4 &&
                      std::all_of(text->begin(), text->end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  const int year = digits ? std::stoi(std::string(*text)) : 0;
  if (year < 1900 || year > 2199) {
    report(found, code::out_of_range, node.span(),
           msg("`{0}` is not a year", *text),
           msg("write four digits, from 1900 to 2199"));
    return std::nullopt;
  }
  return year;
}

std::optional<Date> Read<Date>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto date = parse_date(*text);
  if (!date && looks_like_date(*text)) {
    report(found, code::no_such_date, node.span(),
           msg("there is no day `{0}`", *text),
           msg("check the day and the month"));
  } else if (!date) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is not a date", *text),
           msg("write \"2023-11-15\" or \"15/11/2023\""));
  }
  return date;
}

std::optional<PartialDate> Read<PartialDate>::from(const yaml::Node& node,
                                                   Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto date = PartialDate::parse(*text);
  if (!date && looks_like_date(*text)) {
    report(found, code::no_such_date, node.span(),
           msg("there is no day `{0}`", *text),
           msg("check the day and the month"));
  } else if (!date) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is neither a date nor a month, quarter or year", *text),
           msg("write \"2022-11-15\", \"2022-11\", \"2022-Q4\" or \"2022\""));
  }
  return date;
}

std::optional<Period> Read<Period>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto period = Period::parse(*text);
  if (!period) {
    report(found, code::not_a_period, node.span(),
           msg("`{0}` is not a period", *text),
           msg("write \"2023\", \"2023-11\", \"2023-Q4\", \"2023-H1\" or "
               "\"2022-11-15..2023-11-14\", the earlier day first"));
  }
  return period;
}

std::optional<MonthDay> Read<MonthDay>::from(const yaml::Node& node,
                                             Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto day = MonthDay::parse(*text);
  if (!day) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is not a day of the year", *text),
           msg("write day and month in quotes, such as \"10/11\""));
  }
  return day;
}

std::optional<Id> Read<Id>::from(const yaml::Node& node, Diagnostics& found) {
  auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (!is_id(*text)) {
    const std::string suggestion = slug(*text);
    report(found, code::not_an_id, node.span(),
           msg("`{0}` is not an id", *text),
           suggestion.empty()
               ? msg("an id has lower-case letters, digits and inner hyphens")
               : msg("an id has lower-case letters, digits and inner hyphens, "
                     "such as `{0}`",
                     suggestion));
    return std::nullopt;
  }
  return Id{std::move(*text)};
}

namespace {

bool is_section_id(std::string_view text) {
  if (text.empty() || text.size() > 60 || text.front() == '.' ||
      text.front() == '-') {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
}

}  // namespace

std::string section_id_from_input(std::string_view text) {
  std::string id(text);
  for (std::size_t at = id.find(".dd"); at != std::string::npos;
       at = id.find(".dd", at + 1)) {
    const std::size_t after = at + 3;
    if (after == id.size() || id[after] == '-' || id[after] == '.') {
      id.replace(at + 1, 2, "đ");
    }
  }
  return id;
}

std::optional<SectionId> Read<SectionId>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (!is_section_id(*text)) {
    report(found, code::not_an_id, node.span(),
           msg("`{0}` is not a section id", *text),
           msg("write the section as printed, without spaces, such as "
               "IV.2.c-1"));
    return std::nullopt;
  }
  return SectionId{section_id_from_input(*text)};
}

bool check_id_key(const At<std::string>& key, Diagnostics& found) {
  if (is_id_segment(key.value)) {
    return true;
  }
  report(found, code::not_an_id, key.span, msg("`{0}` is not an id", key.value),
         msg("an id has lower-case letters, digits and inner hyphens"));
  return false;
}

std::optional<std::size_t> read_choice(const yaml::Node& node,
                                       std::span<const std::string_view> words,
                                       Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  const auto at = std::find(words.begin(), words.end(), *text);
  if (at != words.end()) {
    return static_cast<std::size_t>(at - words.begin());
  }
  const auto meant = nearest(*text, words);
  report(found, code::not_a_choice, node.span(),
         msg("`{0}` is not one of: {1}", *text, joined(words)),
         meant ? msg("did you mean `{0}`?", *meant)
               : msg("write one of those words"));
  return std::nullopt;
}

Fields::Fields(const yaml::Node& node, Diagnostics& found)
    : node_(node), found_(found), usable_(expect_mapping(node, found)) {}

const yaml::Node* Fields::find(std::string_view key) {
  if (known_count_ < known_.size()) {
    known_[known_count_++] = key;
  }
  const yaml::Node* node = usable_ ? node_.find(key) : nullptr;
  return node != nullptr && expect_value(*node, found_) ? node : nullptr;
}

const yaml::Node* Fields::require(std::string_view key) {
  const yaml::Node* node = find(key);
  if (usable_ && node_.find(key) == nullptr) {
    report(found_, code::missing_key, node_.span(),
           msg("the key `{0}` is missing", key),
           msg("add a line `{0}: …`", key));
  }
  return node;
}

At<std::string> Fields::id(std::string_view key) {
  auto id = need<At<Id>>(key);
  return {std::move(id.value.text), id.span};
}

std::optional<At<std::string>> Fields::maybe_id(std::string_view key) {
  auto id = maybe<At<Id>>(key);
  if (!id) {
    return std::nullopt;
  }
  return At<std::string>{std::move(id->value.text), id->span};
}

At<std::string> Fields::section_id(std::string_view key) {
  auto id = need<At<SectionId>>(key);
  return {std::move(id.value.text), id.span};
}

std::vector<At<std::string>> Fields::ids(std::string_view key) {
  std::vector<At<std::string>> texts;
  for (auto& id : list<At<Id>>(key)) {
    texts.push_back({std::move(id.value.text), id.span});
  }
  return texts;
}

void Fields::one_of(std::initializer_list<std::string_view> keys, bool needed) {
  if (!usable_) {
    return;
  }
  const auto present = [this](std::string_view key) {
    return node_.find(key) != nullptr;
  };
  const auto count = std::count_if(keys.begin(), keys.end(), present);
  if (count > 1) {
    report(found_, code::unknown_key, node_.span(),
           msg("only one of these keys may be here: {0}",
               joined({keys.begin(), keys.size()})),
           msg("keep the one that is true and take the others out"));
  } else if (count == 0 && needed) {
    report(found_, code::missing_key, node_.span(),
           msg("one of these keys is missing: {0}",
               joined({keys.begin(), keys.size()})),
           msg("add the one that is true"));
  }
}

void Fields::done() {
  const std::span<const std::string_view> known(known_.data(), known_count_);
  for (const yaml::Entry& entry : node_.entries()) {
    const std::string_view key = entry.key.text();
    if (std::find(known.begin(), known.end(), key) != known.end()) {
      continue;
    }
    const auto meant = nearest(key, known);
    report(found_, code::unknown_key, entry.key.span(),
           msg("there is no key `{0}` here", key),
           meant ? msg("did you mean `{0}`?", *meant)
                 : msg("the keys here are: {0}", joined(known)));
  }
}

std::string read_source(Fields& fields, bool needed) {
  const yaml::Node* node =
      needed ? fields.require("source") : fields.find("source");
  if (node == nullptr) {
    return {};
  }
  if (!node->is_sequence()) {
    return read_as<std::string>(*node, fields.found()).value_or("");
  }
  const auto parts = read_as<std::vector<std::string>>(*node, fields.found());
  return fmt::format("{}", fmt::join(*parts, ", "));
}

Origin read_origin(Fields& fields) {
  Origin origin;
  origin.source = read_source(fields, false);
  origin.assumed = fields.flag("assumed");
  origin.note = fields.text_or_empty("note");
  if (fields.usable() && origin.source.empty() && !origin.assumed) {
    report(fields.found(), code::missing_key, fields.span(),
           msg("this rule does not say where it comes from"),
           msg("add `source: SECTION` of the plan, or `assumed: true` where "
               "the plan is silent"));
  }
  return origin;
}

void expect_true(const yaml::Node& node, Diagnostics& found) {
  const auto value = read_as<bool>(node, found);
  if (value && !*value) {
    report(found, code::not_true_or_false, node.span(),
           msg("`false` says nothing here"),
           msg("write true, or take the line out"));
  }
}

std::string read_printed_text(const yaml::Node& node, Diagnostics& found) {
  const bool empty_text = node.is_scalar() && node.text().empty() &&
                          node.core_type() == yaml::CoreType::text;
  return empty_text ? std::string()
                    : read_as<std::string>(node, found).value_or("");
}

}  // namespace thidua
