#include "material.hpp"

#include <array>

#include "arguments.hpp"
#include "base/text.hpp"
#include "commending.hpp"
#include "document/context.hpp"
#include "document/file_names.hpp"
#include "document/head.hpp"
#include "letters.hpp"
#include "render/scores.hpp"
#include "rules/awards.hpp"
#include "rules/ranking.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;
using document::ContextView;
using render::Json;

// What a document is made from, and what tells it from others of its kind in
// the name of its file.
struct Material {
  Json context;
  std::string when;
  std::string words;
  Caveats caveats;
  // Who writes it; neither: the body that issued the plan.
  const Unit* author = nullptr;
  const Body* body = nullptr;
};

Failure not_told(const char* option, const char* what) {
  return {ExitStatus::usage, msg("the document needs {0}", option),
          msg("write {0} {1}", option, what)};
}

Result<int> year_asked(const DocumentQuestion& asked, const World& world) {
  const auto period = find_period(world.plan(), asked.year, world.today());
  if (!period) {
    return period.error();
  }
  return period->closing_year();
}

ContextView view_of(const World& world) {
  return {world.plan(), world.today(), world.document_language()};
}

// Of everything the plan folder says: a document that uses a part of it is
// marked rather once too often.
Caveats caveats_of_plan(const Plan& plan) {
  Caveats caveats;
  for (const Unit& unit : plan.units) {
    caveats.illustrative = caveats.illustrative || unit.illustrative;
  }
  for (const Results& results : plan.results) {
    caveats.illustrative = caveats.illustrative || results.illustrative;
  }
  for (const Figures& figures : plan.figures) {
    caveats.illustrative = caveats.illustrative || figures.illustrative;
  }
  for (const Proposal& proposal : plan.proposals) {
    caveats.illustrative = caveats.illustrative || proposal.illustrative;
  }
  for (const AwardForm& form : plan.awards.forms) {
    caveats.assumed = caveats.assumed || form.origin.assumed;
  }
  return caveats;
}

Result<Material> of_plan(const DocumentQuestion& asked, const World& world) {
  const auto year = year_asked(asked, world);
  if (!year) {
    return year.error();
  }
  return Material{document::plan_context(view_of(world), *year),
                  fmt::format("{}", *year), "", caveats_of_plan(world.plan())};
}

Result<RankingFilter> filter_asked(const DocumentQuestion& asked,
                                   const Plan& plan) {
  RankingFilter filter;
  if (!asked.unit.empty()) {
    const auto unit = find_unit(plan, asked.unit);
    if (!unit) {
      return unit.error();
    }
    filter.unit = (*unit)->id;
  }
  if (!asked.kind.empty()) {
    const auto kind = find_kind(plan, asked.kind);
    if (!kind) {
      return kind.error();
    }
    filter.kind = (*kind)->id.value;
  }
  if (!asked.cluster.empty()) {
    const auto cluster = find_cluster(plan, asked.cluster);
    if (!cluster) {
      return cluster.error();
    }
    filter.cluster = (*cluster)->id.value;
  }
  return filter;
}

Result<Material> of_scores(const DocumentQuestion& asked, const World& world) {
  const Plan& plan = world.plan();
  const auto period = find_period(plan, asked.year, world.today());
  if (!period) {
    return period.error();
  }
  const auto filter = filter_asked(asked, plan);
  if (!filter) {
    return filter.error();
  }
  const render::ScoreView view{plan, world.document_language()};
  Material made;
  Json lists = Json::array();
  for (const Ranking& list : rank(plan, *period, *filter, world.today())) {
    made.caveats |= list.caveats;
    lists.push_back(render::to_json(list, view, true));
  }
  made.context = {{"period", period->to_string()}, {"lists", std::move(lists)}};
  made.when = period->to_string();
  made.words = world.shown_to_all(
      std::string(filter->unit.value_or(filter->cluster.value_or(""))));
  return made;
}

