#include "change/scorecards.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "change/typed.hpp"
#include "change/typed_marks.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Path;
using yaml::Value;

struct Sides {
  const Plan& plan;
  const MarkRequest& request;
  const Unit& unit;
  const std::vector<Markable>& markables;
};

std::string key_of(const StageMarks& stage) {
  return stage.scorer.empty() ? stage.stage.value
                              : stage.stage.value + "/" + stage.scorer;
}

const StageMarks* stage_of(const Scorecard* card, std::string_view id) {
  if (card == nullptr) {
    return nullptr;
  }
  const auto at =
      std::find_if(card->stages.begin(), card->stages.end(),
                   [&](const StageMarks& one) { return key_of(one) == id; });
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
  if (mark.key == "recused") {
    return old.remarks->recused == mark.value.scalar;
  }
  if (mark.key == "done") {
    return old.done.has_value() &&
           (*old.done ? "true" : "false") == mark.value.scalar;
  }
  if (mark.key == "number") {
    return old.number && Exact::parse(mark.value.scalar) == *old.number;
  }
  return old.grade &&
         (old.grade->value == mark.value.scalar ||
          (plan.grade(old.grade->value) != nullptr &&
           plan.grade(old.grade->value)->name == mark.value.scalar));
}

yaml::KeyOrder key_order(const Sides& sides) {
  yaml::KeyOrder order{"unit", "period", "illustrative", "stages"};
  if (sides.plan.sheet.stages) {
    for (const NamedId& stage : sides.plan.sheet.stages->order) {
      order.push_back(stage.id.value);
    }
  }
  for (const char* key : {"by", "date", "marks"}) {
    order.emplace_back(key);
  }
  for (const Markable& each : sides.markables) {
    order.emplace_back(each.id);
  }
  for (const char* key : {"grade", "done", "number", "applies", "recused",
                          "evidence", "reason", "note"}) {
    order.emplace_back(key);
  }
  return order;
}

// A stage of the plan, or one of its scorers: `council/ong-a`.
struct StageKey {
  const NamedId& stage;
  std::string key;
};

class ScorecardDraft {
 public:
  ScorecardDraft(const Sides& sides, const StageKey& stage, Date today)
      : sides_(sides),
        stage_(stage),
        card_(
            sides.plan.scorecard_of(sides.request.unit, sides.request.period)),
        draft_(sides.plan, path(), key_order(sides),
               unit_head(
                   msg("scorecard of {0}, {1}",
                       sides.request.period.to_string(), sides.unit.name.value),
                   sides.request.unit, sides.request.period,
                   sides.request.illustrative)) {
    begin_stage(today);
  }

  std::optional<Failure> put(const NewMark& mark) {
    const Mark* old = mark_of(stage_of(card_, stage_.key), mark.criterion);
    const bool explained = !mark.reason.empty() ||
                           (old != nullptr && says(sides_.plan, *old, mark) &&
                            !old->remarks->reason.empty());
    if (const Mark* before = before_stage(mark.criterion);
        before != nullptr && !explained && mark.key != "recused" &&
        !says(sides_.plan, *before, mark)) {
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
    const bool there = stage_of(card_, stage_.key) != nullptr;
    if (!there || !request.by.empty()) {
      draft_.edit().set({"stages", stage_.key, "by"},
                        Value::text(request.by.empty() ? doer() : request.by));
    }
    if (!there || request.date) {
      draft_.edit().set({"stages", stage_.key, "date"},
                        day(request.date.value_or(today)));
    }
  }

  // The first stage is the unit's own.
  [[nodiscard]] std::string doer() const {
    const bool own = sides_.plan.sheet.stages->order.front().id.value ==
                     stage_.stage.id.value;
    return own ? sides_.unit.name.value : stage_.stage.name;
  }

  // What the last stage before this one gave.
  [[nodiscard]] const Mark* before_stage(std::string_view criterion) const {
    const Mark* before = nullptr;
    for (const NamedId& each : sides_.plan.sheet.stages->order) {
      if (each.id.value == stage_.stage.id.value) {
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
    return {"stages", stage_.key, "marks", criterion};
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
          std::pair("number", static_cast<bool>(old.number)),
          std::pair("recused", !old.remarks->recused.empty()),
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
  const StageKey& stage_;
  const Scorecard* card_;
  Draft draft_;
};

Result<StageKey> find_stage(const Plan& plan, const MarkRequest& request) {
  if (!plan.sheet.stages) {
    return Failure{ExitStatus::refused,
                   msg("the plan declares no stages of judging"),
                   msg("add `stages:` to plan.yaml")};
  }
  const auto& order = plan.sheet.stages->order;
  const std::size_t slash =
      std::min(request.stage.find('/'), request.stage.size());
  const NamedId* stage = find_by_word(order, request.stage.substr(0, slash));
  if (stage == nullptr) {
    return unknown(N_("the plan declares no stage `{0}`"), request.stage,
                   ids_of(order));
  }
  if (slash == request.stage.size()) {
    return StageKey{*stage, stage->id.value};
  }
  const std::string scorer = slug(request.stage.substr(slash + 1));
  if (scorer.empty()) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` names no scorer", request.stage),
                   msg("write the stage, a slash and a short name, such as "
                       "`{0}/nguyen-an`",
                       stage->id.value)};
  }
  return StageKey{*stage, stage->id.value + "/" + scorer};
}

}  // namespace

Result<FileChange> give_marks(const Plan& plan, const MarkRequest& request,
                              Date today) {
  const Unit* unit = plan.unit(request.unit);
  const UnitKind* kind = plan.kind(unit->kind.value);
  const std::vector<Markable> list =
      kind == nullptr ? std::vector<Markable>{}
                      : markables(plan, *kind, request.period, today);
  if (list.empty()) {
    return Failure{ExitStatus::refused,
                   msg("the plan holds no criteria for `{0}`", request.unit),
                   msg("units of this kind are not marked")};
  }
  const auto stage = find_stage(plan, request);
  if (!stage) {
    return stage.error();
  }
  const auto marks = read_marks(plan, list, request.marks);
  if (!marks) {
    return marks.error();
  }
  const Sides sides{plan, request, *unit, list};
  ScorecardDraft draft(sides, *stage, today);
  for (const NewMark& mark : *marks) {
    if (auto failure = draft.put(mark)) {
      return *failure;
    }
  }
  return draft.finish();
}

}  // namespace thidua::change
