#include "change/vote_sheets.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "change/proposals.hpp"
#include "change/typed.hpp"
#include "change/typed_votes.hpp"
#include "rules/references.hpp"
#include "rules/rule_sets.hpp"

namespace thidua::change {
namespace {

using Columns = std::array<std::optional<std::size_t>, ballot_words.size()>;

// Reads the rows of one sheet.
class VoteSheetReader {
 public:
  VoteSheetReader(const CsvTable& table, std::string_view form)
      : table_(table), named_(form), form_(column_of(0)), unit_(column_of(1)) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_.at(i) = column_of(first_vote_heading + i);
    }
  }

  VoteSheet read() {
    check_headings();
    if (sheet_.faults.empty()) {
      for (const CsvRow& row : table_.rows) {
        read_row(row);
      }
    }
    return std::move(sheet_);
  }

 private:
  // By its heading in either language.
  [[nodiscard]] std::optional<std::size_t> column_of(std::size_t place) const {
    const auto column = table_.column(vote_headings(Language::vi).at(place));
    return column ? column
                  : table_.column(vote_headings(Language::en).at(place));
  }

  void refuse(std::size_t line, Message what, Message hint) {
    sheet_.faults.push_back(
        {line, {ExitStatus::usage, std::move(what), std::move(hint)}});
  }

  void check_headings() {
    const auto is_among = [](const std::vector<std::string>& known,
                             const std::string& heading) {
      return std::any_of(
          known.begin(), known.end(),
          [&](const std::string& each) { return same_heading(each, heading); });
    };
    const auto& vietnamese = vote_headings(Language::vi);
    const auto& english = vote_headings(Language::en);
    for (const std::string& heading : table_.head) {
      if (!heading.empty() && !is_among(vietnamese, heading) &&
          !is_among(english, heading)) {
        const auto& known =
            is_among(english, table_.head.front()) ? english : vietnamese;
        sheet_.faults.push_back(
            {table_.line, unknown(N_("the sheet of votes has no column `{0}`"),
                                  heading, {known.begin(), known.end()})});
      }
    }
    const bool needs_form = named_.empty() && !form_;
    if (needs_form || !unit_ || !columns_.front()) {
      refuse(
          table_.line,
          msg("the column `{0}` is missing", Word{needs_form ? N_("form")
                                                  : !unit_   ? N_("unit")
                                                           : N_("in favour")}),
          msg("`thidua council --occasion OCCASION --sheet` prints a sheet "
              "with every column"));
    }
  }

  void read_row(const CsvRow& row) {
    VoteRow read{row.line, form_ ? row.cells[*form_] : std::string(),
                 row.cells[*unit_], std::nullopt};
    if (!named_.empty()) {
      if (!read.form.empty() && read.form != named_) {
        refuse(row.line,
               msg("the form is `{0}`, and the votes on `{1}` are recorded",
                   read.form, named_),
               msg("leave --form out, or the row"));
      }
      read.form = read.form.empty() ? named_ : read.form;
    }
    read.votes = read_votes(row);
    sheet_.rows.push_back(std::move(read));
  }

  // A cell without anything is nobody.
  std::optional<VoteCount> read_votes(const CsvRow& row) {
    VoteCount votes;
    bool is_filled_in = false;
    bool is_readable = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_.at(i) || row.cells[*columns_.at(i)].empty()) {
        continue;
      }
      is_filled_in = is_filled_in || ballot_words.at(i) != "recused";
      const auto number = parse_members(
          {std::string(ballot_words.at(i)), row.cells[*columns_.at(i)]});
      if (number) {
        votes.*ballot_counts.at(i) = *number;
      } else {
        sheet_.faults.push_back({row.line, number.error()});
        is_readable = false;
      }
    }
    return is_filled_in && is_readable ? std::optional(votes) : std::nullopt;
  }

  const CsvTable& table_;
  std::string named_;
  std::optional<std::size_t> form_;
  std::optional<std::size_t> unit_;
  Columns columns_;
  VoteSheet sheet_;
};

