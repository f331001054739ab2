// Small values that many records share.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace thidua {

// A fact of a document.  That a number is blank in the printed document is not
// the same as that the source at hand lacks the page, nor as that the document
// says nothing of it: five states, and an empty text is none of them.
template <class T>
struct Fact {
  enum class State { known, blank, not_in_source, not_stated, unsure };

  State state = State::not_in_source;
  T value{};            // known, unsure
  std::string printed;  // blank: what is printed around the blank
  std::string reason;   // unsure: why
  // not_in_source, of dates only: as early as it can be.
  std::optional<T> not_before{};
  Span span{};

  [[nodiscard]] bool has_value() const {
    return state == State::known || state == State::unsure;
  }
};

// Where a rule comes from: a section of the plan, or an assumption of the
// office where the plan is silent.  At least one of the two.
struct Origin {
  std::string source;  // "IV.2.c", several joined by ", "; may be empty
  bool assumed = false;
  std::string note;
};

// What few of many records have: kept apart, and a default T where it is not.
template <class T>
class Seldom {
 public:
  Seldom() = default;
  explicit Seldom(T value)
      : value_(std::make_unique<const T>(std::move(value))) {}

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const {
    static const T none{};
    return value_ ? *value_ : none;
  }
  const T* operator->() const { return &**this; }

 private:
  std::unique_ptr<const T> value_;
};

// Is the id one of these?
[[nodiscard]] inline bool names(const std::vector<At<std::string>>& ids,
                                std::string_view id) {
  return std::any_of(ids.begin(), ids.end(), [&](const At<std::string>& each) {
    return each.value == id;
  });
}

enum class SubjectClass { collective, household, individual };

// The kinds of commendation that the law knows (Luật 2022, Điều 8).
enum class Commendation {
  merit,       // công trạng
  sudden,      // đột xuất
  movement,    // phong trào thi đua
  dedication,  // quá trình cống hiến
  tenure,      // niên hạn
  foreign,     // đối ngoại
};
inline constexpr std::array<std::string_view, 6> commendation_words{
    "merit", "sudden", "movement", "dedication", "tenure", "foreign"};

}  // namespace thidua
