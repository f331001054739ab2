#include "voting.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "change/vote_sheets.hpp"
#include "folder/sheets.hpp"
#include "render/council.hpp"
#include "render/printable.hpp"
#include "writing.hpp"

namespace thidua::cmd {
namespace {

constexpr std::size_t faults_shown = 50;

void complain_of(World& world, const std::string& sheet,
                 const change::SheetFault& fault) {
  world.complain(fmt::format("{}:{}: {}\n", sheet, fault.line,
                             render::printable(world.say(fault.why.what))));
  if (!fault.why.hint.empty()) {
    world.complain(fmt::format("  {}: {}\n", world.say("hint"),
                               render::printable(world.say(fault.why.hint))));
  }
}

// Names the faults; what is left to say is how many.
Failure tell(World& world, const std::string& sheet,
             const std::vector<change::SheetFault>& faults) {
  for (std::size_t i = 0; i < std::min(faults.size(), faults_shown); ++i) {
    complain_of(world, render::printable(sheet), faults[i]);
  }
  const bool is_usage = std::any_of(
      faults.begin(), faults.end(),
      [](const auto& each) { return each.why.status != ExitStatus::refused; });
  return {is_usage ? ExitStatus::usage : ExitStatus::refused,
          msg("{0} {0:fault|faults} in the sheet; nothing was written",
              faults.size()),
          faults.size() > faults_shown
              ? msg("only the first {0} are shown", faults_shown)
              : Message{}};
}

Result<CsvTable> read_table(World& world, const std::string& path) {
  const auto bytes = folder::read_sheet(path, max_csv_bytes);
  if (!bytes) {
    return bytes.error();
  }
  auto table = read_csv(*bytes);
  if (table) {
    return std::move(*table);
  }
  std::vector<change::SheetFault> faults;
  for (const CsvFault& each : table.error()) {
    faults.push_back({each.line, {ExitStatus::usage, each.what, each.hint}});
  }
  return tell(world, path, faults);
}

// Of which units the records are needed.
std::vector<std::string> owners_in(const change::VoteSheet& sheet) {
  std::vector<std::string> owners;
  for (const change::VoteRow& row : sheet.rows) {
    if (is_id(row.unit)) {
      owners.push_back(row.unit);
    }
  }
  std::sort(owners.begin(), owners.end());
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  return owners;
}

Result<change::VoteSession> read_session(const Plan& plan, const World& world,
                                         const VotingOptions& options,
                                         const std::string& occasion) {
  const auto of = find_occasion_date(plan, occasion);
  if (!of) {
    return of.error();
  }
  const auto date = find_day(options.date);
  if (!date) {
    return date.error();
  }
  return change::VoteSession{*of, date->value_or(world.today()), options.by,
                             options.document};
}

Failure nothing_filled_in() {
  return {ExitStatus::usage, msg("nobody has filled in the sheet"),
          msg("write into each row how many voted how")};
}

}  // namespace

void add_voting_options(Syntax& syntax, const Words& words,
                        VotingOptions& options) {
  syntax.option("--votes", options.sheet, words("FILE"),
                words("record the votes of this sheet (CSV), all or none"));
  syntax.option("--date", options.date, words("DATE"),
                words("the day of the vote (else today)"));
  syntax.option("--document", options.document, words("NUMBER"),
                words("number and sign of the minutes"));
  syntax.option("--by", options.by, words("TEXT"),
                words("who voted (else the council of the form)"));
  syntax.flag("--dry-run", options.dry_run,
              words("show what would change, and change nothing"));
}

bool says_how(const VotingOptions& options) {
  return !options.date.empty() || !options.document.empty() ||
         !options.by.empty() || options.dry_run;
}

ExitStatus record_sheet(World& world, const VotingOptions& options,
                        const std::string& occasion, const std::string& form) {
  const auto table = read_table(world, options.sheet);
  if (!table) {
    return world.fail(table.error());
  }
  const change::VoteSheet sheet = change::read_vote_sheet(*table, to_nfc(form));
  change::RecordedVotes recorded;
  const auto make = [&](const Plan& plan) -> Result<std::vector<FileChange>> {
    const auto session = read_session(plan, world, options, occasion);
    if (!session) {
      return session.error();
    }
    recorded = change::record_votes(plan, sheet, *session, world.today());
    if (!recorded.faults.empty()) {
      return tell(world, options.sheet, recorded.faults);
    }
    return recorded.changes.empty()
               ? Result<std::vector<FileChange>>(nothing_filled_in())
               : recorded.changes;
  };
  const ExitStatus status =
      write_all(world, owners_in(sheet), {options.dry_run, false}, make);
  if (status == ExitStatus::ok) {
    world.print(
        render::vote_result(recorded.voted, recorded.skipped,
                            {world.plan(), world.language(), world.today()}));
  }
  return status;
}

}  // namespace thidua::cmd
