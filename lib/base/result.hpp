// Result<T>: a value, or why the world refused it.
//
// A room whose refusals are told in words elsewhere names a type of its own in
// place of Failure.
//
// For trouble that stops a command: a bad option, a file that cannot be read,
// a lock, a rule that refuses.  Faults in the user's records are no Failure:
// they are Diagnostics, collected while the reading goes on.
#pragma once

#include <utility>
#include <variant>

#include "base/message.hpp"

namespace thidua {

// The exit status of the program is the value (design: Contracts).
enum class ExitStatus {
  ok = 0,
  findings = 1,
  usage = 2,
  io = 3,
  locked = 4,
  refused = 5,
  bug = 70,
};

struct Failure {
  ExitStatus status = ExitStatus::usage;
  Message what;
  Message hint{};
};

template <class T, class E = Failure>
class [[nodiscard]] Result {
 public:
  explicit(false) Result(T value) : state_(std::move(value)) {}
  explicit(false) Result(E why) : state_(std::move(why)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] T& operator*() { return std::get<0>(state_); }
  [[nodiscard]] const T& operator*() const { return std::get<0>(state_); }
  [[nodiscard]] T* operator->() { return &std::get<0>(state_); }
  [[nodiscard]] const T* operator->() const { return &std::get<0>(state_); }
  [[nodiscard]] const E& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, E> state_;
};

}  // namespace thidua
