#include "model/fields.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua {
namespace {

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

Fields::Fields(const yaml::Node& node, Diagnostics& found)
    : node_(node), found_(found), usable_(expect_mapping(node, found)) {}

std::size_t Fields::size_of(std::string_view key) const {
  const yaml::Node* node = usable_ ? node_.find(key) : nullptr;
  return node == nullptr ? 0 : node->entries().size();
}

bool Fields::has(std::string_view key) const {
  return usable_ && node_.find(key) != nullptr;
}

// Every key of every record comes by here, so what only a report needs is put
// aside as cheaply as can be.
const yaml::Node* Fields::find(std::string_view key) {
  if (known_count_ < known_.size()) {
    known_[known_count_++] = {key.data(), key.size()};
  }
  const std::span<const yaml::Entry> entries = node_.entries();
  for (std::size_t i = 0; usable_ && i < entries.size(); ++i) {
    if (entries[i].key.text() == key) {
      asked_ |= bit(i);
      const yaml::Node& value = entries[i].value;
      return expect_value(value, found_) ? &value : nullptr;
    }
  }
  return nullptr;
}

const yaml::Node* Fields::require(std::string_view key) {
  const yaml::Node* node = find(key);
  if (node == nullptr && usable_ && !has(key)) {
    report(found_, code::missing_key, node_.span(),
           msg("the key `{0}` is missing", key),
           msg("add a line `{0}: …`", key));
  }
  return node;
}

const yaml::Node* Fields::find_some(std::string_view key) {
  const yaml::Node* node = find(key);
  if (node != nullptr) {
    expect_some(*node, found_);
  }
  return node;
}

const yaml::Node* Fields::require_some(std::string_view key) {
  const yaml::Node* node = require(key);
  if (node != nullptr) {
    expect_some(*node, found_);
  }
  return node;
}

std::string Fields::word(std::string_view key,
                         std::span<const std::string_view> words) {
  const yaml::Node* node = require(key);
  const auto index = node ? read_choice(*node, words, found_) : std::nullopt;
  return index ? std::string(words[*index]) : std::string();
}

bool Fields::stated(std::string_view key) {
  const yaml::Node* node = find(key);
  if (node != nullptr) {
    expect_true(*node, found_);
  }
  return node != nullptr;
}

namespace {

template <class T>
At<std::string> text_of(At<T> id) {
  return {std::move(id.value.text), id.span};
}

template <class T>
std::optional<At<std::string>> text_of(std::optional<At<T>> id) {
  return id ? std::optional(text_of(std::move(*id))) : std::nullopt;
}

template <class T>
std::vector<At<std::string>> texts_of(std::vector<At<T>> ids) {
  std::vector<At<std::string>> texts;
  texts.reserve(ids.size());
  for (auto& id : ids) {
    texts.push_back(text_of(std::move(id)));
  }
  return texts;
}

}  // namespace

At<std::string> Fields::id(std::string_view key) {
  return text_of(need<At<Id>>(key));
}

std::optional<At<std::string>> Fields::maybe_id(std::string_view key) {
  return text_of(maybe<At<Id>>(key));
}

At<std::string> Fields::unit_id(std::string_view key) {
  return text_of(need<At<UnitId>>(key));
}

std::optional<At<std::string>> Fields::maybe_unit_id(std::string_view key) {
  return text_of(maybe<At<UnitId>>(key));
}

At<std::string> Fields::occasion_key(std::string_view key) {
  return text_of(need<At<OccasionKey>>(key));
}

At<std::string> Fields::section_id(std::string_view key) {
  return text_of(need<At<SectionId>>(key));
}

std::vector<At<std::string>> Fields::ids(std::string_view key) {
  return texts_of(list<At<Id>>(key));
}

std::vector<At<std::string>> Fields::need_ids(std::string_view key) {
  return texts_of(need_list<At<Id>>(key));
}

std::vector<At<std::string>> Fields::unit_ids(std::string_view key) {
  return texts_of(list<At<UnitId>>(key));
}

void Fields::one_of(std::initializer_list<std::string_view> keys, bool needed) {
  if (!usable_) {
    return;
  }
  std::size_t present = 0;
  Span second{};
  for (const yaml::Entry& entry : node_.entries()) {
    if (std::find(keys.begin(), keys.end(), entry.key.text()) != keys.end() &&
        ++present == 2) {
      second = entry.key.span();
    }
  }
  if (present > 1) {
    report(found_, code::unknown_key, second,
           msg("only one of these keys may be here: {0}",
               joined({keys.begin(), keys.size()})),
           msg("keep the one that is true and take the others out"));
  } else if (present == 0 && needed) {
    report(found_, code::missing_key, node_.span(),
           msg("one of these keys is missing: {0}",
               joined({keys.begin(), keys.size()})),
           msg("add the one that is true"));
  }
}

void Fields::refuse(std::string_view key, const Message& why,
                    const Message& hint) {
  for (const yaml::Entry& entry : node_.entries()) {
    if (entry.key.text() == key) {
      report(found_, code::unknown_key, entry.key.span(), why, hint);
    }
  }
}

void Fields::only_with(std::string_view key, std::string_view other) {
  if (!has(other)) {
    refuse(key, msg("`{0}` says nothing without `{1}`", key, other),
           msg("add `{1}`, or take `{0}` out", key, other));
  }
}

namespace {

// `{text: a, b}`: `b` reads as a key without a colon, and was meant as text.
bool stands_behind_comma(const yaml::Entry& entry) {
  return entry.value.is_null() && entry.value.span().length == 0;
}

}  // namespace

void Fields::report_unknown(std::size_t index) {
  const std::vector<std::string_view> known = known_keys();
  const std::span<const yaml::Entry> entries = node_.entries();
  const yaml::Node& key = entries[index].key;
  const bool in_braces = node_.style() == yaml::Style::flow && index > 0;
  if (in_braces && stands_behind_comma(entries[index])) {
    report(found_, code::unknown_key, key.span(),
           msg("`{0}` stands behind a comma and is read as a key", key.text()),
           entries[index - 1].value.text().empty()
               ? msg("put the whole text before it in double quotes")
               : msg("put the whole text in double quotes: \"{0}, {1}\"",
                     entries[index - 1].value.text(), key.text()));
    return;
  }
  const auto meant = nearest(key.text(), known);
  report(found_, code::unknown_key, key.span(),
         msg("there is no key `{0}` here", key.text()),
         meant ? msg("did you mean `{0}`?", *meant)
               : msg("the keys here are: {0}", joined(known)));
}

std::vector<std::string_view> Fields::known_keys() const {
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < known_count_; ++i) {
    const std::string_view key(known_[i].text, known_[i].size);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      keys.push_back(key);
    }
  }
  return keys;
}

