// Moving the years of a plan's rules into another period.
//
// The first year becomes the first year, the last the last, and those between
// keep their share of the way; a year before or after stays as far from its end
// as it was.  Only years of rules move: occasions, steps of the timeline, first
// and last years of duties, targets, baselines, the periods of score tables.
// Dates of documents and words in texts stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/file_change.hpp"
#include "base/result.hpp"

namespace thidua::change {

// Years that follow one another, from the first to the last.
struct Stretch {
  int first;
  int last;
};

class YearMap {
 public:
  YearMap(const Period& from, const Period& to);
  // `end`: of a period of one year, the last is meant, not the first.
  [[nodiscard]] int of(int year, bool end) const;
  [[nodiscard]] Stretch of(Stretch run) const;
  // `2023-Q4`, `quý IV/2023`, `2021..2025` with each year moved.
  [[nodiscard]] std::string text(std::string_view text, bool end) const;
  // The whole years of the new period that come from `years`, those in a row
  // as one stretch; where there is none, the new period itself.
  [[nodiscard]] std::vector<Period> all_from(
      const std::vector<int>& years) const;

 private:
  Period to_;
  int from_first_;
  int from_last_;
  int to_first_;
  int to_last_;
};

// The record with its years moved; one without years stays as it is.
[[nodiscard]] Result<FileChange> redate(const FileChange& record,
                                        const YearMap& years);

}  // namespace thidua::change
