#include "render/council.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "render/awards.hpp"
#include "render/law_words.hpp"
#include "render/scores.hpp"
#include "render/shares.hpp"
#include "render/vote_counts.hpp"

namespace thidua::render {
namespace {

void append_label(std::string& text, const std::string& label,
                  const std::string& words) {
  text += wrapped("  " + label + ": ", words);
}

// Of which years the numbers are.
std::string years_line(const WorkingList& list, const CardView& view) {
  const Period points = list.occasion.stretch();
  const std::string words =
      points == list.year
          ? view.say(msg("points, grading and rank of {0}", points.to_string()))
          : view.say(msg("points of {0}, grading of {1}, rank of {2}",
                         points.to_string(), list.year.to_string(),
                         list.period.to_string()));
  return wrapped("  ", words);
}

std::string council_words(const Council* council, const CardView& view) {
  return council == nullptr
             ? view.say("awards.yaml names none for this form")
             : view.say(msg("{0} ({1} {1:member|members})", council->name,
                            council->members.size()));
}

std::string names_of_units(const std::vector<const Unit*>& units) {
  std::string names;
  for (const Unit* unit : units) {
    append(names, unit->name.value, ", ");
  }
  return names;
}

std::string council_rule_words(const ByLaw<Vote>* rule, const CardView& view) {
  return rule == nullptr
             ? view.say("no rule is known; nobody can say whether it is enough")
             : grounded(vote_words(rule->value, view), rule->ground, view);
}

std::string rule_lines(const CouncilForm& form, const CardView& view) {
  std::string text;
  for (const CouncilRule& rule : form.rules) {
    const std::string words = council_rule_words(rule.rule, view);
    append_label(
        text, view.say("votes asked for"),
        form.rules.size() == 1
            ? words
            : fmt::format("{}: {}", names_of_units(rule.units), words));
  }
  return text;
}

std::string left_words(const CouncilQuota& quota, const CardView& view) {
  const auto left = quota.left();
  if (!left) {
    return view.say(quota.quota->size);
  }
  return *left < 0 ? view.say(msg("{0} too many", -*left))
                   : view.say(msg("{0} left", *left));
}

std::string quota_lines(const CouncilForm& form, const CardView& view) {
  std::string text;
  for (const CouncilQuota& each : form.quotas) {
    const QuotaResult& result = *each.quota;
    const std::string name = name_of(result);
    const std::string words =
        result.allowed
            ? view.say(msg("{0}: {1} {1:place|places}, {2} proposed", name,
                           result.places(), each.proposed))
            : view.say(msg("{0}: {1} proposed", name, each.proposed));
    append_label(text, view.say("quota"), join(words, left_words(each, view)));
  }
  return text;
}

std::string points_cell(const CouncilRow& row, const CardView& view) {
  const auto& merit = row.candidate.record->merit();
  return merit ? number(*merit, view.language) : "–";
}

std::string class_cell(const CouncilRow& row, const CardView& view) {
  const std::string words = row.in_year == nullptr
                                ? std::string()
                                : class_text(*row.in_year, view.language);
  return words.empty() ? "–" : words;
}

// "2=/9 cum-1"
std::string rank_cell(const CouncilRow& row) {
  if (row.in_list == nullptr || row.in_list->place == 0) {
    return "–";
  }
  std::string words =
      fmt::format("{}{}/{}", row.in_list->place, row.in_list->tied ? "=" : "",
                  row.list->ranked.size());
  if (row.list->cluster != nullptr) {
    append(words, row.list->cluster->id.value, " ");
  }
  return words;
}

std::string member_names(const std::vector<const CouncilMember*>& members) {
  std::string names;
  for (const CouncilMember* member : members) {
    append(names, member->name, ", ");
  }
  return names;
}

std::string obstacle_words(const CouncilRow& row, const CardView& view) {
  std::string words;
  for (const Obstacle& obstacle : row.candidate.obstacles) {
    append(words, view.say(obstacle.what));
  }
  return words;
}

bool has_class(const CouncilRow& row) {
  return row.in_year != nullptr && row.in_year->classed.has_value();
}

Table empty_table(bool classes, const CardView& view) {
  std::vector<Align> columns{Align::left, Align::right};
  std::vector<std::string> head{view.say("Unit"), view.say("Points")};
  if (classes) {
    columns.push_back(Align::left);
    head.push_back(view.say("Grading"));
  }
  columns.insert(columns.end(), {Align::left, Align::right, Align::left});
  head.insert(head.end(),
              {view.say("Rank"), view.say("Papers missing"), view.say("Vote")});
  Table table(columns);
  table.head(std::move(head));
  table.wrap_last();
  return table;
}

std::string rows_text(const CouncilForm& form, const CardView& view) {
  const bool classes =
      std::any_of(form.rows.begin(), form.rows.end(), has_class);
  Table table = empty_table(classes, view);
  for (const CouncilRow& row : form.rows) {
    std::vector<std::string> cells{row.candidate.unit->name.value,
                                   points_cell(row, view)};
    if (classes) {
      cells.push_back(class_cell(row, view));
    }
    cells.push_back(rank_cell(row));
    cells.push_back(row.missing ? std::to_string(row.missing->size()) : "–");
    cells.push_back(row.vote ? short_vote(row.vote->result, view.language)
                             : "–");
    table.row(std::move(cells));
  }
  return table.empty() ? std::string() : table.to_text(4);
}

// One line for all units of which the same is to be said; nothing for those
// without words.
template <class WordsOf>
std::string lines_below(const std::string& label, const CouncilForm& form,
                        const WordsOf& words_of) {
  std::vector<std::pair<std::string, std::string>> lines;  // words, units
  for (const CouncilRow& row : form.rows) {
    const std::string words = words_of(row);
    if (words.empty()) {
      continue;
    }
    auto at = std::find_if(lines.begin(), lines.end(), [&](const auto& each) {
      return each.first == words;
    });
    if (at == lines.end()) {
      at = lines.insert(at, {words, {}});
    }
    append(at->second, row.candidate.unit->name.value, ", ");
  }
  std::string text;
  for (const auto& [words, units] : lines) {
    append_label(text, label, fmt::format("{}: {}", units, words));
  }
  return text;
}

std::string notes_below(const CouncilForm& form, const CardView& view) {
  return lines_below(view.say("papers missing"), form,
                     [](const CouncilRow& row) {
                       return row.missing
                                  ? fmt::format("{}",
                                                fmt::join(*row.missing, "; "))
                                  : std::string();
                     }) +
         lines_below(
             view.say("recused"), form,
             [](const CouncilRow& row) { return member_names(row.recused); }) +
         lines_below(
             view.say("in the way today"), form,
             [&](const CouncilRow& row) { return obstacle_words(row, view); });
}

std::string not_ready_lines(const CouncilForm& form, const CardView& view) {
  std::string units;
  for (const CouncilRow& row : form.not_ready) {
    const Candidate& one = row.candidate;
    const Date day = one.entry == nullptr ? one.proposal->proposed_on.value
                                          : one.entry->date.value;
    append(units,
           fmt::format("{} ({} {})", one.unit->name.value,
                       view.say(word(one.state)), date(day, view.language)),
           ", ");
  }
  std::string text;
  if (!units.empty()) {
    append_label(text, view.say("not ready"), units);
  }
  return text;
}

std::string council_form_text(const CouncilForm& form, const CardView& view) {
  std::string text = fmt::format("{} (`{}`): {}\n", form.form->name,
                                 form.form->id.value, form.rows.size());
  append_label(text, view.say("council"), council_words(form.council, view));
  text += rule_lines(form, view);
  text += quota_lines(form, view);
  text += rows_text(form, view);
  const std::string shares = share_words(form.shares, view.language);
  text += shares.empty() ? shares : wrapped("  ", shares);
  text += notes_below(form, view);
  return text + not_ready_lines(form, view);
}

// One form: what was asked for, and the vote on each unit.
std::string form_result(const AwardForm& form,
                        const std::vector<VotedUnit>& voted,
                        const CardView& view) {
  Table table({Align::left, Align::left});
  std::vector<const ByLaw<Vote>*> rules;
  for (const VotedUnit& each : voted) {
    if (each.form != &form) {
      continue;
    }
    table.row({each.unit->name.value, short_vote(each.result, view.language)});
    if (std::find(rules.begin(), rules.end(), each.result.rule) ==
        rules.end()) {
      rules.push_back(each.result.rule);
    }
  }
  if (table.empty()) {
    return {};
  }
  std::string text = form.name + "\n";
  for (const ByLaw<Vote>* rule : rules) {
    append_label(text, view.say("votes asked for"),
                 council_rule_words(rule, view));
  }
  return text + table.to_text(4);
}

// A spreadsheet would take such a name for a formula.
std::string plain_cell(const std::string& name) {
  return name.find_first_of("=+-@") == 0 ? "'" + name : name;
}

std::vector<std::string> sheet_cells(const CouncilForm& form,
                                     const CouncilRow& row) {
  const Unit& unit = *row.candidate.unit;
  std::vector<std::string> cells{form.form->id.value, unit.id,
                                 plain_cell(unit.name.value)};
  cells.resize(cells.size() + ballot_words.size());
  if (form.council != nullptr && !form.council->members.empty()) {
    cells.back() = std::to_string(row.recused.size());
  }
  return cells;
}

}  // namespace

std::string to_text(const WorkingList& list, const CardView& view) {
  const std::string head =
      view.say(msg("Working list of the council: {0} ({1})",
                   list.occasion.occasion->name, list.occasion.key()));
  if (list.forms.empty()) {
    return head + "\n  " + view.say("No proposal is before the council.") +
           "\n";
  }
  std::string text = head + "\n" + years_line(list, view);
  for (const CouncilForm& form : list.forms) {
    text += "\n" + council_form_text(form, view);
  }
  return text + "\n" +
         view.say(
             "Only the plan was asked, not the law, but for the votes and "
             "the papers.") +
         "\n" + caveat_lines(list.caveats, view.language);
}

std::string vote_sheet(const WorkingList& list, Language language) {
  std::string sheet = "\xEF\xBB\xBF" + csv_row(vote_headings(language));
  for (const CouncilForm& form : list.forms) {
    for (const CouncilRow& row : form.rows) {
      sheet += csv_row(sheet_cells(form, row));
    }
  }
  return sheet;
}

std::string vote_result(const std::vector<VotedUnit>& voted,
                        const std::vector<std::string>& skipped,
                        const CardView& view) {
  std::string text;
  for (const AwardForm* form : forms_by_rank(view.plan)) {
    text += form_result(*form, voted, view);
  }
  if (!skipped.empty()) {
    text +=
        wrapped("", view.say(msg("Not filled in, left out: {0}",
                                 fmt::format("{}", fmt::join(skipped, ", ")))));
  }
  Caveats caveats;
  for (const VotedUnit& each : voted) {
    caveats |= each.caveats;
  }
  return text + caveat_lines(caveats, view.language);
}

}  // namespace thidua::render
