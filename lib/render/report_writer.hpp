// ReportWriter: a Report written into an Outline, part by part.  Only the
// report_*.cpp of this room need it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/report.hpp"

namespace thidua::render {

class ReportWriter {
 public:
  ReportWriter(const Report& report, const ScoreView& view)
      : report_(report), view_(view) {}

  [[nodiscard]] Outline write();

 private:
  void title();
  void head();
  void successions();
  void caveats();
  void closing();

  void figures();
  void sums(const FigureSums& sums);
  void missing_sums(const FigureSums& sums);
  void by_unit(const UnitFigureTable& table);
  [[nodiscard]] Grid unit_grid(const UnitFigureTable& table) const;
  [[nodiscard]] std::vector<std::string> unit_row(
      const UnitFigureTable& table, const UnitFigures& unit) const;
  void targets();

  void results();
  void said(ReportPart part, int level, const ResultGroups& groups);
  void resources();
  void own_awards();
  void contributions();
  void without_record();

  void filings();
  void filing(const DutyRecord& record);
  [[nodiscard]] std::string done_text(
      const std::vector<DutyState>& states) const;
  void ranking();
  void ranking(const Ranking& list, const Period& period);
  void add_classes(const Ranking& list, Grid& grid) const;
  void awards();
  void awards(const OccasionAwards& awards, bool own);
  void below();
  [[nodiscard]] std::string proposal_words(const ProposalLine& line) const;
  void next_steps();

  // The heading of a part, and [CHƯA CÓ] where it has no content, or that the
  // plan has none of it.
  void open(ReportPart part, int level);

  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, view_.language);
  }
  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, view_.language);
  }
  [[nodiscard]] std::string number(const std::optional<Exact>& value) const;
  [[nodiscard]] std::string day(Date value) const;
  // "Xã A (2023): 34 households"; the year where several are covered.
  [[nodiscard]] std::string line(const ResultLine& line, bool households) const;
  [[nodiscard]] std::string resource(const ResultGroup& group) const;
  [[nodiscard]] std::string group(const ResultGroup& group,
                                  bool households) const;

  const Report& report_;
  const ScoreView& view_;
  Outline out_;
};

}  // namespace thidua::render
