// Looking up what a record refers to, and reporting what is not there with the
// nearest name that is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/codes.hpp"
#include "rules/checks.hpp"

namespace thidua {

// The ids of a list of rules (kinds, bodies, forms …).
template <class List>
std::vector<std::string_view> ids_of(const List& list) {
  std::vector<std::string_view> ids;
  for (const auto& item : list) {
    if constexpr (requires { item.id.value; }) {
      ids.push_back(item.id.value);
    } else {
      ids.push_back(item.id);
    }
  }
  return ids;
}

// "did you mean …", or what there is to choose from.
[[nodiscard]] Message suggestion(std::string_view word,
                                 const std::vector<std::string_view>& known);

// The file at a path, or null.
[[nodiscard]] const Source* find_source(const Plan& plan,
                                        std::string_view path);

// Is there such a file?  Where it is and its record is not, it could not be
// read, and that has been reported: what refers to it is not wrong.
[[nodiscard]] bool has_file(const Plan& plan, std::string_view path);

using Ids = std::vector<std::string_view>;

inline constexpr const char* no_kind =
    N_("the plan declares no kind of unit `{0}`");
inline constexpr const char* no_occasion =
    N_("the plan declares no occasion `{0}`");
inline constexpr const char* no_duty = N_("the plan declares no duty `{0}`");

// Reports an id that is not among `known`; an empty one was reported when it
// was read.  `what` is a message with {0} for the id.
bool expect_known(const CheckRun& run, Code code, const At<std::string>& id,
                  const std::vector<std::string_view>& known, const char* what);

// As expect_known(), of an id that is the name of a file; where there is none
// to suggest, `hint`, a message with {0} for the id, says how to add it.
void expect_file(const CheckRun& run, Code code, const At<std::string>& id,
                 const std::vector<std::string_view>& known, const char* what,
                 const char* hint);

// Reports an award form that awards.yaml does not have.
void expect_form(const CheckRun& run, const At<std::string>& id);

// Reports a rule set that neither the folder nor the program has.
void expect_rule_set(const CheckRun& run, const At<std::string>& id);

// For the key of an occasion that is not held, such as annual-2026: when it is
// held, or the keys that there are.
[[nodiscard]] Message occasion_suggestion(const Plan& plan,
                                          std::string_view key);

// For units, of which there may be very many: known by search, and suggestions
// only for the first few unknown ones.
class UnitReferences {
 public:
  explicit UnitReferences(const CheckRun& run) : run_(run) {}
  // The unit, or null and a report.
  const Unit* expect(const At<std::string>& id);

 private:
  const CheckRun& run_;
  int suggested_ = 0;
  const Unit* last_ = nullptr;  // records of one unit mostly stand together
};

// "units/xa-mau.yaml:3": where something else stands.
[[nodiscard]] std::string place_in_words(const Plan& plan, Span where);

// Reports ids that stand twice in a list.
template <class List>
void expect_unique(const CheckRun& run, const List& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (list[i].id.value == list[j].id.value && !list[i].id.value.empty()) {
        run.add(code::duplicate_id, list[i].id.span,
                msg("the id `{0}` stands here a second time", list[i].id.value),
                msg("give one of them another id; the first is at {0}",
                    place_in_words(run.plan, list[j].id.span)));
        break;
      }
    }
  }
}

// Facts of a unit for a year or period outside the plan's own.
void expect_in_period(const CheckRun& run, const Period& period, Span where);
// A record of a unit for a time in which it does not take part.
void expect_enrolled(const CheckRun& run, const Unit& unit,
                     const Period& period, Span where);
// The same, for what may also be known of the time before: figures to compare
// with, a report that comes in early.
void expect_not_ended(const CheckRun& run, const Unit& unit,
                      const Period& period, Span where);
// A date after today: an info, for it may be a slip.
void note_future(const CheckRun& run, Date date, Span where);

}  // namespace thidua
