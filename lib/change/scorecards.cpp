#include "change/scorecards.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "change/typed.hpp"
#include "model/scalars.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Path;
using yaml::Value;

constexpr std::array<std::string_view, 8> yes_words{
    "done", "yes", "true", "x", "có", "rồi", "đạt", "đã đạt"};
constexpr std::array<std::string_view, 7> no_words{
    "not done", "no", "false", "không", "chưa", "chưa đạt", "không đạt"};
constexpr std::array<std::string_view, 4> not_applicable_words{"n/a", "na", "-",
                                                               "không áp dụng"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words,
               std::string_view typed) {
  const std::string wanted = folded(typed);
  return std::find(words.begin(), words.end(), wanted) != words.end();
}

// A mark as a record holds it: one key and its value.
struct NewMark {
  std::string criterion;
  std::string key;  // grade, done or applies
  Value value;
  std::string reason{};
};

struct Sides {
  const Plan& plan;
  const MarkRequest& request;
  const Unit& unit;
  const CriteriaSet& set;
};

const Criterion* find_criterion(const CriteriaSet& set, std::string_view id) {
  const std::string wanted = folded(id);
  const auto at = std::find_if(
      set.criteria.begin(), set.criteria.end(),
      [&](const Criterion& one) { return folded(one.id.value) == wanted; });
  return at == set.criteria.end() ? nullptr : &*at;
}

Failure bad_mark(const Criterion& criterion, const std::string& typed,
                 Message hint) {
  return {ExitStatus::usage,
          msg("`{0}` is no mark for `{1}`", typed, criterion.id.value),
          std::move(hint)};
}

Result<NewMark> read_graded(const Plan& plan, const Criterion& criterion,
                            const std::string& typed) {
  if (const Grade* grade = plan.grade(typed)) {
    return NewMark{criterion.id.value, "grade", Value::text(grade->name)};
  }
  std::vector<std::string_view> names;
  if (plan.sheet.grades) {
    for (const Grade& grade : plan.sheet.grades->levels) {
      names.push_back(grade.name);
    }
  }
  return bad_mark(criterion, typed, suggestion(typed, names));
}

