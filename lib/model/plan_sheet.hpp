// PlanSheet: plan.yaml, the document that starts the movement at one body.
//
// What the document says of itself, whom it addresses, by when what is owed.
// Files    plan.yaml, described by schemas/plan.schema.json and
//          thidua-plan(5).
// Errors   none here; read_plan_sheet() reports TD02, rules/checks TD03-TD06.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "model/fact.hpp"
#include "model/measure.hpp"

namespace thidua {

struct Signature {
  std::string form;   // TM. ỦY BAN NHÂN DÂN
  std::string title;  // CHỦ TỊCH
  Fact<std::string> name;
};

struct PlanDocument {
  std::string type;  // KH
  Fact<std::string> number;
  Fact<PartialDate> date;
  std::string place;
  std::optional<Signature> signature;
};

struct Issuer {
  std::string name;
  std::string level;
  std::string province;  // empty: not stated
  std::string printed;   // as the document prints it, where that differs
};

// A document the plan refers to: a parent or a citation.
struct DocumentReference {
  std::string type;
  Fact<std::string> number;
  Fact<PartialDate> date;
  std::string issuer;
  std::string subject;
  std::string source;
  bool held = true;  // parents only: is it in our hands?
  Span span{};
};

struct Reading {
  std::string where;
  std::string printed;
  std::string read;
  std::string reason;
};

// An objective (II), content or solution (III): text with its section.
struct Clause {
  At<std::string> id;
  std::string type;
  std::string text;
  std::string by;  // who carries it; empty: everybody
  std::string source;
};

struct NamedId {
  At<std::string> id;
  std::string name;
};

// A kind of unit that takes part (đối tượng thi đua).
struct UnitKind {
  At<std::string> id;
  std::string name;
  std::vector<SubjectClass> classes;  // at least one
  std::optional<At<std::string>> criteria;
  std::vector<NamedId> subkinds;
  bool open = false;  // the plan's list ends in "…"
  std::string condition;
  Origin origin;
};

struct Grade {
  At<std::string> id;
  std::string name;
  bool meets = false;  // does this grade meet the criterion?
};

struct GradeScale {
  std::vector<Grade> levels;
  Origin origin;
};

struct StageOrder {
  std::vector<NamedId> order;  // first to last
  Origin origin;
};

struct FigureKind {
  At<std::string> id;
  std::string name;
  std::optional<At<std::string>> part_of;
};

struct Indicator {
  At<std::string> id;
  std::string name;
  Formula formula;
  MeasureUnit unit = MeasureUnit::percent;  // percent or count
  std::string note;
};

// A target that an authority assigns to a unit for a year (chỉ tiêu giao).
struct Assignment {
  At<std::string> id;
  std::string name;
  MeasureUnit unit = MeasureUnit::points;
};

struct Target {
  At<std::string> id;
  std::string name;
  Measure measure;
  int by_year = 0;
  std::optional<At<std::string>> sum_over;  // a kind
  Origin origin;
};

struct AssumableYear {
  int year = 0;
  bool assumed = false;
};

// An occasion for awards (dịp): every year; in one year, which the plan may not
// state; or whenever there is reason (đột xuất, trường hợp đặc biệt).
struct Occasion {
  enum class Held { once, every_year, year_not_stated, any_time };
  At<std::string> id;
  std::string name;
  Held held = Held::once;
  AssumableYear first;  // once: that year, and last the same; 0: no fixed year
  int last = 0;
  bool dossier_by_receiver = false;  // by the unit that received the help
  std::optional<int> covers_from;    // years whose work it looks back on
  std::optional<int> covers_to;
  bool covers_assumed = false;
  Origin origin;

  // Does the plan say in which years it is held?
  [[nodiscard]] bool has_years() const {
    return held == Held::once || held == Held::every_year;
  }
};

struct EveryYear {};
struct NotStated {};

struct TimelineEntry {
  At<std::string> id;
  std::string name;
  std::optional<At<std::string>> occasion;
  std::optional<At<std::string>> duty;  // that this step is, told again
  std::variant<PartialDate, EveryYear, NotStated> when;
  std::string who;
  std::string source;
};

struct Body {
  At<std::string> id;
  std::string name;
  std::string role;
  std::string source;
};

struct DutyOwers {
  std::vector<At<std::string>> kinds;
  bool cluster_members = false;
  std::optional<At<std::string>> body;  // instead of the two above
};

struct Due {
  std::optional<MonthDay> day;  // nothing: the plan names no day
  bool before = false;  // "trước ngày": with strict, the day is late
  bool strict = true;
  AssumableYear first;
  int last = 0;

  // The last day on time in a year, or nothing where no day is stated.
  [[nodiscard]] std::optional<Date> last_day_in(int year) const {
    if (!day) {
      return std::nullopt;
    }
    const Date named = day->in_year(year);
    return before && strict ? add_days(named, -1) : named;
  }
};

// Something owed by someone to someone by a date, each year.
struct Duty {
  At<std::string> id;
  std::string name;
  DutyOwers from;
  std::optional<At<std::string>> to;  // nothing: not stated
  std::optional<At<std::string>> via;
  std::optional<At<std::string>> lead;
  std::vector<At<std::string>> with;
  Due due;
  std::vector<At<std::string>> uses;  // duties this one is built on
  std::string content;
  std::string source;
};

struct Responsibility {
  At<std::string> id;
  std::vector<At<std::string>> by;
  std::string force;  // assign request require lead coordinate
  std::vector<At<std::string>> with;
  std::string text;
  std::string source;
};

struct LinkedMovement {
  std::string name;
  std::string type;
  std::vector<std::string> also;  // other spellings
  std::string source;
};

struct PlanSheet {
  std::string title;
  std::string movement;
  Issuer issuer;
  PlanDocument document;
  Period period;
  std::vector<DocumentReference> parents;
  std::vector<DocumentReference> cites;
  std::vector<Reading> readings;
  std::vector<Clause> objectives;
  std::vector<Clause> contents;
  std::vector<UnitKind> kinds;
  std::optional<GradeScale> grades;
  std::optional<StageOrder> stages;
  std::vector<FigureKind> figures;
  std::vector<Indicator> indicators;
  std::vector<Assignment> assignments;
  std::vector<Target> targets;
  std::vector<Occasion> occasions;
  std::vector<At<Period>> baselines;
  std::vector<TimelineEntry> timeline;
  std::vector<Body> bodies;
  std::vector<Duty> duties;
  std::vector<Responsibility> responsibilities;
  std::vector<std::string> recipients;
  std::vector<LinkedMovement> linked;
  Span span{};
};

}  // namespace thidua
