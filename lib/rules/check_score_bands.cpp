// Bands of numbers: each number in one of them.
#include <algorithm>

#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

// Does `a` reach further up than `b`?
bool reaches_further(const Band& a, const Band& b) {
  if (!a.high || !b.high) {
    return b.high.has_value();
  }
  return b.high->at < a.high->at ||
         (b.high->at == a.high->at && a.high->inside && !b.high->inside);
}

bool overlap(const Band& below, const Band& above) {
  if (!below.high || !above.low) {
    return true;
  }
  return above.low->at < below.high->at ||
         (above.low->at == below.high->at && above.low->inside &&
          below.high->inside);
}

bool holds_whole_number(const Edge& from, const Edge& to) {
  const Exact first =
      from.inside ? from.at.floor() + Exact{1} : -((-from.at).floor());
  return first < to.at || (first == to.at && !to.inside);
}

// Of bands that do not overlap.
bool leave_gap(const Band& below, const Band& above, Numbers numbers) {
  const Edge& from = *below.high;
  const Edge& to = *above.low;
  if (from.at == to.at) {
    return !from.inside && !to.inside;
  }
  return numbers == Numbers::any || holds_whole_number(from, to);
}

void report_gap(const CheckRun& run, const Band& below, const Band& above) {
  const Exact& from = below.high->at;
  const Exact& to = above.low->at;
  run.add(code::bands_gap, above.span,
          from == to
              ? msg("the number {0} lies in no band", from)
              : msg("the numbers between {0} and {1} lie in no band", from, to),
          msg("let each band begin where the one below it ends: leave `to` and "
              "`up_to` out"));
}

}  // namespace

bool holds_all(const Band& outer, const Band& inner) {
  return !starts_below(inner, outer) && !reaches_further(inner, outer);
}

void check_bands(const CheckRun& run, std::vector<const Band*> bands, Gaps gaps,
                 Numbers numbers) {
  std::stable_sort(
      bands.begin(), bands.end(),
      [](const Band* a, const Band* b) { return starts_below(*a, *b); });
  const Band* furthest = nullptr;
  for (const Band* band : bands) {
    if (furthest != nullptr && overlap(*furthest, *band)) {
      run.add(code::bands_overlap, band->span,
              msg("this band overlaps the one at {0}",
                  place_in_words(run.plan, furthest->span)),
              msg("correct the edges, so that each number lies in one band"));
    } else if (furthest != nullptr && gaps == Gaps::reported &&
               leave_gap(*furthest, *band, numbers)) {
      report_gap(run, *furthest, *band);
    }
    if (furthest == nullptr || reaches_further(*band, *furthest)) {
      furthest = band;
    }
  }
}

}  // namespace thidua
