// Who reported on time, late or not at all, and what the plan sets next.
#include "document/table_parts.hpp"
#include "render/status.hpp"
#include "render/successions.hpp"

namespace thidua::document {
namespace {

struct FilingState {
  const std::vector<DutyState>& states;
  const char* word;
};

std::vector<FilingState> states_of(const DutyRecord& record) {
  return {{record.on_time, record.when.last_day ? N_("On time") : N_("Done")},
          {record.late, N_("Late")},
          {record.not_yet, N_("Not yet")}};
}

// Of what is owed once at no time that is named, none.
std::string year_words(const DutyDate& when) {
  return when.duty->due.has_years() || when.last_day ? std::to_string(when.year)
                                                     : std::string();
}

DataTable filings_summary(const ReportView& view) {
  const TableWords& words = view.words;
  DataTable table{"filings",
                  view.say("Who reported"),
                  {words.text(N_("Duty")), words.text(N_("Section")),
                   words.text(N_("Year")), words.text(N_("Last day on time")),
                   words.number(N_("Owed by")), words.number(N_("On time")),
                   words.number(N_("Late")), words.number(N_("Not yet"))},
                  {},
                  {}};
  for (const DutyRecord& record : view.report.duties) {
    const std::size_t all =
        record.on_time.size() + record.late.size() + record.not_yet.size();
    table.rows.push_back(
        {{text_cell(record.when.duty->name),
          text_cell(record.when.duty->source),
          text_cell(year_words(record.when)), day_cell(record.when.last_day),
          count_cell(all), count_cell(record.on_time.size()),
          count_cell(record.late.size()), count_cell(record.not_yet.size())},
         0,
         false});
  }
  return table;
}

Row filing_row(const DutyState& state, const char* word,
               const ReportView& view) {
  const Filing* filing = state.filing;
  const bool late = state.status == DutyStatus::done_late ||
                    state.status == DutyStatus::overdue;
  return {
      {text_cell(render::owner_text(state, view.language())),
       text_cell(view.say(word)), day_cell(state.when.last_day),
       filing == nullptr ? Cell() : Cell(filing->date.value),
       late ? count_cell(static_cast<std::size_t>(state.days)) : Cell(),
       filing == nullptr ? Cell() : text_cell(filing->document),
       text_cell(filing == nullptr ? render::state_text(state, view.language())
                                   : filing->late_reason)},
      0,
      false};
}

DataTable filings_table(const DutyRecord& record, const ReportView& view) {
  const TableWords& words = view.words;
  const std::size_t done = record.on_time.size() + record.late.size();
  DataTable table{table_id({"filings", record.when.duty->id.value,
                            year_words(record.when)}),
                  view.say(render::duty_title(record.when, done,
                                              done + record.not_yet.size())),
                  {words.text(N_("Unit")), words.text(N_("State")),
                   words.text(N_("Last day on time")),
                   words.text(N_("Sent on")), words.number(N_("Days late")),
                   words.text(N_("Document")), words.text(N_("Note"))},
                  {},
                  {}};
  for (const FilingState& each : states_of(record)) {
    for (const DutyState& state : each.states) {
      table.rows.push_back(filing_row(state, each.word, view));
    }
  }
  return table;
}

Cell when_cell(const TimelineEntry& entry, const ReportView& view) {
  const auto* when = std::get_if<PartialDate>(&entry.when);
  if (when == nullptr) {
    return text_cell(view.say("every year"));
  }
  return when->first() == when->last()
             ? Cell(when->first())
             : text_cell(render::date(*when, view.language()));
}

}  // namespace

void add_filing_tables(const ReportView& view, TableList& tables) {
  tables.add(filings_summary(view));
  for (const DutyRecord& record : view.report.duties) {
    DataTable table = filings_table(record, view);
    // Of earlier years, the counts in the text are enough.
    table.enclosed = record.when.year == view.report.scope.year;
    tables.add(std::move(table));
  }
}

void add_planned_table(const ReportView& view, TableList& tables) {
  const PlannedSteps& planned = view.report.planned;
  const TableWords& words = view.words;
  if (planned.empty()) {
    return;
  }
  DataTable table{"planned",
                  view.say(msg("Set by the plan, {0} to {1}",
                               planned.window.first(), planned.window.last())),
                  {words.text(N_("When")), words.text(N_("What")),
                   words.text(N_("Who")), words.text(N_("Section"))},
                  {},
                  {}};
  for (const TimelineEntry* entry : planned.timeline) {
    table.rows.push_back(
        {{when_cell(*entry, view), text_cell(entry->name),
          text_cell(entry->who), text_cell(entry->origin.source)},
         0,
         false});
  }
  for (const DutyDate& when : planned.duties) {
    table.rows.push_back(
        {{when.last_day ? Cell(*when.last_day)
                        : text_cell(std::to_string(when.year)),
          text_cell(when.duty->name), Cell(), text_cell(when.duty->source)},
         0,
         false});
  }
  tables.add(std::move(table));
}

}  // namespace thidua::document
