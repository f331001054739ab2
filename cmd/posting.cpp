#include "posting.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.hpp"
#include "post/delivery.hpp"
#include "post/ledger.hpp"
#include "post/user_settings.hpp"
#include "render/reminders.hpp"

namespace thidua::cmd {
namespace {

using Entries = std::vector<post::LedgerEntry>;

// Who reads the output, and who has no address: names that no address can be.
constexpr const char* the_output = "output";
constexpr const char* nobody = "nobody";

// The ledger of the user, or none: then everything is told every time.
class Memory {
 public:
  static Result<Memory> open(World& world, const PostOptions& options) {
    Memory memory(world);
    if (options.state.empty()) {
      return memory;
    }
    auto ledger = options.dry_run ? post::Ledger::read(options.state)
                                  : post::Ledger::open(options.state);
    if (!ledger) {
      return ledger.error();
    }
    memory.ledger_ = std::move(*ledger);
    if (const auto& torn = memory.ledger_->torn()) {
      world.complain("thidua: " + world.say(*torn) + "\n");
    }
    return memory;
  }

  [[nodiscard]] bool is_told(const Reminder& reminder,
                             const std::string& receiver) const {
    return ledger_ &&
           ledger_->was_sent(reminder.key_with_day(), receiver, *reminder.step);
  }

  [[nodiscard]] Entries entries_of(
      const std::vector<const Reminder*>& reminders,
      const std::string& receiver) const {
    Entries entries;
    for (const Reminder* each : reminders) {
      entries.push_back({each->key_with_day(), receiver, each->step.value_or(0),
                         world_.today()});
    }
    return entries;
  }

  // Of these, what the last run may have sent already.  Where nothing is sent
  // again, as a later step is reached or the duty is done, nobody has to know.
  void complain_of_doubts(const Entries& entries) const {
    if (!ledger_) {
      return;
    }
    for (const post::LedgerEntry& doubt : ledger_->in_flight()) {
      const bool is_sent_again = std::any_of(
          entries.begin(), entries.end(), [&](const post::LedgerEntry& each) {
            return each.key == doubt.key && each.recipient == doubt.recipient &&
                   each.step == doubt.step;
          });
      if (is_sent_again) {
        world_.complain(
            "thidua: " +
            world_.say(msg("a run of {0} was stopped while `{1}` was on the "
                           "way to {2}; it is sent again",
                           doubt.day, doubt.key, doubt.recipient)) +
            "\n");
      }
    }
  }

  // Between the two `hand_over` is called; where it fails, it was not sent.
  template <class HandOver>
  std::optional<Failure> around(const Entries& entries,
                                const HandOver& hand_over) {
    complain_of_doubts(entries);
    if (ledger_) {
      if (auto failure = ledger_->begin(entries)) {
        return failure;
      }
    }
    if (auto failure = hand_over()) {
      if (ledger_) {
        ledger_->undo();
      }
      return failure;
    }
    return ledger_ ? ledger_->done(entries) : std::nullopt;
  }

 private:
  explicit Memory(World& world) : world_(world) {}

  World& world_;
  std::optional<post::Ledger> ledger_;
};

std::optional<std::string> of_user(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Result<post::UserSettings> settings_of(const World& world,
                                       const PostOptions& options) {
  auto settings = post::read_user_settings(
      {.file = of_user(options.settings),
       .xdg_config_home = world.variable("XDG_CONFIG_HOME"),
       .home = world.variable("HOME")});
  if (!settings) {
    return settings.error();
  }
  if (!options.from.empty()) {
    settings->from = post::parse_address(options.from);
    if (!settings->from) {
      return Failure{ExitStatus::usage,
                     msg("`{0}` is no e-mail address", options.from),
                     msg("write --from \"Văn phòng <van-phong@example.vn>\"")};
    }
  }
  if (!options.sendmail.empty()) {
    settings->sendmail = options.sendmail;
  }
  return settings;
}

std::optional<Failure> refuse_unready(const PostOptions& options,
                                      const post::UserSettings& settings) {
  if (!settings.from) {
    return Failure{ExitStatus::usage, msg("it is not said who sends the mail"),
                   msg("say --from, or `from` under [mail] in your "
                       "config.toml")};
  }
  if (options.folder.empty() && !settings.sendmail) {
    return Failure{
        ExitStatus::usage, msg("it is not said how the mail is sent"),
        msg("say --sendmail COMMAND or --eml FOLDER, or `sendmail` under "
            "[mail] in your config.toml")};
  }
  std::error_code error;
  if (!options.folder.empty() &&
      !std::filesystem::is_directory(options.folder, error)) {
    return Failure{ExitStatus::io,
                   msg("there is no folder `{0}`", options.folder),
                   msg("make it first")};
  }
  if (!options.folder.empty() && !options.sendmail.empty()) {
    return Failure{ExitStatus::usage,
                   msg("--eml and --sendmail are two ways out"),
                   msg("say one of them")};
  }
  return std::nullopt;
}

// Names a letter by what it says, so that the same one has the same name on
// every machine (FNV-1a).
std::string mark_of(const ReminderLetter& letter) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto take = [&](std::string_view text) {
    for (const char byte : text) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
  };
  for (const Reminder* each : letter.reminders) {
    take(fmt::format("{}/{}\n", each->key_with_day(),
                     each->step.value_or(each->left)));
  }
  return fmt::format("{:016x}", hash);
}

class Sender {
 public:
  Sender(World& world, const PostOptions& options,
         const post::UserSettings& settings, Memory& memory)
      : world_(world),
        options_(options),
        settings_(settings),
        memory_(memory) {}

