#include "letters.hpp"

#include <set>

#include "material.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;
using document::Json;

// Lists of a context that letters are written to.
constexpr const char* all_owing = "owing";
constexpr const char* all_late = "late";

// The letter of the same context to another list; every list has one.
const CataloguedDocument& letter_to(std::string_view list,
                                    std::string_view context) {
  const auto& all = document::catalogue();
  return *std::find_if(all.begin(), all.end(), [&](const auto& each) {
    return each.text.context == context && each.text.to == list;
  });
}

Failure nobody_late(const Json& context) {
  const Json& unclear = context.at("late_unclear");
  return {ExitStatus::refused,
          msg("nobody is late with this duty in {0}; there is no letter",
              context.at("year").get<int>()),
          unclear.is_null() ? Message{}
                            : msg("ended, and not known who succeeds: {0}",
                                  unclear.get<std::string>())};
}

Failure nobody_owes(const Json& context) {
  const Json& unclear = context.at("owing_unclear");
  return {ExitStatus::refused,
          msg("nobody owes this duty in {0} any more; there is no letter",
              context.at("year").get<int>()),
          unclear.is_null() ? Message{}
                            : msg("ended, and not known who succeeds: {0}",
                                  unclear.get<std::string>())};
}

}  // namespace

std::optional<Failure> why_no_letter(const CataloguedDocument& letter,
                                     const Json& context, Date today) {
  const std::string& to = letter.text.to;
  if (to.empty()) {
    return std::nullopt;
  }
  if (context.at(to).empty()) {
    return to == all_late ? nobody_late(context) : nobody_owes(context);
  }
  const Json& last = context.at("last_day");
  const auto day =
      last.is_null() ? std::nullopt : parse_date(last.get<std::string>());
  if (to != all_owing || !day || today <= *day) {
    return std::nullopt;
  }
  return Failure{ExitStatus::refused,
                 msg("the last day, {0}, is over; there is no letter", *day),
                 msg("`{0}` is the letter to those who are late",
                     letter_to(all_late, letter.text.context).id)};
}

ExitStatus write_letters(World& world, const SaveOptions& saving,
                         const std::vector<Reminder>& found) {
  const CataloguedDocument& letter = letter_to(all_late, "call");
  std::set<std::pair<std::string, int>> written;
  for (const Reminder& each : found) {
    const DutyDate& when = each.state.when;
    if (each.left >= 0 ||
        !written.emplace(when.duty->id.value, when.year).second) {
      continue;
    }
    const auto job = document_job(
        world, letter.id,
        {.year = fmt::format("{}", when.year), .duty = when.duty->id.value},
        PaperFormat::docx);
    if (!job && job.error().status == ExitStatus::refused) {
      world.complain(fmt::format("{} {}: {}\n", when.duty->name, when.year,
                                 world.say(job.error().what)));
      continue;
    }
    if (!job) {
      return world.fail(job.error());
    }
    const ExitStatus status = write_document(world, *job, saving);
    if (status != ExitStatus::ok) {
      return status;
    }
  }
  return world.conclude(ExitStatus::ok);
}

}  // namespace thidua::cmd
