// ScoreTable: dated guidance that turns what is known of a unit into points, a
// class and a place (bảng điểm, hướng dẫn chấm điểm).
//
// Everything an office may decide about points is data of this file; the
// meaning of each word is in thidua-score-table(5).
// Shapes   points, maxima and weights are exact numbers; shares lie between 0
//          and 1; per cents are written as 85 for 85 %.
// Files    score-tables/<id>.yaml, schemas/score-table.schema.json.
// Errors   none here; read_score_table() reports TD02, rules/check_score_table
//          what cannot be scored by (TD03, TD05).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "model/fact.hpp"
#include "model/frozen_table.hpp"
#include "model/measure.hpp"
#include "model/unit_records.hpp"

namespace thidua {

enum class Better { higher, lower };
// What a ratio gives where its divisor is 0.
enum class AtZero { full, nothing, not_applicable };

enum class RoundHow { half_up, down, up };
struct Rounding {
  Exact to;  // 0.1: to tenths
  RoundHow how = RoundHow::half_up;
};

// Where a number comes from.
struct FromMark {};  // a person's count on the scorecard
struct FromAssigned {
  At<std::string> assignment;  // the target assigned to the unit
};
using Amount =
    std::variant<FromMark, Exact, Quantity, FromAssigned, YearsSince>;

// One side of a band; nothing on that side: no edge.
struct Edge {
  Exact at;
  bool inside = false;  // does the number itself belong to the band?
};

struct Band {
  std::optional<Edge> low;
  std::optional<Edge> high;
  Span span{};

