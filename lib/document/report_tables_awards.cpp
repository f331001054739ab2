// Award proposals: how many of each form and class, and the list.
#include "document/table_parts.hpp"
#include "rules/awards.hpp"
#include "rules/proposal_life.hpp"

namespace thidua::document {
namespace {

std::string occasion_words(const OccasionAwards& awards) {
  return fmt::format("{} ({})", awards.occasion.occasion->name,
                     awards.occasion.key());
}

Cell class_cell(const std::optional<SubjectClass>& subject_class,
                const ReportView& view) {
  return text_cell(
      view.say(subject_class ? word(*subject_class) : N_("not stated")));
}

Row award_count_row(const AwardCount& count) {
  return {{Exact(count.proposed), Exact(count.granted), Exact(count.refused),
           Exact(count.ended), Exact(count.open)},
          0,
          false};
}

DataTable awards_table(const OccasionAwards& awards, const ReportView& view) {
  const TableWords& words = view.words;
  DataTable table{table_id({"awards", awards.occasion.key()}),
                  view.say(msg("Awards by form: {0}", occasion_words(awards))),
                  {words.text(N_("Award")), words.text(N_("Class")),
                   words.number(N_("Proposed")), words.number(N_("Granted")),
                   words.number(N_("Refused")), words.number(N_("Ended")),
                   words.number(N_("Open"))},
                  {},
                  {}};
  AwardCount sum;
  for (const AwardCount& count : awards.counts) {
    Row row = award_count_row(count);
    row.cells.insert(
        row.cells.begin(),
        {text_cell(count.form_name), class_cell(count.subject_class, view)});
    table.rows.push_back(std::move(row));
    sum.proposed += count.proposed;
    sum.granted += count.granted;
    sum.refused += count.refused;
    sum.ended += count.ended;
    sum.open += count.open;
  }
  if (!table.rows.empty()) {
    Row total = award_count_row(sum);
    total.total = true;
    total.cells.insert(total.cells.begin(),
                       {text_cell(view.say("Altogether")), Cell()});
    table.rows.push_back(std::move(total));
  }
  return table;
}

Row proposal_row(const ProposalLine& line, const ReportView& view) {
  const Date as_of = view.report.scope.as_of;
  const Proposal& proposal = *line.proposal;
  const ProposalState state = state_on(proposal, as_of);
  const ProposalEntry* entry = entry_of(proposal, state, as_of);
  return {{text_cell(line.unit_name()), class_cell(line.subject_class, view),
           text_cell(line.form_name()), Cell(proposal.proposed_on.value),
           text_cell(view.say(word(state))),
           entry == nullptr ? Cell() : Cell(entry->date.value),
           entry == nullptr ? Cell() : text_cell(entry->document),
           entry == nullptr ? Cell() : text_cell(entry->by),
           number_cell(line.prize),
           text_cell(line.prize_assumed ? view.say("prize by assumed rules")
                                        : std::string())},
          0,
          false};
}

DataTable award_list(const OccasionAwards& awards, const ReportView& view) {
  const TableWords& words = view.words;
  DataTable table{table_id({"award-proposals", awards.occasion.key()}),
                  view.say(msg("Award proposals: {0}", occasion_words(awards))),
                  {words.text(N_("Unit")), words.text(N_("Class")),
                   words.text(N_("Award")), words.text(N_("Proposed on")),
                   words.text(N_("State")), words.text(N_("Since")),
                   words.text(N_("Document")), words.text(N_("By")),
                   words.number(N_("Prize (đồng)")), words.text(N_("Note"))},
                  {},
                  {}};
  table.rows.reserve(awards.proposals.size());
  for (const ProposalLine& line : awards.proposals) {
    table.rows.push_back(proposal_row(line, view));
  }
  return table;
}

}  // namespace

void add_award_tables(const ReportView& view, TableList& tables) {
  for (const OccasionAwards& awards : view.report.awards) {
    tables.add(awards_table(awards, view));
    tables.add(award_list(awards, view));
  }
}

}  // namespace thidua::document
