#include "change/redate.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "yaml/edit.hpp"
#include "yaml/tree.hpp"

namespace thidua::change {
namespace {

using yaml::Node;
using yaml::Value;

// Where years stand in plan.yaml and criteria/: the keys on the way, `*` for
// any key or item.
constexpr std::array<std::string_view, 16> dated_places{
    "occasions/*/first", "occasions/*/first/value", "occasions/*/last",
    "occasions/*/year",  "occasions/*/covers/from", "occasions/*/covers/to",
    "timeline/*/when",   "duties/*/due/first",      "duties/*/due/first/value",
    "duties/*/due/last", "duties/*/due/once",       "duties/*/due/once/before",
    "targets/*/by",      "targets/*/measure/since", "criteria/*/measure/since",
    "baselines/*"};

constexpr std::size_t digits_of_year = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number of a whole year: `2023` and nothing else.
std::optional<int> year_of(std::string_view text) {
  const auto period = Period::parse(text);
  return period && period->kind() == Period::Kind::year
             ? std::optional(period->closing_year())
             : std::nullopt;
}

// Four digits with no digit beside them.
bool is_year_at(std::string_view text, std::size_t at) {
  const std::size_t end = at + digits_of_year;
  return end <= text.size() && (at == 0 || !is_digit(text[at - 1])) &&
         (end == text.size() || !is_digit(text[end])) &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
}

// Of a plan of one year, which is its first and its last one.
bool means_the_end(std::string_view place) {
  return place.ends_with("/last") || place.ends_with("/to") ||
         place.ends_with("/by");
}

// The years in order, those that follow one another together.
std::vector<Stretch> runs_of(std::vector<int> years) {
  std::sort(years.begin(), years.end());
  std::vector<Stretch> runs;
  for (const int year : years) {
    if (runs.empty() || year > runs.back().last + 1) {
      runs.push_back({year, year});
    } else {
      runs.back().last = year;
    }
  }
  return runs;
}

bool is_dated(std::string_view place) {
  return std::find(dated_places.begin(), dated_places.end(), place) !=
         dated_places.end();
}

class Redating {
 public:
  Redating(yaml::Editor& editor, const YearMap& years)
      : editor_(editor), years_(years) {}

  // `place` is the path with `*` for keys and items of collections.
  void visit(const Node& node, const yaml::Path& path,
             const std::string& place) {
    if (node.is_scalar()) {
      if (is_dated(place)) {
        move(node, path, means_the_end(place));
      }
      return;
    }
    for (const yaml::Entry& entry : node.entries()) {
      visit(entry.value, below(path, entry.key.text()),
            below(place, entry.key.text()));
    }
    for (std::size_t i = 0; i < node.items().size(); ++i) {
      visit(node.items()[i], below(path, i), below(place, "*"));
    }
  }

  void move_periods(const Node& list, const yaml::Path& path) {
    std::vector<int> whole_years;
    std::vector<Value> moved;
    for (const Node& item : list.items()) {
      if (const auto year = year_of(item.text())) {
        whole_years.push_back(*year);
      } else {
        moved.push_back(Value::text(years_.text(item.text(), false)));
      }
    }
    if (!whole_years.empty()) {
      for (const Period& period : years_.all_from(whole_years)) {
        moved.push_back(Value::text(period.to_string()));
      }
    }
    editor_.set(path, Value::list(std::move(moved)).in_flow());
  }

 private:
  template <class Key>
  static yaml::Path below(yaml::Path path, const Key& key) {
    path.push_back(yaml::Step(key));
    return path;
  }
  // Ids stand as keys right below these.
  static std::string below(const std::string& place, std::string_view key) {
    return place.empty()          ? std::string(key)
           : place == "occasions" ? place + "/*"
                                  : place + "/" + std::string(key);
  }

  void move(const Node& node, const yaml::Path& path, bool end) {
    const std::string moved = years_.text(node.text(), end);
    if (moved != node.text()) {
      editor_.set(path, node.core_type() == yaml::CoreType::integer
                            ? Value::literal(moved)
                            : Value::text(moved));
    }
  }

  yaml::Editor& editor_;
  const YearMap& years_;
};

}  // namespace

YearMap::YearMap(const Period& from, const Period& to)
    : to_(to),
      from_first_(static_cast<int>(from.first().year())),
      from_last_(static_cast<int>(from.last().year())),
      to_first_(static_cast<int>(to.first().year())),
      to_last_(static_cast<int>(to.last().year())) {}

int YearMap::of(int year, bool end) const {
  const bool last = year >= from_last_;
  if (year <= from_first_ && !(last && end)) {
    return to_first_ + (year - from_first_);
  }
  if (last) {
    return to_last_ + (year - from_last_);
  }
  return to_first_ + (year - from_first_) * (to_last_ - to_first_) /
                         (from_last_ - from_first_);
}

std::string YearMap::text(std::string_view text, bool end) const {
  std::string moved;
  for (std::size_t at = 0; at < text.size();) {
    int year = 0;
    if (is_year_at(text, at)) {
      std::from_chars(text.data() + at, text.data() + at + digits_of_year,
                      year);
      moved += std::to_string(of(year, end));
      at += digits_of_year;
    } else {
      moved += text[at++];
    }
  }
  return moved;
}

Stretch YearMap::of(Stretch run) const {
  const int last = of(run.last, true);
  // What is followed by another year of the old period leaves no gap before it.
  return {of(run.first, false),
          run.last >= from_first_ && run.last < from_last_
              ? std::max(last, of(run.last + 1, false) - 1)
              : last};
}

std::vector<Period> YearMap::all_from(const std::vector<int>& years) const {
  std::vector<Stretch> moved;
  for (const Stretch& run : runs_of(years)) {
    moved.push_back(of(run));
  }
  std::vector<Period> found;
  for (int year = to_first_; year <= to_last_; ++year) {
    const bool covered =
        std::any_of(moved.begin(), moved.end(), [&](const Stretch& run) {
          return run.first <= year && year <= run.last;
        });
    if (covered && to_.contains(Period::year(year))) {
      found.push_back(Period::year(year));
    }
  }
  return found.empty() ? std::vector{to_} : found;
}

Result<FileChange> redate(const FileChange& record, const YearMap& years) {
  Diagnostics ignored;
  const auto tree = yaml::read(record.bytes, 0, ignored);
  if (!tree) {
    return failure_of({yaml::Refusal::unreadable}, record.path);
  }
  yaml::Editor editor(record.bytes);
  Redating redating(editor, years);
  redating.visit(tree->root(), {}, {});
  const Node* valid = tree->root().find("valid");
  const Node* periods = valid == nullptr ? nullptr : valid->find("periods");
  if (periods != nullptr && periods->is_sequence()) {
    redating.move_periods(*periods, {"valid", "periods"});
  }
  auto bytes = editor.result();
  if (!bytes) {
    return failure_of(bytes.error(), record.path);
  }
  return FileChange{record.path, std::move(*bytes)};
}

}  // namespace thidua::change
