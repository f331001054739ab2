// What a plan leaves to the plans above it (`delegates`), and whether that is
// held: "criteria as in Kế hoạch 12/KH-UBND".
#pragma once

#include <optional>
#include <string>

#include "base/message.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua {

struct LeftAbove {
  const Delegation* delegation = nullptr;
  const DocumentReference* to = nullptr;  // null: not among the parents
};

// Where a section is left to a plan that nobody here holds; nothing where the
// plan has it, be it from a parent's folder.
[[nodiscard]] std::optional<LeftAbove> not_held(const Plan& plan,
                                                Section section);

// "Kế hoạch 12/KH-UBND"; a number that is not known leaves the other things it
// is called by.
[[nodiscard]] std::string name_of(const DocumentReference& document);

// "the criteria are those of `Kế hoạch 12/KH-UBND`, which is not held".
[[nodiscard]] Message why_not_held(const LeftAbove& left, Section section);

// The same as a refusal (exit status 5), and how to go on; nothing where the
// section is there.
[[nodiscard]] std::optional<Failure> refuse_unheld(const Plan& plan,
                                                   Section section);

}  // namespace thidua
