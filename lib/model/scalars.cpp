#include "model/scalars.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua {

void report(Diagnostics& found, Code code, Span where, Message message,
            Message hint) {
  found.add({code, where, std::move(message), std::move(hint), {}});
}

bool expect_value(const yaml::Node& node, Diagnostics& found) {
  if (node.is_refused()) {
    return false;
  }
  if (node.is_null()) {
    report(found, code::empty_value, node.span(),
           msg("a value is missing here"),
           msg("write the value, or take the whole line out: absent is not "
               "zero"));
    return false;
  }
  return true;
}

namespace {

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

}  // namespace

std::optional<std::string_view> scalar_text(const yaml::Node& node,
                                            Diagnostics& found) {
  if (!expect_scalar(node, found)) {
    return std::nullopt;
  }
  return node.text();
}

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

void expect_some(const yaml::Node& node, Diagnostics& found) {
  if (node.is_sequence() && node.items().empty()) {
    report(found, code::empty_value, node.span(), msg("the list is empty"),
           msg("write one item at least"));
  } else if (node.is_mapping() && node.entries().empty()) {
    report(found, code::empty_value, node.span(), msg("no key stands here"),
           msg("write one `key: value` line at least"));
  }
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

namespace {

// `1.250`, `1,250`: three digits behind a mark, one to three before it.
bool looks_like_thousands(std::string_view text) {
  text.remove_prefix(text.starts_with('-') ? 1 : 0);
  const std::size_t mark = text.find_first_of(".,");
  return mark >= 1 && mark <= 3 && text.size() == mark + 4 &&
         text.front() != '0';
}

void warn_of_thousands(const yaml::Node& node, Diagnostics& found) {
  const std::string_view text = node.text();
  std::string whole(text);
  std::erase_if(whole, [](char c) { return c == '.' || c == ','; });
  report(found, code::thousands_mark, node.span(),
         msg("`{0}` is read as {1} point {2}", text,
             text.substr(0, text.size() - 4), text.substr(text.size() - 3)),
         msg("write {0} if that is meant, or {1}0 if it really has three "
             "decimal places",
             whole, text));
}

}  // namespace

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
  } else if (looks_like_thousands(*text)) {
    warn_of_thousands(node, found);
  }
  return value;
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
         msg("`{0}` is not one of: {1}", *text,
             fmt::format("{}", fmt::join(words, ", "))),
         meant ? msg("did you mean `{0}`?", *meant)
               : msg("write one of those words"));
  return std::nullopt;
}

}  // namespace thidua
