// Sampling: the value of an indicator in one period, from recorded figures.
//
// An indicator is a sum of figures, or one sum over another.  The figures of a
// period may stand there several times, as estimate, preliminary and official:
// the most official one counts, and of equals the latest.  Figures counted by
// different poverty standards are never compared, and those from before a
// merger only where its succession says that they may be.
//
// As of a day: a count made after it is not known yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/exact.hpp"
#include "model/plan.hpp"
#include "rules/timeline.hpp"
#include "rules/verdict.hpp"

namespace thidua {

// Whose figures, as known on which day: one unit, or all units of a kind added
// up.
struct Subject {
  Date today;
  const Unit* unit = nullptr;
  const UnitKind* all_of = nullptr;
  // The units that take part in this period, to its end, are looked at in other
  // periods as well, so that a change is measured over the same units; for one
  // that was formed between the two, those that it was formed from.
  Period taking_part{};
};

// A figure, read as an indicator.
[[nodiscard]] Indicator plain_sum(const FigureKind& figure);

struct Sample {
  std::optional<Exact> value;  // percent indicators in percent
  FigureStatus status = FigureStatus::official;  // the weakest that took part
  Message missing;                               // why there is no value
  Steps steps;
  Caveats caveats;
};

// The count that stands for its period: the most official one that is known,
// has all the figures of `formula`, and was counted by `standard` (empty, any).
// Null: there is none.
[[nodiscard]] const FigureEntry* best_entry(const Figures& figures, Date today,
                                            const Formula& formula = {},
                                            std::string_view standard = {});

// `standard`: only figures counted by that poverty standard; empty, any.
[[nodiscard]] Sample sample(const Plan& plan, const Subject& subject,
                            const Indicator& indicator, const Period& period,
                            std::string_view standard = {});

// The poverty standard a period was counted by: of several units, the first's.
// Those that counted by another are then missing, not added in.
[[nodiscard]] std::string standard_of(const Plan& plan, const Subject& subject,
                                      const Indicator& indicator,
                                      const Period& period);

// Words for screens; the keys are in vi.po.
[[nodiscard]] const char* word(FigureStatus status);

}  // namespace thidua
