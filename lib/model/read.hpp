// From the tree of a record file to its value type.
//
// Faults of shape (TD02) are added to `found`; whatever could be read is in the
// value.  Nothing comes back where the file is no mapping, or where a unit
// record does not say whose and of when it is: nobody could use it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/holidays.hpp"
#include "model/plan_sheet.hpp"
#include "model/proposal.hpp"
#include "model/rule_books.hpp"
#include "model/rule_set.hpp"
#include "model/score_table.hpp"
#include "model/succession.hpp"
#include "model/unit_records.hpp"
#include "yaml/tree.hpp"

namespace thidua {

std::optional<PlanSheet> read_plan_sheet(const yaml::Node& root,
                                         Diagnostics& found);

// `id`: the file name without its ending.
std::optional<CriteriaSet> read_criteria_set(const yaml::Node& root,
                                             std::string id,
                                             Diagnostics& found);
std::optional<ScoreTable> read_score_table(const yaml::Node& root,
                                           std::string id, Diagnostics& found);
std::optional<FrozenTable> read_frozen_table(const yaml::Node& root,
                                             std::string id,
                                             Diagnostics& found);
std::optional<AwardStandard> read_award_standard(const yaml::Node& root,
                                                 std::string id,
                                                 Diagnostics& found);
std::optional<Awards> read_awards(const yaml::Node& root, Diagnostics& found);
std::optional<std::vector<Cluster>> read_clusters(const yaml::Node& root,
                                                  Diagnostics& found);
std::optional<std::vector<Succession>> read_successions(const yaml::Node& root,
                                                        Diagnostics& found);
std::optional<RuleSet> read_rule_set(const yaml::Node& root, std::string id,
                                     Diagnostics& found);
// By day.
std::optional<BaseWages> read_base_wages(const yaml::Node& root,
                                         Diagnostics& found);

std::optional<Holidays> read_holidays(const yaml::Node& root,
                                      Diagnostics& found);

// `id`: the path below units/ without its ending.
std::optional<Unit> read_unit(const yaml::Node& root, std::string id,
                              Diagnostics& found);
std::optional<Figures> read_figures(const yaml::Node& root, Diagnostics& found);
std::optional<Results> read_results(const yaml::Node& root, Diagnostics& found);
std::optional<Filings> read_filings(const yaml::Node& root, Diagnostics& found);
std::optional<Scorecard> read_scorecard(const yaml::Node& root,
                                        Diagnostics& found);
std::optional<Proposal> read_proposal(const yaml::Node& root,
                                      Diagnostics& found);

}  // namespace thidua
