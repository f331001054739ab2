// thidua remind: who is to be reminded of what, on the screen, as JSON, as a
// calendar, or by mail; made for cron.
// The rules are in lib/rules/reminders; the page is man/thidua-remind.1.
#include <algorithm>
#include <set>

#include "arguments.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "letters.hpp"
#include "post/heartbeat.hpp"
#include "posting.hpp"
#include "render/reminders.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

enum class ReminderFormat { text, json, ics, mail };

struct RemindOptions {
  std::string within;
  std::string steps;
  std::string to;
  bool overdue = false;
  bool exit_code = false;
  std::string heartbeat;
  ReminderFormat format = ReminderFormat::text;
  std::string letters;  // a folder for letters to sign
  bool force = false;   // replace those that are there
  PostOptions post;
};

// A week and less before the day, then a week after it.
constexpr const char* usual_steps = "30,14,7,3,1,0,+7";

std::optional<int> parse_days(std::string_view text) {
  int days = 0;
  if (text.empty() || text.size() > 4) {
    return std::nullopt;
  }
  for (const char digit : text) {
    if (digit < '0' || '9' < digit) {
      return std::nullopt;
    }
    days = days * 10 + (digit - '0');
  }
  return days;
}

Failure no_days(const std::string& text) {
  return {ExitStatus::usage, msg("`{0}` is no number of days", text),
          msg("write days such as 14 or 14d")};
}

// "14d" or "14".
Result<std::optional<int>> read_within(const std::string& text) {
  std::string_view digits = text;
  if (digits.ends_with('d')) {
    digits.remove_suffix(1);
  }
  const auto days = parse_days(digits);
  if (text.empty()) {
    return std::optional<int>();
  }
  return days ? Result<std::optional<int>>(days) : no_days(text);
}

// "30,14,7,3,1,0,+7": days before, and with a plus days after.
Result<std::vector<int>> read_steps(std::string_view text) {
  std::vector<int> steps;
  for (bool more = !text.empty(); more;) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string word(trimmed(text.substr(0, end)));
    const bool after = word.starts_with('+');
    const auto days = parse_days(std::string_view(word).substr(after ? 1 : 0));
    if (!days) {
      return Failure{ExitStatus::usage, msg("`{0}` is no step", word),
                     msg("write days before the last one, and with a plus days "
                         "after it, such as {0}",
                         std::string(usual_steps))};
    }
    steps.push_back(after ? -*days : *days);
    more = end < text.size();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return steps;
}

// A unit or body called so, by its id; else the text itself.
std::string receiver_of(const Plan& plan, const std::string& text) {
  const std::string name = folded(text);
  for (const Unit& unit : plan.units) {
    if (folded(unit.name.value) == name && plan.unit(text) == nullptr) {
      return unit.id;
    }
  }
  for (const Body& body : plan.sheet.bodies) {
    if (folded(body.name) == name && plan.body(text) == nullptr) {
      return body.id.value;
    }
  }
  return text;
}

bool is_known_receiver(const Plan& plan, const std::string& to) {
  const std::string role = folded(to);
  const auto has_role = [&](const std::vector<Contact>& contacts) {
    return std::any_of(
        contacts.begin(), contacts.end(),
        [&](const Contact& each) { return folded(each.role) == role; });
  };
  const auto& bodies = plan.sheet.bodies;
  return plan.unit(to) != nullptr || plan.body(to) != nullptr ||
         std::any_of(
             plan.units.begin(), plan.units.end(),
             [&](const Unit& each) { return has_role(each.contacts); }) ||
         std::any_of(bodies.begin(), bodies.end(),
                     [&](const Body& each) { return has_role(each.contacts); });
}

Result<ReminderFilter> read_filter(const RemindOptions& options,
                                   const Plan& plan) {
  const auto within = read_within(options.within);
  if (!within) {
    return within.error();
  }
  const bool by_steps = !options.steps.empty() || !options.post.state.empty();
  const auto steps = read_steps(!options.steps.empty() ? options.steps
                                : by_steps             ? usual_steps
                                                       : "");
  if (!steps) {
    return steps.error();
  }
  ReminderFilter filter;
  filter.within = *within;
  if (!filter.within && !by_steps && options.format != ReminderFormat::ics) {
    filter.within = plan.settings.due_within_days;
  }
  filter.overdue = options.overdue;
  filter.on_the_day = options.post.state.empty();
  // Of a calendar they are its alarms.
  if (options.format != ReminderFormat::ics) {
    filter.steps = *steps;
  }
  filter.to = options.to == "all" ? "" : receiver_of(plan, to_nfc(options.to));
  if (!filter.to.empty() && !is_known_receiver(plan, filter.to)) {
    return Failure{
        ExitStatus::usage,
        msg("no unit, body or role of a contact is called `{0}`", filter.to),
        msg("`thidua list units` shows the units; `contacts` in "
            "their records have the roles")};
  }
  return filter;
}

// Days before, from the longest.
std::vector<int> alarms_of(const RemindOptions& options) {
  const auto steps = read_steps(options.steps);
  std::vector<int> alarms;
  for (const int step : steps ? *steps : std::vector<int>{}) {
    if (step >= 0) {
      alarms.push_back(step);
    }
  }
  std::sort(alarms.rbegin(), alarms.rend());
  return alarms;
}

