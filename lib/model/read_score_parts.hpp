// The parts of a score table, each with its own reader.
#pragma once

#include "model/fields.hpp"
#include "model/read_measure.hpp"
#include "model/score_table.hpp"

namespace thidua {

THIDUA_READS(Amount);
THIDUA_READS(Rounding);
THIDUA_READS(Condition);
THIDUA_READS(Band);

template <>
struct Choices<Better> {
  static constexpr std::array<std::string_view, 2> words{"higher", "lower"};
};
template <>
struct Choices<AtZero> {
  static constexpr std::array<std::string_view, 3> words{"full", "nothing",
                                                         "not-applicable"};
};
template <>
struct Choices<RoundHow> {
  static constexpr std::array<std::string_view, 3> words{"half-up", "down",
                                                         "up"};
};
template <>
struct Choices<Effect> {
  static constexpr std::array<std::string_view, 3> words{
      "class-down", "no-class", "no-nomination"};
};

// The indicator, as it is.
Quantity indicator_itself(At<std::string> id);
// Where the value of the first of these keys stands; else the whole mapping.
Span span_of(Fields& f, std::initializer_list<std::string_view> keys);
// An amount that may be left out: then it is a person's count.
Amount read_amount(Fields& f, std::string_view key);
// The edges of a band, in a mapping that may have other keys.
Band read_edges(Fields& f);
// Gives every band without an upper edge the lower edge of the next one up.
void complete_edges(const std::vector<Band*>& bands);
// A list of bands with `points`, or with `share` of a maximum.
std::vector<PointBand> read_point_bands(Fields& f, bool shares);
Exact read_share(const yaml::Node& node, Diagnostics& found);
// A number that must be more than 0; 0 where it cannot be read.
Exact read_positive(Fields& f, std::string_view key);
std::optional<Exact> maybe_positive(Fields& f, std::string_view key);
// A whole number, 0 or more; nothing where it cannot be read.
std::optional<Exact> read_whole(const yaml::Node& node, Diagnostics& found);
// The ids of a key that may be absent, but not empty.
std::vector<At<std::string>> section_ids(Fields& f, std::string_view key);
// `counts` and `scorers`; what is not said is as `outer` has it.
Counting read_counting(Fields& f, const Counting& outer);

CountRule read_count_rule(Fields& f);
ManualRule read_manual_rule(Fields& f);
// Criteria, or parts of one; a part has no parts.
std::vector<ScoreItem> read_items(Fields& f, std::string_view key,
                                  const Counting& outer);
// Weights become maxima that share out the parent's.
void settle_weights(std::vector<ScoreItem>& items, const Exact& parent_max);

Bonus read_bonus(Fields& f, const Counting& outer);
Deductions read_deductions(Fields& f, const Counting& outer);
Classes read_classes(Fields& f);
RankingRule read_ranking_rule(Fields& f);
Quota read_quota(Fields& f);

}  // namespace thidua