  void send(const ReminderLetter& letter) {
    const render::ScoreView view{world_.plan(), world_.language()};
    const render::LetterText text = render::letter_text(letter, view);
    if (options_.dry_run) {
      world_.print(fmt::format("{}: {}\n", letter.email, text.subject));
      return;
    }
    const auto failure =
        memory_.around(memory_.entries_of(letter.reminders, letter.email),
                       [&] { return hand_over(letter, text); });
    if (failure) {
      ++failed_;
      world_.complain(fmt::format("thidua: {} ({}): {}\n",
                                  letter.reminders.front()->state.owner_name,
                                  letter.email, world_.say(failure->what)));
    }
  }

  [[nodiscard]] std::size_t failed() const { return failed_; }

 private:
  [[nodiscard]] std::optional<Failure> hand_over(
      const ReminderLetter& letter, const render::LetterText& text) const {
    const std::string id =
        fmt::format("{}.{}.{}", to_iso(world_.today()), mark_of(letter),
                    plan_key(world_.plan().sheet));
    const post::Mail mail{
        *settings_.from,    {letter.contact->name, letter.email},
        settings_.reply_to, text.subject,
        text.body,          id + "." + letter.email,
        world_.today()};
    return options_.folder.empty()
               ? post::give_to_command(
                     *settings_.sendmail,
                     post::to_rfc5322(mail, post::LineEnd::lf))
               : post::put_into_folder(
                     options_.folder,
                     fmt::format("{}-{}-{}", to_iso(world_.today()),
                                 slug(letter.email), mark_of(letter)),
                     post::to_rfc5322(mail, post::LineEnd::crlf));
  }

  World& world_;
  const PostOptions& options_;
  const post::UserSettings& settings_;
  Memory& memory_;
  std::size_t failed_ = 0;
};

// Units and bodies without an address are told to whoever runs this, once for
// each step.
std::optional<Failure> name_unreachable(World& world, Memory& memory,
                                        const PostOptions& options,
                                        const std::vector<Reminder>& found) {
  std::vector<const Reminder*> now = unreachable(found);
  std::erase_if(
      now, [&](const Reminder* each) { return memory.is_told(*each, nobody); });
  if (now.empty()) {
    return std::nullopt;
  }
  const auto complain = [&]() -> std::optional<Failure> {
    world.complain("thidua: " +
                   world.say("nobody to write to (no e-mail address in "
                             "`contacts`):") +
                   "\n");
    for (const Reminder* each : now) {
      world.complain("  " + render::reminder_line(*each, world.language()) +
                     "\n");
    }
    return std::nullopt;
  };
  return options.dry_run
             ? complain()
             : memory.around(memory.entries_of(now, nobody), complain);
}

std::vector<Reminder> not_told(const Memory& memory,
                               const std::vector<Reminder>& found) {
  std::vector<Reminder> now = found;
  std::erase_if(now, [&](const Reminder& each) {
    return memory.is_told(each, the_output);
  });
  return now;
}

}  // namespace

void add_post_options(Syntax& syntax, const Words& words,
                      PostOptions& options) {
  syntax.option("--state", options.state, words("FILE"),
                words("remember here what was sent, and send it once"));
  syntax.option("--eml", options.folder, words("FOLDER"),
                words("put the letters into this folder"));
  syntax.option("--sendmail", options.sendmail, words("COMMAND"),
                words("give each letter to this command, such as "
                      "\"msmtp -t\""));
  syntax.option("--from", options.from, words("ADDRESS"),
                words("who sends the letters"));
  syntax.option("--config", options.settings, words("FILE"),
                words("your own settings (else "
                      "~/.config/thidua/config.toml)"));
  syntax.flag("--dry-run", options.dry_run,
              words("show what would be sent; send and remember nothing"));
}

Result<std::size_t> tell(
    World& world, const PostOptions& options,
    const std::vector<Reminder>& found,
    const std::function<std::string(const std::vector<Reminder>&)>& output) {
  auto memory = Memory::open(world, options);
  if (!memory) {
    return memory.error();
  }
  const std::vector<Reminder> now = not_told(*memory, found);
  std::vector<const Reminder*> pointers;
  pointers.reserve(now.size());
  for (const Reminder& each : now) {
    pointers.push_back(&each);
  }
  const auto print = [&]() -> std::optional<Failure> {
    return world.print_now(output(now));
  };
  const auto failure =
      options.dry_run || now.empty()
          ? print()
          : memory->around(memory->entries_of(pointers, the_output), print);
  return failure ? Result<std::size_t>(*failure) : now.size();
}

Result<std::size_t> post_letters(World& world, const PostOptions& options,
                                 const std::vector<Reminder>& found) {
  const auto settings = settings_of(world, options);
  if (!settings) {
    return settings.error();
  }
  if (!options.dry_run) {
    if (const auto failure = refuse_unready(options, *settings)) {
      return *failure;
    }
  }
  auto memory = Memory::open(world, options);
  if (!memory) {
    return memory.error();
  }
  std::set<const Reminder*> told;
  Sender sender(world, options, *settings, *memory);
  for (ReminderLetter& letter : letters_of(found)) {
    std::erase_if(letter.reminders, [&](const Reminder* each) {
      return memory->is_told(*each, letter.email);
    });
    if (!letter.reminders.empty()) {
      sender.send(letter);
      told.insert(letter.reminders.begin(), letter.reminders.end());
    }
  }
  if (const auto failure = name_unreachable(world, *memory, options, found)) {
    return *failure;
  }
  if (sender.failed() > 0) {
    return Failure{
        ExitStatus::io,
        msg("{0} {0:letter was|letters were} not sent", sender.failed()),
        msg("they are sent by the next run")};
  }
  return told.size();
}

}  // namespace thidua::cmd