bool Fields::was_asked_for(std::size_t entry) const {
  if (entry < bits) {
    return (asked_ & bit(entry)) != 0;
  }
  const std::vector<std::string_view> known = known_keys();
  return std::find(known.begin(), known.end(),
                   node_.entries()[entry].key.text()) != known.end();
}

bool Fields::all_asked_for() const {
  const std::size_t count = node_.entries().size();
  return count < bits && asked_ == bit(count) - 1;
}

void Fields::done() {
  const std::span<const yaml::Entry> entries = node_.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!was_asked_for(i)) {
      report_unknown(i);
    }
  }
}

bool read_dossier_by_receiver(Fields& fields) {
  static constexpr std::array<std::string_view, 1> words{"receiver"};
  const yaml::Node* node = fields.find("dossier_by");
  return node != nullptr &&
         read_choice(*node, words, fields.found()).has_value();
}

std::string read_source(Fields& fields, bool needed) {
  const yaml::Node* node =
      needed ? fields.require_some("source") : fields.find_some("source");
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
  if (fields.usable() && !fields.has("source") && !origin.assumed) {
    report(fields.found(), code::missing_key, fields.span(),
           msg("this rule does not say where it comes from"),
           msg("add `source: SECTION` of the plan, or `assumed: true` where "
               "the plan is silent"));
  }
  return origin;
}

}  // namespace thidua
