// Facts of a rule set, or of the plan where it has rules of its own: each with
// the ground it stands on.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/fields.hpp"
#include "model/rule_set.hpp"

namespace thidua {

using ReadGround = LegalGround (*)(Fields&);
// article, source, mark, assumed, note
LegalGround read_ground_of_law(Fields& f);
// source (a section of the plan), assumed, note
LegalGround read_ground_of_plan(Fields& f);

// A fact with its ground, in one mapping.
template <class T, class ReadValue>
ByLaw<T> read_by_law(Fields& f, const ReadValue& read_value,
                     ReadGround read_ground = read_ground_of_law) {
  ByLaw<T> fact;
  fact.span = f.span();
  fact.value = read_value(f);
  fact.ground = read_ground(f);
  return fact;
}

// The same of a key; nothing where there is no such key.
template <class T, class ReadValue>
std::optional<ByLaw<T>> by_law_at(const yaml::Node* node, Diagnostics& found,
                                  const ReadValue& read_value,
                                  ReadGround read_ground = read_ground_of_law) {
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, found);
  auto fact = read_by_law<T>(inner, read_value, read_ground);
  return inner.finish(std::move(fact));
}

template <class T, class ReadValue>
std::optional<ByLaw<T>> maybe_by_law(
    Fields& f, std::string_view key, const ReadValue& read_value,
    ReadGround read_ground = read_ground_of_law) {
  return by_law_at<T>(f.find(key), f.found(), read_value, read_ground);
}

template <class T, class ReadValue>
std::vector<ByLaw<T>> list_by_law(Fields& f, std::string_view key,
                                  const ReadValue& read_value,
                                  ReadGround read_ground = read_ground_of_law) {
  std::vector<ByLaw<T>> facts;
  for_each_item(f, key, [&](Fields& item) {
    facts.push_back(read_by_law<T>(item, read_value, read_ground));
  });
  return facts;
}

// A whole number from 1 to 99: copies, days, years.  0 where it cannot be read.
int read_few(Fields& f, std::string_view key);
// 0 where it cannot be read.
Exact read_above_zero(Fields& f, std::string_view key);
Papers read_dossier_parts(Fields& f);
// dossier, copies, vote, publicity, appraisal, prize
Procedure read_procedure(Fields& f, ReadGround read_ground);

// The list at `shares`.
std::vector<ByLaw<AwardShare>> read_shares(Fields& f, ReadGround read_ground);

}  // namespace thidua
