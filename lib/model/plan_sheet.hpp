// PlanSheet: plan.yaml, the document that starts the movement at one body.
//
// What the document says of itself, whom it addresses, by when what is owed.
// Files    plan.yaml, described by schemas/plan.schema.json and
//          thidua-plan(5).
// Errors   none here; read_plan_sheet() reports TD02, rules/checks TD03-TD06.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "model/contact.hpp"
#include "model/fact.hpp"
#include "model/measure.hpp"
#include "model/plan_document.hpp"
#include "model/statistics.hpp"

namespace thidua {

// That the document has nothing of a sort: `{none: true}`, where otherwise a
// list stands.  A plan without the key has not said whether it has any.
struct Absence {
  std::string source;  // what was searched; may be empty
  std::string note;
  Span span{};
};

// A document the plan refers to: a parent or a citation.  Its number and date
// are not_stated where the plan names it without them.
struct DocumentReference {
  std::string type;
  Fact<std::string> number;
  Fact<PartialDate> date;
  std::string issuer;
  std::string subject;
  std::string source;
  bool held = true;  // parents only: is it in our hands?
  // Parents only: the plan folder of the body above, relative to this one.
  std::optional<At<std::string>> folder;
  // Parents only: the number of the parent that this one is a parent of.
  std::optional<At<std::string>> through;
  bool assumed = false;  // parents only: the document itself does not name it
  Span span{};
};

// A later decision that changes the plan from a day on.  What it changes stands
// in the rules themselves, with their years and this document as their source.
// It stands here where a duty falls due on another day.
struct MovedDay {
  At<std::string> duty;
  MonthDay day;
  bool before = false;  // "trước ngày": with strict, the day is late
  bool strict = true;
  std::optional<int> year;  // nothing: every year whose day was not past yet

  // The last day on time in a year.
  [[nodiscard]] Date last_day_in(int of_year) const {
    const Date named = day.in_year(of_year);
    return before && strict ? add_days(named, -1) : named;
  }
};
struct AmendedPart {
  std::string section;  // of the plan
  std::string text;     // what holds now
  std::optional<MovedDay> moved;
};
struct Amendment {
  std::string type;
  Fact<std::string> number;
  Fact<PartialDate> date;
  At<Date> from;                     // the first day its changes hold
  std::vector<AmendedPart> changes;  // at least one
  std::string source;
  Span span{};
};

// What a plan may leave to the plan above it.
enum class Section { criteria, score_tables, forms, standards, occasions };
inline constexpr std::array<std::string_view, 5> section_words{
    "criteria", "score-tables", "forms", "standards", "occasions"};

// "Tiêu chí … thực hiện theo Kế hoạch 12/KH-UBND": the plan has no rules of
// its own there.
struct Delegation {
  std::vector<At<Section>> sections;  // at least one
  std::optional<At<std::string>>
      to;  // a parent's number; nothing: the only one
  std::string source;
  std::string note;
  Span span{};
};

// Plan folders of bodies below, found from this one by paths and patterns.
struct ChildGroup {
  std::vector<At<std::string>> folders;  // at least one
  At<std::string> kind;                  // of this plan's units that they are
  std::optional<At<std::string>> unit;   // the one they belong to
  // The kind in their plans whose units' figures are added up; nothing: the
  // one that their plans name.
  std::optional<At<std::string>> sum_over;
  std::string source;
  std::string note;
  Span span{};
};

// A doubtful place of the document, or one where it is silent, and how it is
// read.
struct Reading {
  std::string where;
  std::string printed;  // empty: nothing is, or the print has not been seen
  std::string scanned;  // what a bad scan of it reads
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
  // A kind whose units have plan folders of their own: the figures in those.
  std::optional<At<std::string>> sum_over_children;
  // The target of the plan above that this one carries out.
  std::optional<At<std::string>> carries;
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
  // Of a sudden one nobody is judged over years: an achievement is named.
  Commendation commendation = Commendation::movement;
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
  Origin origin;
};

// A body that has a part in the movement without taking part itself.
struct Body {
  At<std::string> id;
  std::string name;
  std::vector<std::string> acts_as;  // under which it signs: its chair
  std::string role;
  std::vector<Contact> contacts;
  std::string source;
  bool assumed = false;  // the document does not name it
  std::string note;
};

struct DutyOwers {
  std::vector<At<std::string>> kinds;
  bool cluster_members = false;
  std::optional<At<std::string>> body;  // instead of the two above
};

// How often something is owed.
enum class Rhythm { every_year, once, not_stated };

// What a deadline does that falls on a day off.
enum class OnDayOff { unchanged, before, after };

struct Due {
  Rhythm rhythm = Rhythm::every_year;
  std::optional<MonthDay> day;      // of every year; nothing: none is named
  std::optional<PartialDate> once;  // on time through its end; likewise
  bool before = false;  // "trước ngày": with strict, the day is late
  bool strict = true;
  OnDayOff on_day_off = OnDayOff::unchanged;
  // The latest day, in exceptional cases, to which more time may be given.
  std::optional<MonthDay> exceptional;
  AssumableYear first;  // of what is owed once: its year, and last the same
  int last = 0;

