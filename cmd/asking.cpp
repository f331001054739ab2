#include "asking.hpp"

#include "base/text.hpp"
#include "render/outline.hpp"
#include "render/values.hpp"
#include "rules/scoring.hpp"

namespace thidua::cmd {
namespace {

class Questions {
 public:
  Questions(World& world, const change::MarkRequest& request)
      : world_(world), request_(request) {}

  // False at the end of the input.
  bool ask_for(const Judgement& judgement) {
    show(judgement);
    const Criterion& criterion = *judgement.criterion;
    while (const auto answer = put(choices_of(criterion))) {
      if (answer->empty() || take(criterion, *answer)) {
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

  void show(const Judgement& judgement) {
    const Criterion& criterion = *judgement.criterion;
    world_.complain("\n" +
                    render::wrapped(criterion.id.value + "  ", criterion.text));
    if (judgement.mark != nullptr && judgement.stage != nullptr) {
      world_.complain(fmt::format(
          "  {}: {}\n", stage_name(world_.plan(), judgement.stage->stage.value),
          mark_words(judgement)));
    }
  }

  [[nodiscard]] std::string mark_words(const Judgement& judgement) const {
    if (judgement.mark->not_applicable) {
      return world_.say("not applicable");
    }
    if (judgement.mark->done) {
      return world_.say(*judgement.mark->done ? N_("yes") : N_("no"));
    }
    return judgement.grade == nullptr ? std::string() : judgement.grade->name;
  }

  [[nodiscard]] std::string choices_of(const Criterion& criterion) const {
    std::string choices;
    if (criterion.judged == Judged::graded && world_.plan().sheet.grades) {
      for (const Grade& grade : world_.plan().sheet.grades->levels) {
        choices += grade.name + ", ";
      }
    } else {
      choices = world_.say("yes") + ", " + world_.say("no") + ", ";
    }
    return "  " + world_.say(msg("[{0}n/a; Enter: as it is]", choices));
  }

  // The mark alone is tried: what is wrong with it is said at once.
  bool take(const Criterion& criterion, const std::string& answer) {
    change::TypedMark mark{criterion.id.value, to_nfc(answer), {}};
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

// By a person, and not left out for units of this kind.
bool is_asked(const Judgement& judgement) {
  return judgement.criterion->judged != Judged::measured &&
         (judgement.verdict != Verdict::not_applicable ||
          judgement.mark != nullptr);
}

}  // namespace

Result<std::vector<change::TypedMark>> ask_for_marks(
    World& world, const change::MarkRequest& request) {
  const auto possible =
      change::give_marks(world.plan(), request, world.today());
  if (!possible) {
    return possible.error();
  }
  const UnitScore score =
      score_unit(world.plan(), *world.plan().unit(request.unit), request.period,
                 world.today());
  Questions questions(world, request);
  for (const CriterionScore& each : score.criteria) {
    if (is_asked(each.judgement) && !questions.ask_for(each.judgement)) {
      break;
    }
  }
  return questions.take_marks();
}

}  // namespace thidua::cmd
