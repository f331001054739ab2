// The rules a plan is carried by, beside plan.yaml and score tables: criteria
// sets, award forms and standards, clusters.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "model/fact.hpp"
#include "model/measure.hpp"
#include "model/rule_set.hpp"
#include "model/unit_records.hpp"

namespace thidua {

enum class Judged { measured, yes_no, graded };

struct Criterion {
  At<std::string> id;
  std::string text;
  Judged judged = Judged::graded;
  // Of a measured one, one of the two.
  std::optional<Measure> measure;
  std::optional<Duration> duration;
  // What it applies to; empty: every unit.  All that is named must hold.
  std::vector<At<std::string>> subkinds;
  std::vector<AttributeIs> attributes;
  std::string applies_if;  // a fact that decides; empty: applies always
  bool applies_if_assumed = false;
  bool at_end = false;  // judged once, when the plan ends; else each period
  bool at_end_assumed = false;
  std::string draws_on;  // an outside fact, such as a yearly rating
  std::string source;
  std::string note;

  [[nodiscard]] bool is_measured() const { return measure || duration; }
};

enum class Aggregate { all, any, not_stated };

// criteria/<id>.yaml: what one kind of unit, or several, is judged by.
struct CriteriaSet {
  std::string id;
  std::string name;
  std::string source;
  Aggregate aggregate = Aggregate::all;
  std::string note;
  std::vector<Criterion> criteria;
  Span span{};
};

// award-standards/<id>.yaml: what a form demands, issued apart from the plan.
struct AwardStandard {
  std::string id;
  std::string name;
  bool held = false;
  std::vector<At<std::string>> forms;
  std::vector<At<std::string>> occasions;  // counts for these; empty: for all
  std::optional<Fact<std::string>> document;
  std::string by;
  std::vector<std::string> requirements;
  std::string source;
  std::string note;
  Span span{};
};

struct Authority {
  std::string name;    // as the plan prints it; empty: it does not state it
  std::string by_law;  // what the law says, where the plan says it otherwise

  // Who decides; empty: neither is known.
  [[nodiscard]] const std::string& decider() const {
    return by_law.empty() ? name : by_law;
  }
};

// What a unit must show before it may be proposed.  Of what is not asked for,
// nothing is looked at.
struct AwardConditions {
  bool all_judged = false;  // every applicable criterion, each year covered
  bool none_unmet = false;  // no criterion "not met"
  std::vector<At<std::string>> classes;  // one of these, each year
  std::optional<At<Exact>> points;       // at least, each year
  std::vector<At<std::string>> met;      // these criteria, where they apply
  std::optional<int> years;              // of taking part, at least
  std::vector<At<std::string>> awards;   // one of these forms, earlier
  bool registered = false;               // for each year
  std::vector<Matter::Kind> clear_of;    // none of these is open
  Origin origin;
  Span span{};
};

struct AwardForm {
  At<std::string> id;
  std::string name;
  bool unnamed = false;  // the plan gives it no name: `name` describes it
  std::optional<Fact<std::string>> grade;  // hạng: Nhất, Nhì, Ba
  Commendation commendation = Commendation::movement;
  std::string level;  // empty: the plan does not state it
  Authority authority;
  int rank = 0;  // 1 = lowest authority; 0: the plan does not rank it
  std::vector<SubjectClass> receivers;
  std::vector<At<std::string>> kinds;     // empty: every kind
  std::vector<At<std::string>> subkinds;  // empty: every one
  std::vector<At<std::string>> allowed;   // occasions
  std::vector<At<std::string>> refused;
  std::optional<At<std::string>> standard;
  std::optional<At<std::string>> law;      // an award of the rule sets
  std::optional<At<std::string>> council;  // that votes on it
  Procedure procedure;  // of the plan: before what the rule sets say
  std::optional<AwardConditions> conditions;  // in place of those of all forms
  Origin origin;
};

enum class StepAction { receive, appraise, select, vote, submit, decide };

struct AwardStep {
  std::vector<At<std::string>> by;
  std::string action;
  std::vector<StepAction> does;            // empty: the plan's words only
  std::vector<At<std::string>> via;        // through these bodies
  std::vector<At<std::string>> occasions;  // empty: every one
  std::vector<At<std::string>> forms;      // empty: every one
  bool dossier_by_receiver = false;        // by the unit that received the help
  std::string source;
};

struct CouncilMember {
  std::string name;
  std::string role;                     // may be empty
  std::optional<At<std::string>> unit;  // recused from its vote
};

struct Council {
  At<std::string> id;
  std::string name;
  std::vector<CouncilMember> members;
  bool illustrative = false;
  Origin origin;
  Span span{};
};

// awards.yaml
struct Awards {
  std::vector<AwardForm> forms;
  std::optional<AwardConditions> conditions;  // of every form without its own
  std::vector<AwardStep> path;
  std::vector<Council> councils;
  // Other plan folders in which awards were given before; from this one.
  std::vector<At<std::string>> history_in;
  std::vector<ByLaw<AwardShare>> shares;  // before those of the rule sets
  Span span{};
};

// What a unit does for its cluster, such as leading it.
struct ClusterRole {
  At<std::string> role;
  At<std::string> unit;
};

// clusters.yaml: units ranked among themselves.
struct Cluster {
  At<std::string> id;
  std::string name;
  At<std::string> kind;
  std::vector<At<std::string>> members;  // none yet in a new plan
  std::vector<ClusterRole> roles;
  std::optional<At<std::string>> parent;  // the cluster it is a part of
  Origin origin;
};

}  // namespace thidua
