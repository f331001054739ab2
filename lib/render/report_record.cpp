// Who reported, the ranking, awards and what comes next, in words.
#include "render/report_writer.hpp"
#include "render/status.hpp"
#include "render/successions.hpp"
#include "rules/absences.hpp"
#include "rules/awards.hpp"

namespace thidua::render {
namespace {

std::string class_word(const std::optional<SubjectClass>& subject_class,
                       Language language) {
  return say(subject_class ? word(*subject_class) : N_("not stated"), language);
}

// What became of it by a day, and who is in charge while it is open.
std::string proposal_state_text(const Plan& plan, const ProposalLine& line,
                                Date as_of, Language language) {
  const Proposal& proposal = *line.proposal;
  const ProposalState state = state_on(proposal, as_of);
  const ProposalEntry* entry = entry_of(proposal, state, as_of);
  std::string text =
      entry == nullptr
          ? say(word(state), language)
          : say(msg("{0} {1}", Word{word(state)}, entry->date.value), language);
  if (!decision_on(proposal, as_of)) {
    append(text, in_charge_text(plan, proposal.unit.value, as_of, language));
    return text;
  }
  return join(join(text, entry->document), entry->by);
}

Message filing_title(const DutyRecord& record) {
  const std::size_t done = record.on_time.size() + record.late.size();
  return duty_title(record.when, done, done + record.not_yet.size());
}

// The duty, and who owes it where its body has ended by its last day.
std::string duty_text(const Plan& plan, const DutyDate& when,
                      Language language) {
  const Duty& duty = *when.duty;
  if (!duty.from.body || !when.last_day) {
    return duty.name;
  }
  const Heirs heirs =
      heirs_of(plan, duty.from.body->value, *when.last_day, duty.id.value);
  if (heirs.by == nullptr) {
    return duty.name;
  }
  return fmt::format("{} ({})", duty.name, heirs_text(heirs, language));
}

std::string when_text(const TimelineEntry& entry, Language language) {
  const auto* when = std::get_if<PartialDate>(&entry.when);
  return when != nullptr ? date(*when, language) : say("every year", language);
}

}  // namespace

const char* key_of(ProposalOutcome outcome) {
  switch (outcome) {
    case ProposalOutcome::open:
      return "open";
    case ProposalOutcome::granted:
      return "granted";
    case ProposalOutcome::refused:
      return "refused";
    case ProposalOutcome::ended:
      break;
  }
  return "ended";
}

void ReportWriter::filings() {
  open(ReportPart::filings, 2);
  for (const DutyRecord& record : report_.duties) {
    filing(record);
  }
}

void ReportWriter::filing(const DutyRecord& record) {
  out_.heading(3, say(filing_title(record)));
  std::vector<std::pair<std::string, std::string>> facts;
  const auto add = [&](const char* label, const std::vector<DutyState>& states,
                       const std::string& text) {
    if (!states.empty()) {
      facts.emplace_back(fmt::format("{} ({})", say(label), states.size()),
                         text);
    }
  };
  add(record.when.last_day ? N_("On time") : N_("Done"), record.on_time,
      done_text(record.on_time));
  add(N_("Late"), record.late, done_text(record.late));
  if (!record.not_yet.empty()) {
    add(N_("Not yet"), record.not_yet,
        fmt::format("{}: {}",
                    state_text(record.not_yet.front(), view_.language),
                    owners_text(record.not_yet, view_.language)));
  }
  out_.facts(std::move(facts));
}

// "Xã A (12/11/2023, 3 days late: why)"
std::string ReportWriter::done_text(
    const std::vector<DutyState>& states) const {
  std::vector<std::string> done;
  for (const DutyState& state : states) {
    std::string when = day(state.filing->date.value);
    if (state.days > 0) {
      when += ", " + say(msg("{0} {0:day|days} late", state.days));
    }
    if (!state.filing->late_reason.empty()) {
      when += ": " + state.filing->late_reason;
    }
    done.push_back(
        fmt::format("{} ({})", owner_text(state, view_.language), when));
  }
  return fmt::format("{}", fmt::join(done, "; "));
}

void ReportWriter::ranking() {
  open(ReportPart::ranking, 2);
  for (const YearRanking& year : report_.rankings) {
    for (const Ranking& list : year.lists) {
      ranking(list, year.period);
    }
  }
}

// Beside the points.
void ReportWriter::add_classes(const Ranking& list, Grid& grid) const {
  constexpr std::ptrdiff_t column = 3;
  grid.columns.insert(grid.columns.begin() + column, Align::left);
  grid.head.insert(grid.head.begin() + column, say("Grading"));
  auto row = grid.rows.begin();
  for (const auto* units : {&list.ranked, &list.missing}) {
    for (const RankedUnit& unit : *units) {
      row->insert(row->begin() + column, class_text(unit, view_.language));
      ++row;
    }
  }
}

void ReportWriter::ranking(const Ranking& list, const Period& period) {
  out_.heading(3,
               fmt::format("{} · {} ({})", period.to_string(), title_of(list),
                           list.ranked.size() + list.missing.size()));
  if (list.table == nullptr) {
    out_.paragraph(say("no score table: nobody is ranked"));
  }
  Grid grid{{Align::left, Align::left, Align::right, Align::left},
            {"#", say("Unit"), say("Points"), say("Note")},
            {}};
  for (const RankedUnit& unit : list.ranked) {
    grid.rows.push_back(
        {unit.place > 0 ? fmt::format("{}{}", unit.place, unit.tied ? "=" : "")
                        : std::string("–"),
         unit.score.name(), number(unit.score.total), note_of(unit, view_)});
  }
  for (const RankedUnit& unit : list.missing) {
    grid.rows.push_back({"–", unit.score.name(), "–",
                         missing_text(unit.score, view_.language)});
  }
  if (list.has_classes()) {
    add_classes(list, grid);
  }
  out_.table(std::move(grid));
  const std::string ended =
      ended_text(view_.plan, list.ended, period, view_.language);
  if (!ended.empty()) {
    out_.paragraph(ended);
  }
  out_.list(quota_texts(list, view_));
}

void ReportWriter::awards() {
  out_.heading(2, say(word(ReportPart::awards)));
  if (is_empty(report_, ReportPart::awards)) {
    out_.missing(say(report_.scope.occasion
                         ? N_("no proposal on this occasion yet")
                         : N_("nothing is recorded")));
  }
  for (std::size_t i = 0; i < report_.awards.size(); ++i) {
    awards(report_.awards[i], i == 0 && report_.scope.occasion.has_value());
  }
}

void ReportWriter::awards(const OccasionAwards& awards, bool own) {
  if (awards.proposals.empty() && own) {
    return;  // said by the heading of the part
  }
  out_.heading(3, fmt::format("{} ({})", awards.occasion.occasion->name,
                              awards.occasion.key()));
  if (awards.proposals.empty()) {
    out_.paragraph(say("no proposals recorded"));
  }
  Grid counts{{Align::left, Align::right, Align::right, Align::right,
               Align::right, Align::right, Align::left},
              {say("Class"), say("Proposed"), say("Granted"), say("Refused"),
               say("Ended"), say("Open"), say("Award")},
              {}};
  for (const AwardCount& count : awards.counts) {
    counts.rows.push_back(
        {class_word(count.subject_class, view_.language),
         std::to_string(count.proposed), std::to_string(count.granted),
         std::to_string(count.refused), std::to_string(count.ended),
         std::to_string(count.open), std::string(count.form_name)});
  }
  out_.table(std::move(counts));
  std::vector<std::string> lines;
  for (const ProposalLine& line : awards.proposals) {
    lines.push_back(proposal_words(line));
  }
  out_.list(std::move(lines));
}

std::string ReportWriter::proposal_words(const ProposalLine& line) const {
  std::string words =
      fmt::format("{}: {}; {}; {}", line.unit_name(), line.form_name(),
                  say(msg("proposed {0}", line.proposal->proposed_on.value)),
                  proposal_state_text(view_.plan, line, report_.scope.as_of,
                                      view_.language));
  if (line.prize) {
    append(words,
           say(line.prize_assumed ? msg("prize {0} đ (assumed)", *line.prize)
                                  : msg("prize {0} đ", *line.prize)));
  }
  return words;
}

void ReportWriter::next_steps() {
  said(ReportPart::next_steps, 2, report_.results.next_steps);
  if (const auto absence =
          absence_sentence(view_.plan.sheet, PlanPart::timeline)) {
    out_.paragraph(say(*absence));
  }
  const PlannedSteps& planned = report_.planned;
  if (planned.empty()) {
    return;
  }
  out_.heading(3, say(msg("Set by the plan, {0} to {1}", planned.window.first(),
                          planned.window.last())));
  Grid grid{{Align::left, Align::left, Align::left},
            {say("When"), say("Section"), say("What")},
            {}};
  for (const TimelineEntry* entry : planned.timeline) {
    grid.rows.push_back(
        {when_text(*entry, view_.language), entry->origin.source, entry->name});
  }
  for (const DutyDate& when : planned.duties) {
    grid.rows.push_back({when.last_day ? say(msg("through {0}", *when.last_day))
                                       : std::to_string(when.year),
                         when.duty->source,
                         duty_text(view_.plan, when, view_.language)});
  }
  out_.table(std::move(grid));
}

}  // namespace thidua::render
