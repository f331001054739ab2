// thidua receive: a report has come in.
// The record is made in lib/change/filings; the page is man/thidua-receive.1.
#include "arguments.hpp"
#include "base/text.hpp"
#include "change/filings.hpp"
#include "model/scalars.hpp"
#include "writing.hpp"

namespace thidua::cmd {
namespace {

struct ReceiveOptions {
  std::string owner;
  std::string duty;
  std::string year;
  std::string date;
  std::string document;
  std::string late_reason;
  std::string note;
  WriteOptions writing;
};

Result<change::NewFiling> read_filing(const ReceiveOptions& options,
                                      Date today) {
  const auto date = find_day(options.date);
  if (!date) {
    return date.error();
  }
  change::NewFiling filing{to_nfc(options.owner), options.duty,
                           std::nullopt,          date->value_or(today),
                           options.document,      options.late_reason,
                           options.note,          options.writing.illustrative};
  if (!options.year.empty()) {
    const auto year = parse_year(options.year);
    if (!year) {
      return Failure{ExitStatus::usage,
                     msg("`{0}` is not a year", options.year),
                     msg("write four digits, such as 2023")};
    }
    filing.year = *year;
  }
  return filing;
}

ExitStatus run(const ReceiveOptions& options, World& world) {
  const auto filing = read_filing(options, world.today());
  if (!filing) {
    return world.fail(filing.error());
  }
  return write(world, {filing->owner}, options.writing, [&](const Plan& plan) {
    return change::receive(plan, *filing);
  });
}

}  // namespace

Run setup_receive(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ReceiveOptions>();
  syntax.required_argument(words("UNIT"), options->owner,
                           words("the unit or body it came from"));
  syntax.required_option("--duty", options->duty, words("DUTY"),
                         words("the duty it does, by its id or name"));
  syntax.option("--year", options->year, words("YEAR"),
                words("the year it is about (else that of the date)"));
  syntax.option("--date", options->date, words("DATE"),
                words("the day it came in (else today)"));
  syntax.option("--document", options->document, words("NUMBER"),
                words("number and sign of the report"));
  syntax.option("--late-reason", options->late_reason, words("TEXT"),
                words("why it came late"));
  syntax.option("--note", options->note, words("TEXT"), words("a remark"));
  add_write_options(syntax, words, options->writing);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