// Of one unit that takes part; its place is that among all.
Result<Material> of_scorecard(const DocumentQuestion& asked,
                              const World& world) {
  if (asked.unit.empty()) {
    return not_told("--unit", "UNIT");
  }
  const Plan& plan = world.plan();
  const auto unit = find_unit(plan, asked.unit);
  const auto period = find_period(plan, asked.year, world.today());
  if (!unit || !period) {
    return unit ? period.error() : unit.error();
  }
  RankingFilter filter;
  filter.unit = (*unit)->id;
  for (const Ranking& list : rank(plan, *period, filter, world.today())) {
    for (const auto* units : {&list.missing, &list.ranked}) {
      if (!units->empty()) {
        return Material{
            document::scorecard_context(view_of(world), units->front()),
            period->to_string(), world.shown_to_all((*unit)->id), list.caveats};
      }
    }
  }
  return Failure{
      ExitStatus::refused,
      msg("`{0}` does not take part in {1}", (*unit)->id, period->to_string()),
      {}};
}

Result<Material> of_commendation(const CataloguedDocument& wanted,
                                 const DocumentQuestion& asked,
                                 const World& world) {
  if (asked.occasion.empty()) {
    return not_told("--occasion", "annual-2023");
  }
  auto made = commendation_material(world, wanted, asked);
  if (!made) {
    return made.error();
  }
  Material material{std::move(made->context), std::move(made->occasion),
                    world.shown_to_all(made->words), made->caveats};
  material.author = made->author.unit;
  material.body = made->author.body;
  return material;
}

// A document of one class of subjects is not made for another: the one that is
// gets named.
std::optional<Failure> refuse_class(const CataloguedDocument& wanted,
                                    const Unit& unit, const Plan& plan) {
  const std::vector<SubjectClass> classes = classes_of(plan, unit);
  const auto fits = [&](const CataloguedDocument& each) {
    return std::any_of(classes.begin(), classes.end(), [&](SubjectClass one) {
      return each.text.subject_class == word(one);
    });
  };
  if (wanted.text.subject_class.empty() || classes.empty() || fits(wanted)) {
    return std::nullopt;
  }
  Message hint;
  for (const CataloguedDocument& each : document::catalogue()) {
    if (each.text.context == wanted.text.context && fits(each)) {
      hint = msg("write `thidua document {0}`", each.id);
    }
  }
  return Failure{ExitStatus::usage,
                 msg("`{0}` is not for `{1}`: {2}", wanted.id, unit.name.value,
                     Word{word(classes.front())}),
                 hint};
}

Result<Material> of_unit(const CataloguedDocument& wanted,
                         const DocumentQuestion& asked, const World& world) {
  if (asked.unit.empty()) {
    return not_told("--unit", "UNIT");
  }
  const auto unit = find_unit(world.plan(), asked.unit);
  if (!unit) {
    return unit.error();
  }
  if (auto refused = refuse_class(wanted, **unit, world.plan())) {
    return std::move(*refused);
  }
  const auto year = year_asked(asked, world);
  if (!year) {
    return year.error();
  }
  const Proposal* proposal =
      asked.occasion.empty() || asked.form.empty()
          ? nullptr
          : world.plan().proposal(asked.occasion, (*unit)->id, asked.form);
  return Material{
      document::unit_context(view_of(world), **unit, *year, proposal),
      fmt::format("{}", *year), world.shown_to_all((*unit)->id),
      caveats_of_plan(world.plan()), *unit};
}

Result<Material> of_duty(const DocumentQuestion& asked, const World& world) {
  const auto year = year_asked(asked, world);
  if (!year) {
    return year.error();
  }
  const std::string wanted = to_nfc(asked.duty);
  std::vector<std::string_view> known;
  for (const DutyDate& when : duty_dates_in(world.plan(), *year)) {
    if (when.duty->id.value == wanted) {
      return Material{document::call_context(view_of(world), when),
                      fmt::format("{}", *year), wanted,
                      caveats_of_plan(world.plan())};
    }
    known.push_back(when.duty->id.value);
  }
  const std::string of_year = fmt::format("{}", *year);
  return wanted.empty()
             ? Failure{ExitStatus::usage,
                       msg("the document needs a duty of {0}", of_year),
                       msg("write --duty with one of: {0}",
                           fmt::format("{}", fmt::join(known, ", ")))}
             : Failure{ExitStatus::usage,
                       msg("there is no duty `{0}` in {1}", wanted, of_year),
                       suggestion(wanted, known)};
}

