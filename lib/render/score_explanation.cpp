// How a unit came to its points and its class, step by step.
#include <algorithm>

#include "base/text.hpp"
#include "render/diagnostics.hpp"
#include "render/outline.hpp"
#include "render/scores.hpp"
#include "render/table.hpp"

namespace thidua::render {
namespace {

// What a table of its own asks for is shown in full, on lines that fit the
// page; one that weighs all criteria the same adds nothing to them.
bool is_rich(const UnitScore& score) {
  return score.kind_table != nullptr && !score.kind_table->equal;
}

class Explainer {
 public:
  Explainer(const RankedUnit& unit, const ScoreView& view)
      : unit_(unit),
        score_(unit.score),
        view_(view),
        rich_(is_rich(unit.score)) {}

  std::string run() {
    text_ = fmt::format("{} · {} · {}\n", score_.name(),
                        score_.period.to_string(), outcome());
    const ScoreGroup* group = nullptr;
    for (const CriterionScore& each : score_.criteria) {
      if (each.group != group) {
        group = each.group;
        group_heading(group);
      }
      criterion(each, inner(group));
    }
    if (rich_) {
      adjustments(msg("Bonus"), score_.bonuses, score_.bonus);
      adjustments(msg("Deductions"), score_.deductions, score_.deduction);
      total();
      classed();
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, view_.language);
  }

  [[nodiscard]] std::string outcome() const {
    return score_.total ? say(msg("{0} {0:point|points}", *score_.total))
           : score_.complete() && score_.kind_table == nullptr
               ? say(msg("no points: no score table"))
               : missing_text(score_, view_.language);
  }

  [[nodiscard]] static std::size_t inner(const ScoreGroup* group) {
    return group == nullptr || group->id.value.empty() ? 0 : 2;
  }

  void line(std::size_t indent, const std::string& words) {
    text_ += rich_ ? wrapped(std::string(indent, ' '), words)
                   : std::string(indent, ' ') + words + "\n";
  }

  void line(std::size_t indent, const std::string& id,
            const std::string& words) {
    const std::string first = std::string(indent, ' ') + id + "  ";
    text_ += rich_ ? wrapped(first, words) : first + words + "\n";
  }

  [[nodiscard]] std::string out_of(const Exact& points,
                                   const Exact& max) const {
    return fmt::format("{} / {}", number(points, view_.language),
                       number(max, view_.language));
  }

  // Of what applies, once all of it has points.
  [[nodiscard]] std::string group_points(const ScoreGroup& group) const {
    Exact points;
    Exact max;
    for (const CriterionScore& each : score_.criteria) {
      const Verdict verdict = each.judgement.verdict;
      if (each.group != &group || !each.max ||
          verdict == Verdict::not_applicable) {
        continue;
      }
      if (!each.points) {
        return {};
      }
      points += *each.points;
      max += *each.max;
    }
    return max.is_zero() ? std::string() : ": " + out_of(points, max);
  }

  void group_heading(const ScoreGroup* group) {
    if (inner(group) > 0) {
      line(0, group->id.value, group->name + group_points(*group));
    }
  }

  [[nodiscard]] std::string points_text(const CriterionScore& score) const {
    if (!score.max || score.judgement.verdict == Verdict::not_applicable) {
      return {};
    }
    return score.points
               ? out_of(*score.points, *score.max)
               : fmt::format("– / {}", number(*score.max, view_.language));
  }

  [[nodiscard]] std::string verdict_text(const CriterionScore& score) const {
    const std::string word =
        thidua::say(render::word(score.judgement.verdict), view_.language);
    const std::string points = points_text(score);
    std::string text = word + (points.empty() ? "" : "  ") + points;
    return score.source().empty()
               ? text
               : fmt::format("{}: {}", say(msg("section {0}", score.source())),
                             text);
  }

  void criterion(const CriterionScore& score, std::size_t indent) {
    const Judgement& judgement = score.judgement;
    line(indent, score.id(), score.text());
    line(indent + 4, verdict_text(score));
    if (!judgement.reason.empty()) {
      line(indent + 4, say(judgement.reason));
    }
    steps(indent + 4, judgement.steps);
    for (const CriterionScore& part : score.parts) {
      criterion(part, indent + 4);
    }
  }

  // Places stand in a column of their own where the page is wide enough.
  void steps(std::size_t indent, const Steps& steps) {
    Table table({Align::left, Align::left});
    std::size_t widest = 0;
    std::size_t widest_place = 0;
    for (const Step& step : steps) {
      const std::string words = say(step.text);
      const std::string where = place(view_.plan.sources, step.where);
      widest = std::max(widest, display_width(words));
      widest_place = std::max(widest_place, display_width(where));
      table.row({words, where});
    }
    if (!rich_ || indent + widest + 2 + widest_place <= page_width) {
      text_ += table.to_text(indent);
      return;
    }
    for (const Step& step : steps) {
      const std::string where = place(view_.plan.sources, step.where);
      line(indent, say(step.text) + (where.empty() ? "" : " · ") + where);
    }
  }

  void adjustments(const Message& title,
                   const std::vector<AdjustmentScore>& items,
                   const Exact& sum) {
    if (items.empty() && sum.is_zero()) {
      return;
    }
    line(0, fmt::format("{}: {}", say(title),
                        score_.total ? number(sum, view_.language) : "–"));
    for (const AdjustmentScore& one : items) {
      line(2, fmt::format("{}: {}", one.item->name,
                          one.points ? number(*one.points, view_.language)
                                     : say(one.reason)));
      steps(4, one.steps);
    }
  }

  void total() {
    if (score_.total) {
      line(0, fmt::format("{}: {}", say(msg("Total")), total_text()));
      steps(2, score_.steps);
    }
  }

  [[nodiscard]] std::string total_text() const {
    const auto share = score_.share();
    return share ? say(msg("{0} of {1} ({2} %)", *score_.total, *score_.max,
                           *share))
                 : number(*score_.total, view_.language);
  }

  void classed() {
    if (unit_.classed) {
      line(0, fmt::format("{}: {}", say(msg("Grading")),
                          class_text(unit_, view_.language)));
      steps(2, unit_.classed->steps);
    }
  }

  const RankedUnit& unit_;
  const UnitScore& score_;
  const ScoreView& view_;
  bool rich_;
  std::string text_;
};

}  // namespace

std::string explanation(const RankedUnit& unit, const ScoreView& view) {
  return Explainer(unit, view).run();
}

}  // namespace thidua::render
