#include "syntax.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "usage.hpp"

namespace thidua::cmd {
namespace {

Failure none_of(const std::string& name, const std::string& word,
                const std::vector<std::string_view>& words) {
  const auto meant = nearest(word, words);
  return {ExitStatus::usage,
          msg("`{0}` does not take `{1}`; it takes: {2}", name, word,
              fmt::format("{}", fmt::join(words, ", "))),
          meant ? msg("did you mean `{0}`?", *meant) : Message{}};
}

// Takes the spaces around a value away; one of spaces only would look like
// none given.
std::optional<Failure> settle_value(const CLI::Option& option,
                                    std::string& value) {
  value = std::string(trimmed(value));
  if (!value.empty()) {
    return std::nullopt;
  }
  return Failure{ExitStatus::usage,
                 msg("`{0}` is given an empty value", option.get_name()),
                 msg("write the value, or leave `{0}` out", option.get_name())};
}

}  // namespace

CLI::Option& Syntax::add(const std::string& names, std::string& value,
                         const std::string& help) {
  CLI::Option* option = app_->add_option(names, value, help);
  checks_.emplace_back([option, &value]() -> std::optional<Failure> {
    return option->count() == 0 ? std::nullopt : settle_value(*option, value);
  });
  return *option;
}

CLI::Option& Syntax::add_all(const std::string& names,
                             std::vector<std::string>& values,
                             const std::string& help) {
  CLI::Option* option = app_->add_option(names, values, help);
  checks_.emplace_back([option, &values]() -> std::optional<Failure> {
    for (std::string& value : values) {
      if (auto failure = settle_value(*option, value)) {
        return failure;
      }
    }
    return std::nullopt;
  });
  return *option;
}

void Syntax::argument(const std::string& name, std::string& value,
                      const std::string& help) {
  add(name, value, help);
}

void Syntax::required_argument(const std::string& name, std::string& value,
                               const std::string& help, Check check) {
  questions_.push_back(
      {&add(name, value, help), &value, help, true, std::move(check)});
}

void Syntax::option(const std::string& names, std::string& value,
                    const std::string& type, const std::string& help) {
  add(names, value, help).type_name(type);
}

void Syntax::required_option(const std::string& names, std::string& value,
                             const std::string& type, const std::string& help,
                             Check check) {
  questions_.push_back({add(names, value, help).type_name(type), &value, help,
                        true, std::move(check)});
}

void Syntax::asked_option(const std::string& names, std::string& value,
                          const std::string& type, const std::string& help,
                          Check check) {
  questions_.push_back({add(names, value, help).type_name(type), &value, help,
                        false, std::move(check)});
}

void Syntax::arguments(const std::string& name,
                       std::vector<std::string>& values,
                       const std::string& help) {
  add_all(name, values, help);
}

void Syntax::options(const std::string& names, std::vector<std::string>& values,
                     const std::string& type, const std::string& help) {
  add_all(names, values, help).type_name(type)->allow_extra_args(false);
}

void Syntax::flag(const std::string& name, bool& value,
                  const std::string& help) {
  app_->add_flag(name, value, help)->disable_flag_override();
}

void Syntax::one_of(const std::string& name,
                    const std::vector<std::string_view>& words,
                    const std::string& help,
                    std::function<void(std::size_t)> take) {
  const auto given = std::make_shared<std::string>();
  const CLI::Option& option =
      *app_->add_option(name, *given, help)
           ->type_name(fmt::format("{}", fmt::join(words, "|")));
  checks_.emplace_back([=, &option]() -> std::optional<Failure> {
    if (option.count() == 0) {
      return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), *given);
    if (found == words.end()) {
      return none_of(name, *given, words);
    }
    take(static_cast<std::size_t>(found - words.begin()));
    return std::nullopt;
  });
}

void Syntax::mark_required() const {
  for (const Question& question : questions_) {
    question.option->required(question.required);
  }
}

void Syntax::before_questions(std::function<std::optional<Failure>()> refuse) {
  checks_.push_back(std::move(refuse));
}

void Syntax::ask_unless(const bool& flag) { silent_ = &flag; }

bool Syntax::put(const Question& question, const Ask& ask,
                 const Complain& complain) {
  while (const auto typed = ask(question.text + ": ")) {
    const std::string answer(trimmed(*typed));
    if (answer.empty() && question.required) {
      continue;
    }
    const auto failure =
        question.check ? question.check(answer) : std::optional<Failure>();
    if (!failure) {
      *question.value = answer;
      return true;
    }
    complain(*failure);
  }
  return false;
}

void Syntax::put_questions(const Ask& ask, const Complain& complain) const {
  const bool silent = silent_ != nullptr && *silent_;
  for (const Question& question : questions_) {
    const bool open = question.option->count() == 0;
    if (open && (question.required || !silent) &&
        !put(question, ask, complain)) {
      return;
    }
  }
}

std::optional<Failure> Syntax::settle(const Ask& ask,
                                      const Complain& complain) const {
  for (const auto& check : checks_) {
    if (auto failure = check()) {
      return failure;
    }
  }
  for (const Question& question : questions_) {
    if (question.option->count() > 0 && question.check) {
      if (auto failure = question.check(*question.value)) {
        return failure;
      }
    }
  }
  if (ask) {
    put_questions(ask, complain);
  }
  for (const Question& question : questions_) {
    if (question.required && question.value->empty()) {
      return Failure{
          ExitStatus::usage,
          msg("an argument is missing: {0}", question.option->get_name()),
          help_hint(*app_)};
    }
  }
  return std::nullopt;
}

}  // namespace thidua::cmd