  // Does it fall due in certain years?  Else first and last say nothing.
  [[nodiscard]] bool has_years() const {
    return rhythm == Rhythm::every_year || once;
  }
  // The last day on time in a year as the plan was issued, or nothing where no
  // day is stated; rules/deadlines knows what became of it.
  [[nodiscard]] std::optional<Date> last_day_in(int year) const {
    if (!day && !once) {
      return std::nullopt;
    }
    const Date named = once ? once->last() : day->in_year(year);
    return before && strict ? add_days(named, -1) : named;
  }
};

// Something owed by someone to someone: every year, once, or nobody knows how
// often.
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
  // The duty of the plan above that is done by this one.
  std::optional<At<std::string>> carries;
  std::string content;
  std::string source;
  std::string note;
};

struct Responsibility {
  At<std::string> id;
  std::vector<At<std::string>> by;
  std::string force;  // assign request require direct lead coordinate
                      // solution (the text calls it one) not_stated
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

// Whom the movement is to help (người thụ hưởng); they take no part in it.
struct Beneficiary {
  std::string name;
  std::string source;
};

struct PlanSheet {
  std::string title;
  std::string movement;
  Issuer issuer;
  PlanDocument document;
  Period period;
  std::vector<DocumentReference> parents;
  std::vector<Delegation> delegates;
  std::vector<Amendment> amendments;  // in the order of the file
  std::vector<ChildGroup> children;
  std::vector<DocumentReference> cites;
  std::vector<Reading> readings;
  std::vector<Clause> objectives;
  std::vector<Clause> contents;
  std::vector<UnitKind> kinds;
  std::optional<GradeScale> grades;
  std::optional<StageOrder> stages;
  std::vector<FigureKind> figures;
  std::vector<Indicator> indicators;
  std::vector<Balance> balances;
  std::vector<Breakdown> breakdowns;
  std::vector<Assignment> assignments;
  std::vector<Target> targets;
  std::optional<Absence> no_targets;  // in numbers
  std::vector<Occasion> occasions;
  std::vector<At<Period>> baselines;
  std::vector<TimelineEntry> timeline;
  std::optional<Absence> no_timeline;
  std::vector<Body> bodies;
  std::vector<Duty> duties;
  std::optional<Absence> no_duties;
  std::optional<Absence> no_reporting;  // whatever other duties there are
  std::vector<Responsibility> responsibilities;
  std::optional<Fact<std::vector<std::string>>> recipients;  // as printed
  std::vector<Letterhead> letterheads;
  std::vector<LinkedMovement> linked;
  std::vector<Beneficiary> beneficiaries;
  Span span{};
};

// The parent that a delegation means: that with the number it names, or the
// only one there is.  Null: none.
[[nodiscard]] const DocumentReference* parent_of(const PlanSheet& sheet,
                                                 const Delegation& delegation);

}  // namespace thidua
