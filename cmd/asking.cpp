#include "asking.hpp"

#include "base/text.hpp"
#include "render/outline.hpp"
#include "render/values.hpp"
#include "rules/adjusting.hpp"
#include "rules/counted_marks.hpp"
#include "rules/markables.hpp"
#include "rules/scoring.hpp"

namespace thidua::cmd {
namespace {

class Questions {
 public:
  Questions(World& world, const change::MarkRequest& request)
      : world_(world), request_(request) {}

  // False at the end of the input.
  bool ask_for(const Markable& markable) {
    show(markable);
    while (const auto answer = put(choices_of(markable))) {
      if (answer->empty() || take(markable, *answer)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<change::TypedMark> take_marks() {
    return std::move(marks_);
  }

 private:
  std::optional<std::string> put(const std::string& question) {
    auto answer = world_.ask()(question + ": ");
    if (answer) {
      *answer = std::string(trimmed(*answer));
    }
    return answer;
  }

  void show(const Markable& markable) {
    world_.complain("\n" + render::wrapped(std::string(markable.id) + "  ",
                                           std::string(markable.text)));
    const Plan& plan = world_.plan();
    const CountedMarks counted =
        counted_marks(plan, plan.scorecard_of(request_.unit, request_.period),
                      markable.id, {}, world_.today());
    for (const CountedMark& one : counted.marks) {
      world_.complain(fmt::format("  {}: {}\n",
                                  stage_name(plan, one.stage->stage.value),
                                  mark_words(*one.mark)));
    }
  }

  [[nodiscard]] std::string mark_words(const Mark& mark) const {
    if (mark.not_applicable) {
      return world_.say("not applicable");
    }
    if (mark.done) {
      return world_.say(*mark.done ? N_("yes") : N_("no"));
    }
    if (mark.number) {
      return render::number(*mark.number, world_.language());
    }
    const Grade* grade =
        mark.grade ? world_.plan().grade(mark.grade->value) : nullptr;
    return grade != nullptr ? grade->name
           : mark.grade     ? mark.grade->value
                            : std::string();
  }

  [[nodiscard]] std::string choices_of(const Markable& markable) const {
    std::string choices;
    for (const std::string& each : answers_to(markable)) {
      choices += each + ", ";
    }
    return "  " + world_.say(msg("[{0}n/a; Enter: as it is]", choices));
  }

  [[nodiscard]] std::vector<std::string> answers_to(
      const Markable& markable) const {
    std::vector<std::string> answers;
    if (markable.how == Markable::How::number) {
      return {number_wanted(bounds_of(markable))};
    }
    if (markable.how == Markable::How::level) {
      for (const ChoiceLevel& level :
           std::get<ChoiceRule>(*markable.item->rule).levels) {
        answers.push_back(level.name);
      }
    } else if (markable.how == Markable::How::grade &&
               world_.plan().sheet.grades) {
      for (const Grade& grade : world_.plan().sheet.grades->levels) {
        answers.push_back(grade.name);
      }
    } else {
      answers = {world_.say("yes"), world_.say("no")};
    }
    return answers;
  }

  [[nodiscard]] std::string number_wanted(const Bounds& bounds) const {
    return bounds.most
               ? world_.say(msg("a number from {0} to {1}",
                                bounds.least.value_or(Exact{0}), *bounds.most))
               : world_.say("a number");
  }

  // The mark alone is tried: what is wrong with it is said at once.
  bool take(const Markable& markable, const std::string& answer) {
    change::TypedMark mark{std::string(markable.id), to_nfc(answer), {}};
    auto failure = failure_of(mark);
    if (failure && failure->status == ExitStatus::refused) {
      world_.complain(world_.say(failure->what) + "\n");
      const auto reason = put("  " + world_.say("the reason"));
      mark.reason = to_nfc(reason.value_or(std::string()));
      failure = failure_of(mark);
    }
    if (failure) {
      world_.complain(*failure);
      return false;
    }
    marks_.push_back(std::move(mark));
    return true;
  }

  [[nodiscard]] std::optional<Failure> failure_of(
      const change::TypedMark& mark) const {
    change::MarkRequest request = request_;
    request.marks = {mark};
    const auto tried =
        change::give_marks(world_.plan(), request, world_.today());
    return tried ? std::nullopt : std::optional(tried.error());
  }

  World& world_;
  const change::MarkRequest& request_;
  std::vector<change::TypedMark> marks_{};
};

// By a person, and not left out for this unit.
bool is_asked(const Markable& markable, const UnitScore& score) {
  if (markable.how == Markable::How::none) {
    return false;
  }
  const CriterionScore* one = find_score(score.criteria, markable.id);
  return one == nullptr || one->judgement.mark != nullptr ||
         one->judgement.verdict != Verdict::not_applicable;
}

}  // namespace

Result<std::vector<change::TypedMark>> ask_for_marks(
    World& world, const change::MarkRequest& request) {
  const Plan& plan = world.plan();
  const auto possible = change::give_marks(plan, request, world.today());
  if (!possible) {
    return possible.error();
  }
  const Unit& unit = *plan.unit(request.unit);
  const UnitScore score = score_unit(plan, unit, request.period, world.today());
  Questions questions(world, request);
  for (const Markable& each : markables(plan, *plan.kind(unit.kind.value),
                                        request.period, world.today())) {
    if (is_asked(each, score) && !questions.ask_for(each)) {
      break;
    }
  }
  return questions.take_marks();
}

}  // namespace thidua::cmd
