// What the makers of tables share: words and columns in one language, cells,
// ids.  Only the *_tables*.cpp of this room need it.
//
// Ids are ASCII: the words of an id as a slug, "ranking-2024-xa"; a second
// table of the same id gets a number.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/data_table.hpp"
#include "render/scores.hpp"
#include "rules/report.hpp"

namespace thidua::document {

// An empty text is nothing, and so is a number that nobody knows.
[[nodiscard]] Cell text_cell(std::string_view text);
[[nodiscard]] Cell number_cell(const std::optional<Exact>& value);
[[nodiscard]] Cell count_cell(std::size_t count);
[[nodiscard]] Cell day_cell(const std::optional<Date>& day);

[[nodiscard]] std::string table_id(
    std::initializer_list<std::string_view> words);

// Tables as they are made.  One without rows is left out.
class TableList {
 public:
  void add(DataTable table);
  void add_enclosed(DataTable table);
  [[nodiscard]] std::vector<DataTable> take() { return std::move(tables_); }

 private:
  std::vector<DataTable> tables_;
};

// The words of tables.
class TableWords {
 public:
  explicit TableWords(Language language) : language_(language) {}

  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, language_);
  }
  [[nodiscard]] std::string say(const Message& message) const {
    return message.empty() ? std::string() : thidua::say(message, language_);
  }
  [[nodiscard]] Column text(const char* english) const {
    return {say(english), false, false};
  }
  [[nodiscard]] Column number(const char* english) const {
    return {say(english), true, false};
  }
  [[nodiscard]] Column percent(const char* english) const {
    return {say(english), true, true};
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

// What the tables of a report are made from.
struct ReportView {
  const Report& report;
  const render::ScoreView& score;
  TableWords words;

  [[nodiscard]] const Plan& plan() const { return score.plan; }
  [[nodiscard]] Language language() const { return score.language; }
  [[nodiscard]] std::string say(const char* english) const {
    return words.say(english);
  }
  [[nodiscard]] std::string say(const Message& message) const {
    return words.say(message);
  }
};

// The parts of report_tables().
void add_figure_tables(const ReportView& view, TableList& tables);
void add_unit_figure_tables(const ReportView& view, TableList& tables);
void add_target_table(const ReportView& view, TableList& tables);
void add_balance_tables(const ReportView& view, TableList& tables);
void add_result_tables(const ReportView& view, TableList& tables);
void add_filing_tables(const ReportView& view, TableList& tables);
void add_ranking_tables(const ReportView& view, TableList& tables);
void add_award_tables(const ReportView& view, TableList& tables);
void add_award_statistics(const ReportView& view, TableList& tables);
void add_children_tables(const ReportView& view, TableList& tables);
void add_movement_table(const ReportView& view, TableList& tables);
void add_planned_table(const ReportView& view, TableList& tables);

}  // namespace thidua::document