Result<Material> material_of(const CataloguedDocument& wanted,
                             const DocumentQuestion& asked,
                             const World& world) {
  const std::string& context = wanted.text.context;
  if (context == "plan") {
    return of_plan(asked, world);
  }
  if (context == "ranking") {
    return of_scores(asked, world);
  }
  if (context == "scorecard") {
    return of_scorecard(asked, world);
  }
  if (context == "commendation") {
    return of_commendation(wanted, asked, world);
  }
  if (context == "unit") {
    return of_unit(wanted, asked, world);
  }
  if (context == "call") {
    return of_duty(asked, world);
  }
  return Failure{ExitStatus::usage,
                 msg("`{0}` is made by `thidua report`", wanted.id),
                 msg("write `thidua report annual --format docx`")};
}

// One option of `thidua document`, and the contexts that are made with it.
struct QuestionOption {
  const char* name;
  std::string DocumentQuestion::*value;
  std::string_view contexts;
};
constexpr std::array<QuestionOption, 5> question_options{{
    {"--year", &DocumentQuestion::year, "plan ranking scorecard unit call"},
    {"--unit", &DocumentQuestion::unit, "scorecard unit"},
    {"--occasion", &DocumentQuestion::occasion, "commendation unit"},
    {"--form", &DocumentQuestion::form, "commendation unit"},
    {"--duty", &DocumentQuestion::duty, "call"},
}};

bool uses(const std::string& context, const QuestionOption& option) {
  return fmt::format(" {} ", option.contexts)
             .find(fmt::format(" {} ", context)) != std::string::npos;
}

Json head_of(const CataloguedDocument& wanted, const Material& material,
             const World& world) {
  const document::ContextView view = view_of(world);
  if (material.body != nullptr) {
    return document::body_document_json(view, wanted, *material.body,
                                        material.caveats);
  }
  if (material.author != nullptr) {
    return document::unit_document_json(view, wanted, *material.author,
                                        material.caveats);
  }
  Json head = document::document_json(view, wanted, material.caveats);
  if (wanted.text.stage == CommendationStage::voted) {
    document::date_by_meeting(head, material.context["meeting"]);
  }
  return head;
}

}  // namespace

std::optional<Failure> refuse_unused(const CataloguedDocument& wanted,
                                     const DocumentQuestion& asked) {
  const std::string& context = wanted.text.context;
  if (context == "report") {
    return std::nullopt;  // is not made here at all
  }
  std::string taken;
  for (const QuestionOption& each : question_options) {
    if (uses(context, each)) {
      render::append(taken, each.name, ", ");
    }
  }
  for (const QuestionOption& each : question_options) {
    if (!(asked.*each.value).empty() && !uses(context, each)) {
      return Failure{
          ExitStatus::usage,
          msg("the document `{0}` has no use for {1}", wanted.id, each.name),
          msg("it takes: {0}", taken)};
    }
  }
  return std::nullopt;
}

Result<DocumentJob> document_job(const World& world, std::string_view id,
                                 const DocumentQuestion& asked,
                                 PaperFormat format) {
  const CataloguedDocument& wanted = *document::find_document(id);
  auto material = material_of(wanted, asked, world);
  if (!material) {
    return material.error();
  }
  if (auto refused = why_no_letter(wanted, material->context, world.today())) {
    return std::move(*refused);
  }
  material->context["document"] = head_of(wanted, *material, world);
  // A letter (công văn) has no type in its number, but its file has to begin
  // with something.
  const std::string& type = wanted.text.abbreviation;
  return DocumentJob{
      wanted.id, std::move(material->context),
      document::file_name(type.empty() ? "CV" : type, material->when,
                          fmt::format("{} {}", wanted.id, material->words),
                          ending_of(format)),
      format};
}

}  // namespace thidua::cmd
