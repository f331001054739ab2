// Syntax: the options and arguments that a command takes.
//
// Commands declare them here and do not see CLI11.  The values named must live
// until the command has run; they change while the command line is parsed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cli11_fwd.hpp"
#include "terminal.hpp"

namespace thidua::cmd {

// For help texts, which are made before there is a World.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  std::string operator()(const char* english) const {
    return thidua::say(english, language_);
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

template <class Value>
struct Choice {
  std::string_view word;  // static text
  Value value;
};

class Syntax {
 public:
  explicit Syntax(CLI::App& app) : app_(&app) {}

  // A word without a dash; what is to be written there is its name.
  void argument(const std::string& name, std::string& value,
                const std::string& help);
  void required_argument(const std::string& name, std::string& value,
                         const std::string& help, Check check = {});
  // `names` such as "--period,--year"; `type` is what is to be written.
  void option(const std::string& names, std::string& value,
              const std::string& type, const std::string& help);
  void required_option(const std::string& names, std::string& value,
                       const std::string& type, const std::string& help,
                       Check check = {});
  // May be left out, but on a terminal it is asked for; the check is also
  // shown an answer that is empty.
  void asked_option(const std::string& names, std::string& value,
                    const std::string& type, const std::string& help,
                    Check check = {});
  // The same, any number of times: all that is left, or one value for each
  // time the option is written.
  void arguments(const std::string& name, std::vector<std::string>& values,
                 const std::string& help);
  void options(const std::string& names, std::vector<std::string>& values,
               const std::string& type, const std::string& help);
  void flag(const std::string& name, bool& value, const std::string& help);
  // An option that takes one of a few words.
  template <class Value>
  void choice(const std::string& name, Value& value, const std::string& help,
              const std::vector<Choice<Value>>& choices) {
    std::vector<std::string_view> words;
    words.reserve(choices.size());
    for (const Choice<Value>& each : choices) {
      words.push_back(each.word);
    }
    one_of(name, words, help, [&value, choices](std::size_t chosen) {
      value = choices[chosen].value;
    });
  }

  // What can be refused from the words given, before anybody types answers.
  void before_questions(std::function<std::optional<Failure>()> refuse);

  // What may be left out is not asked for where the flag is set.
  void ask_unless(const bool& flag);

  // For the help.  While parsing, CLI11 would refuse before we could ask.
  void mark_required() const;

  // After parsing: puts in what was chosen; fails on a word that is none of
  // the choices, and on a blank one, which would look like none given.  Spaces
  // around words go.
  // What was left out is asked for, where there is somebody to answer, until
  // the answer can be taken or the input ends; fails where something required
  // is still not there.
  [[nodiscard]] std::optional<Failure> settle(const Ask& ask,
                                              const Complain& complain) const;

 private:
  void one_of(const std::string& name,
              const std::vector<std::string_view>& words,
              const std::string& help, std::function<void(std::size_t)> take);
  CLI::Option& add(const std::string& names, std::string& value,
                   const std::string& help);
  CLI::Option& add_all(const std::string& names,
                       std::vector<std::string>& values,
                       const std::string& help);

  struct Question {
    CLI::Option* option;
    std::string* value;
    std::string text;
    bool required;
    Check check;
  };
  // False at the end of the input.
  static bool put(const Question& question, const Ask& ask,
                  const Complain& complain);
  void put_questions(const Ask& ask, const Complain& complain) const;

  CLI::App* app_;
  std::vector<std::function<std::optional<Failure>()>> checks_;
  std::vector<Question> questions_;
  const bool* silent_ = nullptr;
};

}  // namespace thidua::cmd
