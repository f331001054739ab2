#include "change/typed_marks.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "change/typed.hpp"
#include "model/scalars.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Value;

constexpr std::array<std::string_view, 8> yes_words{
    "done", "yes", "true", "x", "có", "rồi", "đạt", "đã đạt"};
constexpr std::array<std::string_view, 7> no_words{
    "not done", "no", "false", "không", "chưa", "chưa đạt", "không đạt"};
constexpr std::array<std::string_view, 4> not_applicable_words{"n/a", "na", "-",
                                                               "không áp dụng"};
constexpr std::array<std::string_view, 3> recused_words{"recused", "không chấm",
                                                        "không tham gia"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words,
               std::string_view typed) {
  const std::string wanted = folded(typed);
  return std::find(words.begin(), words.end(), wanted) != words.end();
}

const Markable* find_markable(const std::vector<Markable>& list,
                              std::string_view id) {
  const std::string wanted = folded(id);
  const auto at = std::find_if(
      list.begin(), list.end(),
      [&](const Markable& one) { return folded(one.id) == wanted; });
  return at == list.end() ? nullptr : &*at;
}

NewMark mark_of(const Markable& markable, const char* key, Value value) {
  return {std::string(markable.id), key, std::move(value)};
}

Failure bad_mark(const Markable& markable, const std::string& typed,
                 Message hint) {
  return {ExitStatus::usage,
          msg("`{0}` is no mark for `{1}`", typed, markable.id),
          std::move(hint)};
}

Result<NewMark> read_graded(const Plan& plan, const Markable& markable,
                            const std::string& typed) {
  if (const Grade* grade = plan.grade(typed)) {
    return mark_of(markable, "grade", Value::text(grade->name));
  }
  std::vector<std::string_view> names;
  if (plan.sheet.grades) {
    for (const Grade& grade : plan.sheet.grades->levels) {
      names.push_back(grade.name);
    }
  }
  return bad_mark(markable, typed, suggestion(typed, names));
}

Result<NewMark> read_level(const Markable& markable, const std::string& typed) {
  const std::string wanted = folded(typed);
  std::vector<std::string_view> names;
  for (const ChoiceLevel& level :
       std::get<ChoiceRule>(*markable.item->rule).levels) {
    if (folded(level.id.value) == wanted || folded(level.name) == wanted) {
      return mark_of(markable, "grade", Value::text(level.id.value));
    }
    names.push_back(level.name);
  }
  return bad_mark(markable, typed, suggestion(typed, names));
}

Result<NewMark> read_number(const Markable& markable,
                            const std::string& typed) {
  const auto text = parse_number(typed);
  const auto number = text ? Exact::parse(*text) : std::nullopt;
  if (!number) {
    return bad_mark(markable, typed, msg("write a number, or n/a"));
  }
  const Bounds bounds = bounds_of(markable);
  if ((bounds.least && *number < *bounds.least) ||
      (bounds.most && *bounds.most < *number)) {
    return bad_mark(
        markable, typed,
        msg("write a number from {0} to {1}", bounds.least.value_or(Exact{0}),
            bounds.most.value_or(*number)));
  }
  return mark_of(markable, "number", Value::literal(*text));
}

Result<NewMark> read_done(const Markable& markable, const std::string& typed) {
  const bool done = is_one_of(yes_words, typed);
  if (!done && !is_one_of(no_words, typed)) {
    return bad_mark(markable, typed, msg("write yes or no, or n/a"));
  }
  return mark_of(markable, "done", Value::literal(done ? "true" : "false"));
}

Failure not_marked(const Markable& markable) {
  const bool has_parts =
      markable.item != nullptr && !markable.item->parts.empty();
  return {ExitStatus::refused,
          has_parts
              ? msg("`{0}` is the sum of its parts", markable.id)
              : msg("`{0}` is judged from figures, not by a mark", markable.id),
          has_parts
              ? msg("mark the parts instead")
              : msg("record the figures and the assigned target instead")};
}

Result<NewMark> read_mark(const Plan& plan, const Markable& markable,
                          const TypedMark& typed) {
  if (is_one_of(not_applicable_words, typed.mark)) {
    return mark_of(markable, "applies", Value::literal("false"));
  }
  if (is_one_of(recused_words, typed.mark)) {
    return typed.reason.empty()
               ? Result<NewMark>(Failure{
                     ExitStatus::refused,
                     msg("it is not said why `{0}` is not marked", markable.id),
                     msg("say why with --reason")})
               : mark_of(markable, "recused", Value::text(typed.reason));
  }
  switch (markable.how) {
    case Markable::How::grade:
      return read_graded(plan, markable, typed.mark);
    case Markable::How::level:
      return read_level(markable, typed.mark);
    case Markable::How::done:
      return read_done(markable, typed.mark);
    case Markable::How::number:
      return read_number(markable, typed.mark);
    case Markable::How::none:
      break;
  }
  return not_marked(markable);
}

}  // namespace

Result<std::vector<NewMark>> read_marks(const Plan& plan,
                                        const std::vector<Markable>& list,
                                        const std::vector<TypedMark>& typed) {
  std::vector<NewMark> marks;
  std::vector<std::string> marked;
  for (const TypedMark& one : typed) {
    const Markable* markable =
        find_markable(list, section_id_from_input(one.criterion));
    if (markable == nullptr) {
      std::vector<std::string_view> ids;
      ids.reserve(list.size());
      for (const Markable& each : list) {
        ids.push_back(each.id);
      }
      return unknown(N_("units of this kind have no criterion `{0}`"),
                     one.criterion, ids);
    }
    auto mark = read_mark(plan, *markable, one);
    if (!mark) {
      return mark.error();
    }
    if (mark->key != "recused") {
      mark->reason = one.reason;
    }
    marked.push_back(mark->criterion);
    marks.push_back(std::move(*mark));
  }
  if (auto failure = refuse_twins(std::move(marked))) {
    return *failure;
  }
  return marks;
}

}  // namespace thidua::change
