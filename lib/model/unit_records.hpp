// What is recorded of units, one fact-owner a file: the unit itself, its
// figures, results, filings and scorecards.  Proposals: model/proposal.hpp.
//
// In each, `unit` repeats what the path says; a check compares the two.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "model/contact.hpp"
#include "model/fact.hpp"

namespace thidua {

struct Attribute {
  At<std::string> key;
  std::string value;
};

// A rule that asks for an attribute: it is one of these values.
struct AttributeIs {
  At<std::string> key;
  std::vector<std::string> values;
};

// What a unit was called, or of which kind it was, through a day.
struct FormerSelf {
  At<Date> to;
  std::string name;                     // empty: the same as later
  std::optional<At<std::string>> kind;  // nothing: the same as later
  Origin origin;
};

// Registered to take part in the emulation of a period.
struct Registration {
  At<Period> period;
  std::optional<Date> date;
  std::string document;
};

// Something that may stand in the way of an award while it is open.
struct Matter {
  enum class Kind { discipline, investigation, inspection, complaint, press };

  At<Kind> kind;
  Date from{};
  std::optional<Date> to;  // the last day of it; nothing: not closed
  std::string document;
  std::string note;
  Span span{};

  [[nodiscard]] bool is_open_on(Date day) const {
    return from <= day && (!to || day <= *to);
  }
};
inline constexpr std::array<std::string_view, 5> matter_words{
    "discipline", "investigation", "inspection", "complaint", "press"};

// units/<id>.yaml; its folder is its parent.
struct Unit {
  std::string id;
  At<std::string> name;
  At<std::string> kind;
  std::optional<At<std::string>> subkind;
  std::optional<At<SubjectClass>> subject_class;
  std::optional<PartialDate> enrolled_from;
  std::optional<PartialDate> enrolled_to;
  std::vector<FormerSelf> formerly;  // by their last days
  std::vector<Registration> registrations;
  std::vector<Matter> matters;
  std::vector<Contact> contacts;
  std::vector<Attribute> attributes;
  // What of it nobody has stated: `subkind`, or the key of an attribute.
  std::vector<At<std::string>> assumed;
  bool illustrative = false;
  std::string note;
  Span span{};

  // Null: nothing is recorded of it under that key.
  [[nodiscard]] const Attribute* attribute(std::string_view key) const {
    const auto at = std::find_if(
        attributes.begin(), attributes.end(),
        [&](const Attribute& each) { return each.key.value == key; });
    return at == attributes.end() ? nullptr : &*at;
  }
  [[nodiscard]] bool assumes(std::string_view key) const {
    return names(assumed, key);
  }
  [[nodiscard]] const std::string& name_on(Date day) const {
    const auto at =
        std::find_if(formerly.begin(), formerly.end(), [&](const auto& each) {
          return day <= each.to.value && !each.name.empty();
        });
    return at == formerly.end() ? name.value : at->name;
  }
  [[nodiscard]] const std::string& kind_on(Date day) const {
    const auto at =
        std::find_if(formerly.begin(), formerly.end(), [&](const auto& each) {
          return day <= each.to.value && each.kind.has_value();
        });
    return at == formerly.end() ? kind.value : at->kind->value;
  }
  // As a period of judging sees it: at its end.
  [[nodiscard]] const std::string& kind_in(const Period& period) const {
    return kind_on(period.last());
  }
  // Empty for a unit at the top.
  [[nodiscard]] std::string_view parent() const {
    const std::size_t slash = id.rfind('/');
    return slash == std::string::npos ? std::string_view{}
                                      : std::string_view(id).substr(0, slash);
  }
  // Does it take part on some day from `first` to `last`?
  [[nodiscard]] bool enrolled_within(Date first, Date last) const {
    return (!enrolled_from || enrolled_from->first() <= last) &&
           (!enrolled_to || enrolled_to->last() >= first);
  }
};

enum class FigureStatus { estimate, preliminary, official };
inline constexpr std::array<std::string_view, 3> figure_statuses{
    "estimate", "preliminary", "official"};
[[nodiscard]] constexpr std::string_view to_string(FigureStatus status) {
  return figure_statuses.at(static_cast<std::size_t>(status));
}

struct FigureValue {
  At<std::string> figure;
  At<Exact> value;
};

// One count, as of a date.
struct FigureEntry {
  Date as_of{};
  FigureStatus status = FigureStatus::estimate;
  std::string poverty_standard;  // figures by different ones never compare
  std::vector<FigureValue> values;
  std::string source;
  Span span{};
};

struct AssignedTarget {
  At<std::string> assignment;
  At<Exact> value;
  std::string document;
  std::optional<Date> date;
};

// figures/<period>/<unit>.yaml
struct Figures {
  At<std::string> unit;
  At<Period> period;
  std::vector<FigureEntry> entries;
  std::vector<AssignedTarget> assigned;
  bool illustrative = false;
  Span span{};
};

struct Guidance {
  std::string text;
  std::string document;
  std::optional<Date> date;
  Span span{};
};

struct ModelOfWork {
  std::string name;
  std::string text;
  std::optional<Exact> households;
  Span span{};
};

struct Resource {
  std::string type;  // money goods labour
  Exact amount;
  std::string unit;
  std::string text;
  Span span{};
};

struct OwnAward {
  std::string name;
  Exact count;
  Span span{};
};

// results/<year>/<unit>.yaml: what a unit did, in words and amounts.
struct Results {
  At<std::string> unit;
  At<int> year;
  std::vector<Guidance> guidance;
  std::vector<ModelOfWork> models;
  std::vector<Resource> resources;
  std::vector<At<std::string>> activities;
  std::vector<OwnAward> own_awards;
  std::vector<At<std::string>> shortcomings;
  std::vector<At<std::string>> proposals;
  std::vector<At<std::string>> next_steps;
  bool illustrative = false;
  Span span{};
};

// More time for one duty, given to one unit or body.
struct Extension {
  At<std::string> duty;
  At<Date> until;      // the last day on time
  At<Date> granted;    // the day of the decision
  std::string reason;  // never empty
  std::string document;
  Span span{};
};

struct Filing {
  At<std::string> duty;
  At<Date> date;
  std::string document;
  std::string late_reason;
  std::string note;
  Span span{};
};

// filings/<year>/<unit or body>.yaml: proof that duties were done, and more
// time for them.
struct Filings {
  At<std::string> owner;  // a unit, or a body of the plan
  bool by_body = false;
  At<int> year;
  std::vector<Filing> filings;
  std::vector<Extension> extensions;  // the last one for a duty counts
  bool illustrative = false;
  Span span{};
};

struct MarkRemarks {
  std::vector<At<std::string>> evidence;  // paths in the plan folder
  std::string reason;
  std::string recused;  // why this scorer does not mark it; empty: marks it
  std::string note;
};

// A plan folder holds more of these than of anything else.
struct Mark {
  At<std::string> criterion;
  std::optional<At<std::string>> grade;
  Seldom<MarkRemarks> remarks;
  std::optional<bool> done;
  bool not_applicable = false;
  Seldom<Exact> number;  // points, or a count of something
  Span span{};
};

// Marks of one stage, or of one of its scorers: `council/ong-a`.
struct StageMarks {
  At<std::string> stage;
  std::string scorer;  // empty: the stage has one
  std::string by;
  At<Date> date;
  std::vector<Mark> marks;
  std::string note;
};

// scores/<period>/<unit>.yaml: marks of one unit for one period, by stage.
struct Scorecard {
  At<std::string> unit;
  At<Period> period;
  std::vector<StageMarks> stages;
  bool illustrative = false;
  Span span{};
};

}  // namespace thidua
