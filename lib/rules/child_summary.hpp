// ChildSummary: what a plan folder below gives to a roll-up, and nothing else
// of it.
//
// The one input of a roll-up (rules/roll_up).  Today it is made from the
// child's loaded plan, which can then be dropped; whatever else an office sends
// one day has to give the same.  Everything is as of a day, as in the child's
// own report, and everything has its place in the child's folder.
//
// Units    figures as they were recorded, one record of one unit each: they are
//          added up by the plan above, by its own indicators.
// Errors   none: what the child does not have is absent, with the reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/plan.hpp"
#include "rules/measuring.hpp"
#include "rules/report_awards.hpp"

namespace thidua {

// In the child's folder; line 0: the file as a whole.
struct ChildPlace {
  std::string file;
  std::size_t line = 0;
};

struct ChildFault {
  Message message;
  ChildPlace where;
};

struct ChildUnits {
  std::string kind;
  std::string name;
  std::size_t count = 0;  // that take part in the year
};

// One record of figures of one unit.
struct ChildFigures {
  std::size_t unit = 0;  // which of ChildSummary::units
  Figures record;        // the places in it are nowhere
  std::string file;
  // Of each entry and each value in it: the line.
  std::vector<std::vector<std::size_t>> lines;
  bool illustrative = false;
};

// What a body did of a duty of the plan above.
struct ChildFiling {
  std::string carries;  // the duty above
  int year = 0;
  Date date{};
  std::string document;
  ChildPlace where;
  bool illustrative = false;
};

// A target of the child that carries out one of the plan above.
struct ChildTarget {
  std::string carries;  // the target above
  std::string id;
  std::string name;
  Measure measure;
  Measurement measured;  // without its steps
  ChildPlace where;
};

struct ChildAward {
  std::string occasion;  // annual-2023
  std::string occasion_name;
  int year = 0;
  std::string form;
  std::string form_name;
  std::string unit;
  std::string unit_name;
  ProposalOutcome outcome = ProposalOutcome::open;
  ChildPlace where;
  Caveats caveats;
};

struct ChildSummary {
  std::string title;
  std::string issuer;
  std::string level;  // of the issuer
  Period period{};
  std::string type;  // of the document
  Fact<std::string> number;
  Fact<PartialDate> date;
  ChildPlace issued;  // where its plan.yaml says so

  std::size_t errors = 0;  // in reading its records
  std::optional<ChildFault> first_error;

  std::vector<ChildUnits> kinds;  // in the order of its plan
  // Whose figures are to be added up, and why nobody's are.
  std::vector<Unit> units;  // by id; only id, name, enrolment, illustrative
  std::vector<Succession> successions;  // in which they end; without places
  std::vector<ChildFigures> figures;    // by unit, period
  Message no_figures;

  std::vector<std::string> duties;   // of the plan above, that it carries out
  std::vector<ChildFiling> filings;  // by duty, year
  std::vector<ChildTarget> targets;  // in the order of its plan
  std::vector<ChildAward> awards;    // by occasion, unit, form
};

// What the plan above wants to know.
struct ChildQuestion {
  Date today{};
  int year = 0;          // in which targets are measured
  std::string sum_over;  // kind of the child's units; empty: as its plan says
};

// Fails where no plan.yaml could be read, with what is the matter with it.
[[nodiscard]] Result<ChildSummary, ChildFault> summarize(
    const Plan& child, const ChildQuestion& question);

}  // namespace thidua