  [[nodiscard]] bool holds(const Exact& number) const;
};
// Does the first begin further down?
[[nodiscard]] bool starts_below(const Band& a, const Band& b);

struct PointBand {
  Band band;
  Exact points;
  bool is_share = false;  // of the maximum
  Span points_span{};
};

// A part of the table that holds for some units only; all that is named must
// hold.
struct Condition {
  std::vector<At<std::string>> kinds;
  std::vector<At<std::string>> subkinds;
  std::vector<AttributeIs> attributes;
  std::optional<At<std::string>> fact;
  std::optional<At<std::string>> role;  // in the unit's cluster
  std::optional<Measure> figure;
  Span span{};
};

// How a criterion gets its points; M is its maximum.
struct JudgedRule {};  // as the criteria set judges it: M, a grade's share, 0
struct YesNoRule {};
struct GradeRule {};  // the shares of the table's grades
struct ChoiceLevel {
  At<std::string> id;
  std::string name;
  Exact share;
};
struct ChoiceRule {
  std::vector<ChoiceLevel> levels;
};
struct PartsRule {};  // the sum of ScoreItem::parts
struct RatioRule {
  Amount value;
  Amount plan;
  Better better = Better::higher;
  std::optional<AtZero> at_zero;
  bool excess_to_bonus = false;  // else cut at M
  std::optional<Exact> excess_cap;
};
struct StepsRule {
  Amount value;
  std::vector<PointBand> bands;  // edges completed
  Exact otherwise;
  Span otherwise_span{};  // unknown: the table does not say it
};
struct CountRule {
  Amount value;
  Exact each;
  std::optional<Exact> cap;
};
struct MinusKind {
  At<std::string> id;
  std::string name;
  Exact each;
};
struct FullMinusRule {
  std::vector<MinusKind> kinds;
  bool floored = true;
};
struct ChangeRule {
  Measure measure;
};
struct DurationRule {
  Duration duration;
};
struct BestInGroupRule {
  Amount value;
  Amount target;
  Better better = Better::higher;
  std::optional<AtZero> at_zero;
  Exact at_target;  // the share of M that reaching the target gives
};
struct WeightedMarkRule {
  Exact scale;  // the highest mark
  Exact weight;
};
struct ManualRule {
  Exact least;
  std::optional<Exact> most;  // nothing: M
  std::optional<Exact> step;
  Span least_span{};
  Span most_span{};
};
using PointRule =
    std::variant<JudgedRule, YesNoRule, GradeRule, ChoiceRule, PartsRule,
                 RatioRule, StepsRule, CountRule, FullMinusRule, ChangeRule,
                 DurationRule, BestInGroupRule, WeightedMarkRule, ManualRule>;

// Whose marks count, and how those of several scorers become one.
struct Counting {
  enum class Scorers { one, mean, sum };
  std::optional<At<std::string>> stage;  // nothing: the last that marks
  Scorers scorers = Scorers::one;
  int of = 0;  // sum: how many scorers share the maximum
};

// A criterion, or a part of one.
struct ScoreItem {
  At<std::string> id;
  std::string text;               // empty: that of the criteria set
  std::optional<Exact> max;       // nothing: met or not met, without points
  std::optional<Exact> weight;    // that `max` was worked out from
  std::optional<PointRule> rule;  // nothing: a fault that was reported
  std::vector<ScoreItem> parts;
  std::optional<Condition> applies_if;
  Counting counting;
  bool needs_evidence = false;
  std::optional<Exact> meets_from;  // the share of M that counts as met
  std::optional<Rounding> round;
  std::string source;
  std::string note;
  Span span{};
  Span max_span{};
};

struct ScoreGroup {
  At<std::string> id;  // empty: the table has no groups
  std::string name;
  Exact max;
  std::optional<Exact> weight;  // that `max` was worked out from
  std::vector<ScoreItem> items;
  std::optional<Condition> applies_if;
  Counting counting;  // of its criteria, unless they say otherwise
  std::string source;
  std::string note;
  Span max_span{};
};

struct NamedFact {
  At<std::string> id;
  std::string name;
};

// What a failed gate or a deduction brings beside its points.
enum class Effect { class_down, no_class, no_nomination };

struct OverPlanRule {
  std::vector<At<std::string>> criteria;  // with the rule `ratio`
  Exact per;                              // each so many per cent over the plan
  Exact gives;
  bool gives_percent = false;  // of the criterion's maximum
  bool whole = false;          // only whole steps count
  std::optional<Exact> cap;
  bool cap_percent = false;
};
struct LateRule {
  At<std::string> duty;
  std::vector<PointBand> bands;  // days late
  Exact not_filed;
  Span not_filed_span{};
};
using AdjustmentRule =
    std::variant<CountRule, ManualRule, OverPlanRule, LateRule>;

// A bonus (điểm thưởng) or a deduction (điểm trừ).
struct Adjustment {
  At<std::string> id;
  std::string name;
  std::optional<AdjustmentRule> rule;
  std::optional<At<std::string>> criterion;  // taken inside it
  std::vector<Effect> effects;
  Span effects_span{};
  std::optional<Condition> applies_if;
  Counting counting;
  std::string source;
  std::string note;
  Span span{};
};

struct Bonus {
  bool within = false;  // inside the maximum; else above it
  std::optional<Exact> cap;
  std::vector<Adjustment> items;
};
struct Deductions {
  bool floored = true;  // the total never falls below 0
  std::optional<Exact> cap;
  std::vector<Adjustment> items;
};

// What a class demands beside its band.
struct EachGate {
  Exact percent;                    // of its own maximum
  std::vector<At<std::string>> of;  // empty: every criterion
  Span percent_span{};
};
struct NoneGate {
  std::vector<At<std::string>> of;  // events, facts
};
struct MetGate {
  std::vector<At<std::string>> of;  // criteria, facts
};
struct VoteGate {
  At<std::string> vote;  // the mark that holds its result
  Band band;
};
struct PeriodsGate {
  std::vector<At<std::string>> classes;
  Exact at_least;
  Span at_least_span{};
};
struct Gate {
  At<std::string> id;
  std::string name;
  std::variant<EachGate, NoneGate, MetGate, VoteGate, PeriodsGate> demand;
  Effect otherwise = Effect::class_down;
};

struct ClassLevel {
  At<std::string> id;
  std::string name;
  Band band;  // edges completed
  std::vector<At<std::string>> gates;
};

struct NotClassed {
  At<std::string> id;
  std::string name;
  std::optional<Exact> months_under;
  std::optional<At<std::string>> fact;  // where not months_under
};

struct Classes {
  bool by_share = false;
  std::vector<ClassLevel> levels;  // best first
  std::vector<Gate> gates;
  std::vector<NotClassed> not_classed;
  std::optional<At<std::string>> not_above;  // attribute naming another unit
};

// What parts two units with equal totals.
struct TieKey {
  enum class By { criterion, group, bonus, deductions, indicator };
  By by = By::criterion;
  At<std::string> id;  // of a criterion, group or indicator
  Better better = Better::higher;
};
struct RankingRule {
  bool by_share = false;
  std::vector<TieKey> ties;
};

struct QuotaShare {
  At<std::string> of;  // a cluster, or a class of the parent
  Exact number;
};
struct Quota {
  enum class Within { cluster, table, parent };
  enum class Size { fixed, fixed_by_cluster, percent, percent_by_class };
  enum class Base { units, of_class, holders };
  At<std::string> id;
  std::string name;
  std::optional<At<std::string>> of_class;  // what is limited: a class …
  std::optional<At<std::string>> form;      // … or an award form
  Within within = Within::cluster;
  Size size = Size::fixed;
  Exact number;                    // fixed, percent
  std::vector<QuotaShare> shares;  // by cluster, by class
  Span size_span{};
  Base base = Base::units;
  At<std::string> base_id;  // the class, the form held
  RoundHow round = RoundHow::down;
  std::optional<At<std::string>> inside;
  Effect over = Effect::class_down;
  bool over_stated = false;
  std::string source;
  Span span{};
};

// A total made of those of shorter periods.
struct FromPeriods {
  Period::Kind each = Period::Kind::quarter;
  bool sum = false;  // else the mean
  Span each_span{};
};

// The points of one kind of unit, or of several that share them.
struct KindTable {
  At<std::string> id;
  std::vector<At<std::string>> kinds;  // at least one
  Exact total;
  Span total_span{};
  bool is_base = false;  // `total` is where it starts
  bool equal = false;    // every criterion of the set weighs the same
  bool grouped = false;
  std::vector<ScoreGroup> groups;
  std::optional<FromPeriods> periods;
  Counting counting;         // of everything in it that does not say otherwise
  bool redistribute = true;  // points of what does not apply; else they leave
  std::vector<NamedFact> facts;
  Bonus bonus;
  Deductions deductions;
  std::optional<Rounding> round;
  std::optional<Classes> classes;
  RankingRule ranking;
  std::vector<Quota> quotas;
  Span span{};
};

struct GradeShare {
  At<std::string> grade;
  Exact share;  // of the maximum, 0 to 1
};

struct ScoreTable {
  std::string id;
  std::string name;
  std::string document_type;
  std::optional<Fact<std::string>> document_number;
  std::optional<Fact<PartialDate>> document_date;
  std::vector<At<Period>> periods;
  std::vector<At<std::string>> occasions;  // valid for the years they cover
  std::optional<Date> in_force_from;
  std::optional<At<std::string>> replaces;
  std::vector<GradeShare> grades;
  std::vector<KindTable> tables;
  std::vector<RecordLine> lines;  // what is frozen
  Origin origin;
  Span span{};
};

}  // namespace thidua