Result<NewMark> read_mark(const Plan& plan, const Criterion& criterion,
                          const std::string& typed) {
  if (is_one_of(not_applicable_words, typed)) {
    return NewMark{criterion.id.value, "applies", Value::literal("false")};
  }
  if (criterion.judged == Judged::measured) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` is judged from figures, not by a mark", criterion.id.value),
        msg("record the figures and the assigned target instead")};
  }
  if (criterion.judged == Judged::graded) {
    return read_graded(plan, criterion, typed);
  }
  const bool done = is_one_of(yes_words, typed);
  if (!done && !is_one_of(no_words, typed)) {
    return bad_mark(criterion, typed, msg("write yes or no, or n/a"));
  }
  return NewMark{criterion.id.value, "done",
                 Value::literal(done ? "true" : "false")};
}

Result<std::vector<NewMark>> read_marks(const Sides& sides) {
  std::vector<std::string_view> ids;
  for (const Criterion& criterion : sides.set.criteria) {
    ids.push_back(criterion.id.value);
  }
  std::vector<NewMark> marks;
  std::vector<std::string> marked;
  for (const TypedMark& typed : sides.request.marks) {
    const std::string id = section_id_from_input(typed.criterion);
    const Criterion* criterion = find_criterion(sides.set, id);
    if (criterion == nullptr) {
      return unknown(N_("units of this kind have no criterion `{0}`"),
                     typed.criterion, ids);
    }
    auto mark = read_mark(sides.plan, *criterion, typed.mark);
    if (!mark) {
      return mark.error();
    }
    mark->reason = typed.reason;
    marked.push_back(mark->criterion);
    marks.push_back(std::move(*mark));
  }
  if (auto failure = refuse_twins(std::move(marked))) {
    return *failure;
  }
  return marks;
}

const StageMarks* stage_of(const Scorecard* card, std::string_view id) {
  if (card == nullptr) {
    return nullptr;
  }
  const auto at = std::find_if(
      card->stages.begin(), card->stages.end(),
      [&](const StageMarks& one) { return one.stage.value == id; });
  return at == card->stages.end() ? nullptr : &*at;
}

const Mark* mark_of(const StageMarks* stage, std::string_view criterion) {
  if (stage == nullptr) {
    return nullptr;
  }
  const auto at = std::find_if(
      stage->marks.begin(), stage->marks.end(),
      [&](const Mark& one) { return one.criterion.value == criterion; });
  return at == stage->marks.end() ? nullptr : &*at;
}

bool says(const Plan& plan, const Mark& old, const NewMark& mark) {
  if (mark.key == "applies") {
    return old.not_applicable;
  }
  if (mark.key == "done") {
    return old.done.has_value() &&
           (*old.done ? "true" : "false") == mark.value.scalar;
  }
  return old.grade && plan.grade(old.grade->value) != nullptr &&
         plan.grade(old.grade->value)->name == mark.value.scalar;
}

yaml::KeyOrder key_order(const Plan& plan, const CriteriaSet& set) {
  yaml::KeyOrder order{"unit", "period", "illustrative", "stages"};
  if (plan.sheet.stages) {
    for (const NamedId& stage : plan.sheet.stages->order) {
      order.push_back(stage.id.value);
    }
  }
  for (const char* key : {"by", "date", "marks"}) {
    order.emplace_back(key);
  }
  for (const Criterion& criterion : set.criteria) {
    order.push_back(criterion.id.value);
  }
  for (const char* key :
       {"grade", "done", "applies", "evidence", "reason", "note"}) {
    order.emplace_back(key);
  }
  return order;
}

class ScorecardDraft {
 public:
  ScorecardDraft(const Sides& sides, const NamedId& stage, Date today)
      : sides_(sides),
        stage_(stage),
        card_(
            sides.plan.scorecard_of(sides.request.unit, sides.request.period)),
        draft_(sides.plan, path(), key_order(sides.plan, sides.set),
               head_of(
                   msg("scorecard of {0}, {1}",
                       sides.request.period.to_string(), sides.unit.name.value),
                   sides.request.unit, sides.request.period,
                   sides.request.illustrative)) {
    begin_stage(today);
  }

  std::optional<Failure> put(const NewMark& mark) {
    const Mark* old = mark_of(stage_of(card_, stage_.id.value), mark.criterion);
    const bool explained = !mark.reason.empty() ||
                           (old != nullptr && says(sides_.plan, *old, mark) &&
                            !old->remarks->reason.empty());
    if (const Mark* before = before_stage(mark.criterion);
        before != nullptr && !explained && !says(sides_.plan, *before, mark)) {
      return Failure{
          ExitStatus::refused,
          msg("an earlier stage marked `{0}` otherwise", mark.criterion),
          msg("say why with --reason")};
    }
    if (old == nullptr) {
      add(mark);
    } else {
      change(*old, mark);
    }
    return std::nullopt;
  }

  [[nodiscard]] Result<FileChange> finish() const { return draft_.finish(); }

 private:
  [[nodiscard]] std::string path() const {
    return "scores/" + sides_.request.period.to_string() + "/" +
           sides_.request.unit + ".yaml";
  }

  void begin_stage(Date today) {
    const MarkRequest& request = sides_.request;
    const bool there = stage_of(card_, stage_.id.value) != nullptr;
    if (!there || !request.by.empty()) {
      draft_.edit().set({"stages", stage_.id.value, "by"},
                        Value::text(request.by.empty() ? doer() : request.by));
    }
    if (!there || request.date) {
      draft_.edit().set({"stages", stage_.id.value, "date"},
                        day(request.date.value_or(today)));
    }
  }

  // The first stage is the unit's own.
  [[nodiscard]] std::string doer() const {
    const bool own =
        sides_.plan.sheet.stages->order.front().id.value == stage_.id.value;
    return own ? sides_.unit.name.value : stage_.name;
  }

  // What the last stage before this one gave.
  [[nodiscard]] const Mark* before_stage(std::string_view criterion) const {
    const Mark* before = nullptr;
    for (const NamedId& each : sides_.plan.sheet.stages->order) {
      if (each.id.value == stage_.id.value) {
        break;
      }
      if (const Mark* mark =
              mark_of(stage_of(card_, each.id.value), criterion)) {
        before = mark;
      }
    }
    return before;
  }

  [[nodiscard]] Path path_of(std::string_view criterion) const {
    return {"stages", stage_.id.value, "marks", criterion};
  }

  [[nodiscard]] std::vector<Member> remarks(const NewMark& mark) const {
    const MarkRequest& request = sides_.request;
    std::vector<Member> members;
    if (!request.evidence.empty()) {
      std::vector<Value> files;
      for (const std::string& file : request.evidence) {
        files.push_back(Value::text(file));
      }
      members.push_back({"evidence", Value::list(std::move(files)).in_flow()});
    }
    add_text(members, "reason", mark.reason);
    add_text(members, "note", request.note);
    return members;
  }

  void add(const NewMark& mark) {
    std::vector<Member> keys{{mark.key, mark.value}};
    for (Member& remark : remarks(mark)) {
      keys.push_back(std::move(remark));
    }
    draft_.edit().set(path_of(mark.criterion),
                      Value::map(std::move(keys)).in_flow());
  }

  void change(const Mark& old, const NewMark& mark) {
    Path here = path_of(key_in_file(old));
    const auto below = [&](const std::string& key) {
      Path path = here;
      path.push_back(key);
      return path;
    };
    for (const auto& [key, there] :
         {std::pair("grade", old.grade.has_value()),
          std::pair("done", old.done.has_value()),
          std::pair("applies", old.not_applicable)}) {
      if (there && mark.key != key) {
        draft_.edit().remove(below(key));
      }
    }
    if (!says(sides_.plan, old, mark)) {
      draft_.edit().set(below(mark.key), mark.value);
      if (mark.reason.empty() && !old.remarks->reason.empty()) {
        draft_.edit().remove(below("reason"));  // it was that of the old mark
      }
    }
    for (const Member& remark : remarks(mark)) {
      draft_.edit().set(below(remark.key), remark.value);
    }
  }

  // The file may spell the id for a keyboard without đ, or in quotes.
  [[nodiscard]] std::string key_in_file(const Mark& mark) const {
    const Span span = mark.criterion.span;
    std::string key = to_nfc(
        sides_.plan.sources[span.file].bytes.substr(span.offset, span.length));
    if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'')) {
      key = key.substr(1, key.size() - 2);
    }
    return key;
  }

  const Sides& sides_;
  const NamedId& stage_;
  const Scorecard* card_;
  Draft draft_;
};

}  // namespace

Result<FileChange> give_marks(const Plan& plan, const MarkRequest& request,
                              Date today) {
  const Unit* unit = plan.unit(request.unit);
  const UnitKind* kind = plan.kind(unit->kind.value);
  const CriteriaSet* set = kind == nullptr ? nullptr : plan.criteria_of(*kind);
  if (set == nullptr) {
    return Failure{ExitStatus::refused,
                   msg("the plan holds no criteria for `{0}`", request.unit),
                   msg("units of this kind are not marked")};
  }
  if (!plan.sheet.stages) {
    return Failure{ExitStatus::refused,
                   msg("the plan declares no stages of judging"),
                   msg("add `stages:` to plan.yaml")};
  }
  const NamedId* stage = find_by_word(plan.sheet.stages->order, request.stage);
  if (stage == nullptr) {
    return unknown(N_("the plan declares no stage `{0}`"), request.stage,
                   ids_of(plan.sheet.stages->order));
  }
  const Sides sides{plan, request, *unit, *set};
  const auto marks = read_marks(sides);
  if (!marks) {
    return marks.error();
  }
  ScorecardDraft draft(sides, *stage, today);
  for (const NewMark& mark : *marks) {
    if (auto failure = draft.put(mark)) {
      return *failure;
    }
  }
  return draft.finish();
}

}  // namespace thidua::change