// Row after row, into changes or faults.
class VoteRecorder {
 public:
  VoteRecorder(const Plan& plan, const VoteSession& session, Date today)
      : plan_(plan), session_(session), today_(today) {}

  RecordedVotes record(const VoteSheet& sheet) {
    recorded_.faults = sheet.faults;
    for (const VoteRow& row : sheet.rows) {
      if (auto failure = refuse_second(row)) {
        fault(row, std::move(*failure));
      } else if (row.votes) {
        take(row);
      } else {
        skip(row);
      }
    }
    auto& faults = recorded_.faults;
    std::stable_sort(faults.begin(), faults.end(),
                     [](const SheetFault& a, const SheetFault& b) {
                       return a.line < b.line;
                     });
    if (!faults.empty()) {
      recorded_.changes.clear();
    }
    return std::move(recorded_);
  }

 private:
  void fault(const VoteRow& row, Failure why) {
    recorded_.faults.push_back({row.line, std::move(why)});
  }

  std::optional<Failure> refuse_second(const VoteRow& row) {
    const auto [at, is_new] =
        lines_.try_emplace({row.form, row.unit}, row.line);
    if (is_new) {
      return std::nullopt;
    }
    return Failure{ExitStatus::usage,
                   msg("`{0}` stands a second time for `{1}`; the first is in "
                       "line {2}",
                       row.unit, row.form, at->second),
                   msg("leave one of the two rows out")};
  }

  void skip(const VoteRow& row) {
    const Unit* unit = plan_.unit(row.unit);
    const AwardForm* form = plan_.form(row.form);
    recorded_.skipped.push_back(
        fmt::format("{} ({})", unit == nullptr ? row.unit : unit->name.value,
                    form == nullptr ? row.form : form->name));
  }

  void take(const VoteRow& row) {
    const AwardForm* form = plan_.form(row.form);
    if (form == nullptr) {
      fault(row, unknown(N_("awards.yaml has no form `{0}`"), row.form,
                         ids_of(plan_.awards.forms)));
      return;
    }
    const Unit* unit = plan_.unit(row.unit);
    if (unit == nullptr) {
      fault(row, {ExitStatus::usage, msg("there is no unit `{0}`", row.unit),
                  msg("`thidua list units` shows those there are")});
      return;
    }
    auto change = entry_for(row, *unit, *form);
    if (!change) {
      fault(row, change.error());
      return;
    }
    recorded_.changes.push_back(std::move(*change));
    const Proposal& proposal =
        *plan_.proposal(session_.occasion.key(), unit->id, form->id.value);
    recorded_.voted.push_back(
        voted_unit(plan_, proposal, *unit, *form, *row.votes, today_));
  }

  [[nodiscard]] Result<FileChange> entry_for(const VoteRow& row,
                                             const Unit& unit,
                                             const AwardForm& form) const {
    Candidate candidate;
    candidate.unit = &unit;
    candidate.form = &form;
    candidate.occasion = session_.occasion;
    NewEntry entry;
    entry.state = ProposalState::voted;
    entry.date = session_.date;
    entry.by = session_.by;
    entry.document = session_.document;
    entry.votes = row.votes;
    return add_entry(plan_, candidate, entry);
  }

  const Plan& plan_;
  const VoteSession& session_;
  Date today_;
  RecordedVotes recorded_;
  std::map<std::pair<std::string, std::string>, std::size_t> lines_;
};

}  // namespace

VoteSheet read_vote_sheet(const CsvTable& table, std::string_view form) {
  return VoteSheetReader(table, form).read();
}

RecordedVotes record_votes(const Plan& plan, const VoteSheet& sheet,
                           const VoteSession& session, Date today) {
  return VoteRecorder(plan, session, today).record(sheet);
}

}  // namespace thidua::change
