// The cards of every kind of thing in a plan folder.
//
// A card says what the record says, no more; what is worked out or stands in
// other records (who may be proposed, whose duty) is added by `list` and
// `show`.  Nothing of plan.yaml, awards.yaml, clusters.yaml, criteria sets,
// score tables and award standards is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/card.hpp"
#include "rules/awards.hpp"
#include "rules/duties.hpp"

namespace thidua::render {

// plan.yaml
[[nodiscard]] Card plan_card(const CardView& view);
[[nodiscard]] Card children_card(const CardView& view, const ChildGroup& group);
[[nodiscard]] Card objective_card(const CardView& view, const Clause& clause);
[[nodiscard]] Card content_card(const CardView& view, const Clause& clause);
[[nodiscard]] Card kind_card(const CardView& view, const UnitKind& kind);
[[nodiscard]] Card grade_card(const CardView& view, const Grade& grade);
[[nodiscard]] Card stage_card(const NamedId& stage);
[[nodiscard]] Card figure_kind_card(const CardView& view,
                                    const FigureKind& figure);
[[nodiscard]] Card indicator_card(const CardView& view,
                                  const Indicator& indicator);
[[nodiscard]] Card balance_card(const CardView& view, const Balance& balance);
[[nodiscard]] Card breakdown_card(const CardView& view, const Breakdown& part);
[[nodiscard]] Card assignment_card(const CardView& view,
                                   const Assignment& assignment);
[[nodiscard]] Card target_card(const CardView& view, const Target& target);
[[nodiscard]] Card occasion_card(const CardView& view,
                                 const Occasion& occasion);
[[nodiscard]] Card timeline_card(const CardView& view,
                                 const TimelineEntry& entry);
[[nodiscard]] Card body_card(const Body& body);
[[nodiscard]] Card linked_card(const CardView& view,
                               const LinkedMovement& linked);
[[nodiscard]] Card duty_card(const CardView& view, const Duty& duty);
[[nodiscard]] Card responsibility_card(const CardView& view,
                                       const Responsibility& task);

// An occasion or a duty in one year: "annual-2024".
[[nodiscard]] Card occasion_date_card(const CardView& view,
                                      const OccasionDate& date);
[[nodiscard]] Card duty_date_card(const CardView& view, const DutyDate& date);

// The rule books.
[[nodiscard]] Card criterion_card(const CardView& view, const CriteriaSet& set,
                                  const Criterion& criterion);
[[nodiscard]] Card criteria_set_card(const CardView& view,
                                     const CriteriaSet& set);
[[nodiscard]] Card score_table_card(const CardView& view,
                                    const ScoreTable& table);
[[nodiscard]] Card standard_card(const CardView& view,
                                 const AwardStandard& standard);
// `occasion`: null, whatever the occasion.
[[nodiscard]] Card form_card(const CardView& view, const AwardForm& form,
                             const Occasion* occasion);
// What the plan says of a form on an occasion.
[[nodiscard]] Card stance_card(const CardView& view, const AwardForm& form,
                               const OccasionDate& date);
[[nodiscard]] std::vector<Card> stance_cards(
    const CardView& view, const AwardForm& form,
    const std::vector<OccasionDate>& dates);
[[nodiscard]] Card conditions_card(const CardView& view,
                                   const AwardConditions& conditions);
[[nodiscard]] Card award_step_card(const CardView& view, const AwardStep& step);
[[nodiscard]] Card cluster_card(const CardView& view, const Cluster& cluster);
[[nodiscard]] Card rule_set_card(const CardView& view, const RuleSet& set);
// "from 01/7/2025"
[[nodiscard]] std::string in_force_words(const RuleSet& set,
                                         const CardView& view);

// The records of units.
[[nodiscard]] Card unit_card(const CardView& view, const Unit& unit);
[[nodiscard]] Card figures_card(const CardView& view, const Figures& figures);
[[nodiscard]] Card assigned_card(const CardView& view, const Figures& figures,
                                 const AssignedTarget& assigned);
[[nodiscard]] Card results_card(const CardView& view, const Results& results);
[[nodiscard]] Card filing_card(const CardView& view, const Filings& filings,
                               const Filing& filing);
[[nodiscard]] Card extension_card(const CardView& view, const Filings& filings,
                                  const Extension& extension);
[[nodiscard]] Card scorecard_card(const CardView& view, const Scorecard& card);
// The same; `scoring` is of its period.
[[nodiscard]] Card scorecard_card(const CardView& view, const Scorecard& card,
                                  Scoring& scoring);
[[nodiscard]] Card proposal_card(const CardView& view,
                                 const Proposal& proposal);

// The same, and what the law asks of it.
[[nodiscard]] Card proposal_page(const CardView& view,
                                 const Proposal& proposal);

// "annual-2024/xa-mau/chung-nhan": the path of its record.
[[nodiscard]] std::string id_of(const Proposal& proposal);

}  // namespace thidua::render
