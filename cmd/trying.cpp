#include "trying.hpp"

#include <algorithm>
#include <map>

#include "arguments.hpp"
#include "change/figures.hpp"
#include "change/scorecards.hpp"
#include "change/typed.hpp"
#include "model/scalars.hpp"
#include "render/what_if.hpp"
#include "rules/markables.hpp"
#include "rules/sampling.hpp"

namespace thidua::cmd {
namespace {

using Settings = std::vector<change::Setting>;

// What was asked to be otherwise: marks by the stage that counts, and figures.
struct Otherwise {
  std::map<std::string, std::vector<change::TypedMark>> marks;
  Settings figures;
};

const Markable* find_markable(const std::vector<Markable>& list,
                              std::string_view typed) {
  const std::string wanted = folded(section_id_from_input(typed));
  const auto at = std::find_if(
      list.begin(), list.end(),
      [&](const Markable& each) { return folded(each.id) == wanted; });
  return at == list.end() ? nullptr : &*at;
}

// The stage whose mark counts for it: the one the table names, or the last.
std::string counting_stage(const Plan& plan, const Markable& markable) {
  if (markable.item != nullptr && markable.item->counting.stage) {
    return markable.item->counting.stage->value;
  }
  return plan.sheet.stages ? plan.sheet.stages->order.back().id.value
                           : std::string();
}

Otherwise sorted(const Plan& plan, const Settings& settings,
                 const std::vector<Markable>& list, const World& world) {
  Otherwise otherwise;
  for (const change::Setting& one : settings) {
    const Markable* markable = find_markable(list, one.key);
    if (markable == nullptr || markable->how == Markable::How::none) {
      otherwise.figures.push_back(one);
    } else {
      otherwise.marks[counting_stage(plan, *markable)].push_back(
          {std::string(markable->id), one.value, world.say("what if")});
    }
  }
  return otherwise;
}

class Trial {
 public:
  Trial(World& world, const Unit& unit, const Period& period)
      : world_(world), unit_(unit), period_(period) {}

  // The whole plan as it would be.
  Result<std::unique_ptr<const Plan>> with(const Otherwise& otherwise) {
    std::optional<Failure> failure;
    if (!otherwise.figures.empty()) {
      failure = take(change::record_figures(
          plan(), figures_request(otherwise.figures), world_.today()));
    }
    for (const auto& [stage, marks] : otherwise.marks) {
      if (!failure) {
        failure = take(change::give_marks(
            plan(), {unit_.id, period_, stage, "", {}, marks, {}, "", true},
            world_.today()));
      }
    }
    return failure ? Result<std::unique_ptr<const Plan>>(*failure)
                   : std::move(after_);
  }

 private:
  [[nodiscard]] change::FigureRequest figures_request(
      const Settings& values) const {
    change::FigureRequest request{unit_.id,
                                  period_,
                                  values,
                                  std::nullopt,
                                  "official",
                                  "",
                                  world_.say("what if"),
                                  true};
    const Figures* figures = plan().figures_of(unit_.id, period_);
    const FigureEntry* count =
        figures == nullptr ? nullptr : best_entry(*figures, world_.today());
    if (count == nullptr) {
      request.as_of = std::min(world_.today(), period_.last());
      return request;
    }
    request.as_of = count->as_of;
    request.status = to_string(count->status);
    request.standard = count->poverty_standard;
    return request;
  }

  [[nodiscard]] const Plan& plan() const {
    return after_ ? *after_ : world_.plan();
  }

  std::optional<Failure> take(const Result<FileChange>& change) {
    if (!change) {
      return change.error();
    }
    std::erase_if(changes_, [&](const FileChange& each) {
      return each.path == change->path;
    });
    changes_.push_back(*change);
    auto loaded = world_.whole_with(changes_);
    if (!loaded) {
      return loaded.error();
    }
    after_ = std::move(*loaded);
    return std::nullopt;
  }

  World& world_;
  const Unit& unit_;
  const Period& period_;
  std::vector<FileChange> changes_;
  std::unique_ptr<const Plan> after_;
};

}  // namespace

ExitStatus try_out(World& world, const std::string& unit,
                   const std::string& period,
                   const std::vector<std::string>& settings) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  const Plan& plan = world.plan();
  const auto found = find_unit(plan, unit);
  const auto of = find_period(plan, period, world.today());
  const auto typed = change::parse_settings(settings);
  if (!found || !of || !typed) {
    return world.fail(!found ? found.error()
                      : !of  ? of.error()
                             : typed.error());
  }
  const UnitKind* kind = plan.kind((*found)->kind.value);
  const auto list = kind == nullptr
                        ? std::vector<Markable>{}
                        : markables(plan, *kind, *of, world.today());
  const auto after =
      Trial(world, **found, *of).with(sorted(plan, *typed, list, world));
  if (!after) {
    return world.fail(after.error());
  }
  const RankingFilter filter{kind->id.value, std::nullopt, std::nullopt};
  world.print(render::what_if(rank(plan, *of, filter, world.today()),
                              rank(**after, *of, filter, world.today()),
                              **found, {plan, world.language()}));
  return world.conclude(ExitStatus::ok);
}

}  // namespace thidua::cmd