std::string output_of(const RemindOptions& options, const World& world,
                      const std::vector<Reminder>& found) {
  const render::ScoreView view{world.plan(), world.language()};
  switch (options.format) {
    case ReminderFormat::json:
      return render::dump(render::to_json(found, view));
    case ReminderFormat::ics:
      return render::to_icalendar(
          render::calendar_of(found, alarms_of(options), view));
    default:
      return render::to_text(found, view);
  }
}

std::optional<Failure> refuse_mixture(const RemindOptions& options) {
  const PostOptions& post = options.post;
  if (options.force && options.letters.empty()) {
    return Failure{ExitStatus::usage, msg("--force is for letters to sign"),
                   msg("add --letter DIR, or leave --force out")};
  }
  const bool is_mail = options.format == ReminderFormat::mail;
  if (!is_mail && (!post.folder.empty() || !post.sendmail.empty() ||
                   !post.from.empty() || !post.settings.empty())) {
    return Failure{ExitStatus::usage,
                   msg("nothing is sent without --format mail"),
                   msg("add --format mail, or leave --eml, --sendmail, --from "
                       "and --config out")};
  }
  if (options.format == ReminderFormat::ics && !post.state.empty()) {
    return Failure{ExitStatus::usage,
                   msg("a calendar is whole every time: it has no --state"),
                   msg("leave --state out")};
  }
  return std::nullopt;
}

bool is_error(const Diagnostic& finding) {
  return info_of(finding.code).severity == Severity::error;
}

// Records on which deadlines rest.
bool matters(std::string_view path) {
  return path == "plan.yaml" || path == "successions.yaml" ||
         path == "clusters.yaml" || path.starts_with("units/") ||
         path.starts_with("filings/") || path.starts_with("holidays/");
}

// Whoever's filings cannot be read may have done it: that is said, and nobody
// is reminded.  Of what cannot be read at all, the place is said.
void leave_out_doubtful(World& world, std::vector<Reminder>& found) {
  const Plan& plan = world.plan();
  std::set<std::string, std::less<>> broken;
  for (const Diagnostic& finding : world.findings().all()) {
    const std::string& path = plan.sources[finding.where.file].path;
    if (is_error(finding) && finding.where.known() && matters(path) &&
        broken.insert(path).second) {
      world.complain(fmt::format("{}: {}\n",
                                 place_in_words(plan, finding.where),
                                 world.say(finding.message)));
    }
  }
  std::erase_if(found, [&](const Reminder& each) {
    const bool doubtful = broken.contains(fmt::format(
        "filings/{}/{}.yaml", each.state.when.year, each.state.owner));
    if (doubtful) {
      world.complain(
          "thidua: " +
          world.say(msg("whether it was done cannot be read, nobody is "
                        "reminded: {0}",
                        render::reminder_line(each, world.language()))) +
          "\n");
    }
    return doubtful;
  });
}

// 1 where something is due and that was asked for.
ExitStatus status_of(const RemindOptions& options, bool is_due) {
  return options.exit_code && is_due ? ExitStatus::findings : ExitStatus::ok;
}

ExitStatus run(const RemindOptions& options, World& world) {
  if (const auto failure = refuse_mixture(options)) {
    return world.fail(*failure);
  }
  const auto filter = read_filter(options, world.plan());
  if (!filter) {
    return world.fail(filter.error());
  }
  std::vector<Reminder> found = reminders(world.plan(), *filter, world.today());
  leave_out_doubtful(world, found);
  if (!options.letters.empty()) {
    return write_letters(
        world,
        {.to = options.letters + "/", .force = options.force, .by = "--letter"},
        found);
  }
  const auto told = options.format == ReminderFormat::mail
                        ? post_letters(world, options.post, found)
                        : tell(world, options.post, found,
                               [&](const std::vector<Reminder>& now) {
                                 return output_of(options, world, now);
                               });
  if (!told) {
    return world.fail(told.error());
  }
  if (!options.heartbeat.empty() && !options.post.dry_run &&
      world.state_of_data() == ExitStatus::ok) {
    if (const auto failure =
            post::write_heartbeat(options.heartbeat, world.today())) {
      return world.fail(*failure);
    }
  }
  return world.conclude(status_of(options, *told > 0));
}

}  // namespace

Run setup_remind(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<RemindOptions>();
  syntax.option("--within", options->within, words("DAYS"),
                words("only what is due in so many days, such as 14d (else as "
                      "thidua.toml says)"));
  syntax.option("--steps", options->steps, words("DAYS"),
                words("remind so many days before, and after with a plus: "
                      "30,14,7,3,1,0,+7, which is meant with --state; without "
                      "it only on these very days"));
  syntax.option("--to", options->to, words("WHOM"),
                words("only this unit or body, or contacts of this role; all "
                      "is everybody"));
  syntax.flag("--overdue", options->overdue, words("only what is late"));
  syntax.choice<ReminderFormat>("--format", options->format,
                                words("what is made of it"),
                                {{"text", ReminderFormat::text},
                                 {"json", ReminderFormat::json},
                                 {"ics", ReminderFormat::ics},
                                 {"mail", ReminderFormat::mail}});
  syntax.option("--letter", options->letters, words("DIR"),
                words("put a letter to sign into this folder for every duty "
                      "that is late"));
  syntax.flag("--force", options->force,
              words("replace what stands there already"));
  add_post_options(syntax, words, options->post);
  syntax.flag("--exit-code", options->exit_code,
              words("end with 1 when something is due"));
  syntax.option("--heartbeat", options->heartbeat, words("FILE"),
                words("write today into this file at the end of a good run"));
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
