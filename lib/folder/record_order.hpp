// The order of each kind of record in a Plan, and lists in that order made one.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/plan.hpp"

namespace thidua::folder {

template <class Book>
std::string_view key_of(const Book& book) {
  return book.id;
}

template <class Record>
auto key_by_period(const Record& record) {
  return std::tuple(std::string_view(record.unit.value), record.period.value,
                    record.span.file);
}
inline auto key_of(const Figures& record) { return key_by_period(record); }
inline auto key_of(const Scorecard& record) { return key_by_period(record); }

inline auto key_of(const Results& record) {
  return std::tuple(std::string_view(record.unit.value), record.year.value,
                    record.span.file);
}

inline auto key_of(const Filings& record) {
  return std::tuple(std::string_view(record.owner.value), record.year.value,
                    record.span.file);
}

inline auto key_of(const Holidays& record) {
  return std::tuple(record.year.value, record.span.file);
}

inline auto key_of(const Proposal& record) {
  return std::tuple(std::string_view(record.occasion.value),
                    std::string_view(record.unit.value),
                    std::string_view(record.form.value), record.span.file);
}

template <class Record>
bool comes_before(const Record& a, const Record& b) {
  return key_of(a) < key_of(b);
}

// Keys are sorted in place of the records, which are much larger.
template <class Record>
void sort_list(std::vector<Record>& list) {
  std::vector<std::pair<decltype(key_of(list.front())), std::size_t>> order;
  order.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    order.emplace_back(key_of(list[i]), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Record> sorted;
  sorted.reserve(list.size());
  for (const auto& [key, i] : order) {
    sorted.push_back(std::move(list[i]));
  }
  list.swap(sorted);
}

// Calls back with each sorted list of both.
template <class Visit>
void each_list(Plan& a, Plan& b, const Visit& visit) {
  visit(a.criteria_sets, b.criteria_sets);
  visit(a.score_tables, b.score_tables);
  visit(a.frozen_tables, b.frozen_tables);
  visit(a.award_standards, b.award_standards);
  visit(a.rule_sets, b.rule_sets);
  visit(a.holidays, b.holidays);
  visit(a.units, b.units);
  visit(a.figures, b.figures);
  visit(a.results, b.results);
  visit(a.filings, b.filings);
  visit(a.scorecards, b.scorecards);
  visit(a.proposals, b.proposals);
}

template <class Record>
void merge(std::vector<Record>& to, std::vector<Record>& from) {
  if (to.empty()) {
    to.swap(from);
    return;
  }
  std::vector<Record> both;
  both.reserve(to.size() + from.size());
  std::merge(std::make_move_iterator(to.begin()),
             std::make_move_iterator(to.end()),
             std::make_move_iterator(from.begin()),
             std::make_move_iterator(from.end()), std::back_inserter(both),
             comes_before<Record>);
  to.swap(both);
}

}  // namespace thidua::folder
