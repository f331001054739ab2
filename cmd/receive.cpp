// thidua receive: a report has come in, or its owner was given more time.
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
  std::string extend;  // the new last day
  std::string reason;
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

Result<change::NewExtension> read_extension(const ReceiveOptions& options,
                                            Date today) {
  const auto until = find_day(options.extend);
  const auto granted = find_day(options.date);
  const auto year =
      options.year.empty() ? std::optional(0) : parse_year(options.year);
  if (!until || !granted) {
    return !until ? until.error() : granted.error();
  }
  if (!year) {
    return Failure{ExitStatus::usage, msg("`{0}` is not a year", options.year),
                   msg("write four digits, such as 2023")};
  }
  if (options.reason.empty()) {
    return Failure{ExitStatus::usage, msg("more time is given for a reason"),
                   msg("say why with --reason")};
  }
  return change::NewExtension{
      to_nfc(options.owner),
      options.duty,
      options.year.empty() ? std::nullopt : std::optional<int>(*year),
      **until,
      granted->value_or(today),
      options.reason,
      options.document,
      options.writing.illustrative};
}

ExitStatus run_extension(const ReceiveOptions& options, World& world) {
  const auto extension = read_extension(options, world.today());
  if (!extension) {
    return world.fail(extension.error());
  }
  return write(
      world, {extension->owner}, options.writing,
      [&](const Plan& plan) { return change::extend(plan, *extension); });
}

// Of a report, or of more time for it.
std::optional<Failure> refuse_mixed(const ReceiveOptions& options) {
  const bool extends = !options.extend.empty();
  if (extends ? !options.late_reason.empty() || !options.note.empty()
              : !options.reason.empty()) {
    return Failure{ExitStatus::usage,
                   msg("a report, and more time for it, are two facts"),
                   msg("--extend goes with --reason, --date, --document and "
                       "--year")};
  }
  return std::nullopt;
}

ExitStatus run(const ReceiveOptions& options, World& world) {
  if (const auto failure = refuse_mixed(options)) {
    return world.fail(*failure);
  }
  if (!options.extend.empty()) {
    return run_extension(options, world);
  }
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
  syntax.option("--extend", options->extend, words("DATE"),
                words("nothing came in: more time was given, through this "
                      "day"));
  syntax.option("--reason", options->reason, words("TEXT"),
                words("why there is more time"));
  add_write_options(syntax, words, options->writing);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
