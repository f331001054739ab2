// thidua document: what an office signs, from the plan and its records; and the
// templates themselves.  The documents are in lib/data/documents, the page is
// man/thidua-document.1.
#include "arguments.hpp"
#include "document/catalogue.hpp"
#include "document/context.hpp"
#include "documents.hpp"
#include "render/scores.hpp"
#include "render/table.hpp"
#include "rules/report.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;
using document::ContextView;
using render::Json;

enum class DocumentFormat { docx, pdf, json };

struct DocumentOptions {
  std::string name;
  std::string year;
  std::string unit;
  std::string occasion;
  std::string form;
  std::string duty;
  DocumentFormat format = DocumentFormat::docx;
  bool only_template = false;
  SaveOptions save;
};

// What a document is made from, and what tells it from others of its kind in
// the name of its file.
struct Material {
  Json context;
  std::string when;
  std::string words;
  Caveats caveats;
  const Unit* author = nullptr;  // null: the body that issued the plan
};

Failure not_told(const char* option, const char* what) {
  return {ExitStatus::usage, msg("the document needs {0}", option),
          msg("write {0} {1}", option, what)};
}

Result<int> year_asked(const DocumentOptions& options, const World& world) {
  const auto period = find_period(world.plan(), options.year, world.today());
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

Result<Material> of_plan(const DocumentOptions& options, const World& world) {
  const auto year = year_asked(options, world);
  if (!year) {
    return year.error();
  }
  return Material{document::plan_context(view_of(world), *year),
                  fmt::format("{}", *year), "", caveats_of_plan(world.plan())};
}

Result<Material> of_scores(const DocumentOptions& options, const World& world) {
  const Plan& plan = world.plan();
  const auto period = find_period(plan, options.year, world.today());
  if (!period) {
    return period.error();
  }
  RankingFilter filter;
  if (!options.unit.empty()) {
    const auto unit = find_unit(plan, options.unit);
    if (!unit) {
      return unit.error();
    }
    filter.unit = (*unit)->id;
  }
  const render::ScoreView view{plan, world.document_language()};
  Material made;
  Json lists = Json::array();
  for (const Ranking& list : rank(plan, *period, filter, world.today())) {
    made.caveats |= list.caveats;
    lists.push_back(render::to_json(list, view, true));
  }
  made.context = {{"period", period->to_string()}, {"lists", std::move(lists)}};
  made.when = period->to_string();
  made.words = filter.unit.value_or("");
  return made;
}

Result<Material> of_commendation(const DocumentOptions& options,
                                 const World& world) {
  if (options.occasion.empty()) {
    return not_told("--occasion", "annual-2023");
  }
  const auto occasion = find_occasion_date(world.plan(), options.occasion);
  if (!occasion) {
    return occasion.error();
  }
  std::optional<std::string_view> only;
  if (!options.form.empty()) {
    const auto form = find_form(world.plan(), options.form);
    if (!form) {
      return form.error();
    }
    only = (*form)->id.value;
  }
  return Material{
      document::commendation_context(view_of(world), *occasion, only),
      occasion->key(), std::string(only.value_or("")),
      caveats_of_plan(world.plan())};
}

Result<Material> of_unit(const DocumentOptions& options, const World& world) {
  if (options.unit.empty()) {
    return not_told("--unit", "UNIT");
  }
  const auto unit = find_unit(world.plan(), options.unit);
  if (!unit) {
    return unit.error();
  }
  const auto year = year_asked(options, world);
  if (!year) {
    return year.error();
  }
  const Proposal* proposal =
      options.occasion.empty() || options.form.empty()
          ? nullptr
          : world.plan().proposal(options.occasion, (*unit)->id, options.form);
  return Material{
      document::unit_context(view_of(world), **unit, *year, proposal),
      fmt::format("{}", *year), (*unit)->id, caveats_of_plan(world.plan()),
      *unit};
}

Result<Material> of_duty(const DocumentOptions& options, const World& world) {
  const auto year = year_asked(options, world);
  if (!year) {
    return year.error();
  }
  std::string known;
  for (const DutyDate& when : duty_dates_in(world.plan(), *year)) {
    if (when.duty->id.value == options.duty) {
      return Material{document::call_context(view_of(world), when),
                      fmt::format("{}", *year), options.duty,
                      caveats_of_plan(world.plan())};
    }
    render::append(known, when.duty->id.value, ", ");
  }
  return Failure{
      ExitStatus::usage,
      msg("the document needs a duty of {0}", fmt::format("{}", *year)),
      msg("write --duty with one of: {0}", known)};
}

Result<Material> material_of(const CataloguedDocument& wanted,
                             const DocumentOptions& options,
                             const World& world) {
  const std::string& context = wanted.text.context;
  if (context == "plan") {
    return of_plan(options, world);
  }
  if (context == "ranking") {
    return of_scores(options, world);
  }
  if (context == "commendation") {
    return of_commendation(options, world);
  }
  if (context == "unit") {
    return of_unit(options, world);
  }
  if (context == "call") {
    return of_duty(options, world);
  }
  return Failure{ExitStatus::usage,
                 msg("`{0}` is made by `thidua report`", wanted.id),
                 msg("write `thidua report annual --format docx`")};
}

ExitStatus list_documents(World& world) {
  render::Table table({render::Align::left, render::Align::left});
  for (const CataloguedDocument& each : document::catalogue()) {
    table.row({each.id, each.text.name});
  }
  world.print(table.to_text());
  return ExitStatus::ok;
}

ExitStatus save_template(World& world, const CataloguedDocument& wanted,
                         const DocumentOptions& options) {
  const auto failure = save(world, options.save, wanted.id + ".docx",
                            document::lay_out(wanted.text));
  return failure ? world.fail(*failure) : ExitStatus::ok;
}

Json head_of(const CataloguedDocument& wanted, const Material& material,
             const World& world) {
  const std::string& abbreviation = wanted.text.abbreviation;
  return material.author != nullptr
             ? document::unit_document_json(view_of(world), abbreviation,
                                            *material.author, material.caveats)
             : document::document_json(view_of(world), abbreviation,
                                       wanted.text.chair_signs
                                           ? document::Signer::chair
                                           : document::Signer::body,
                                       material.caveats);
}

ExitStatus make_document(World& world, const CataloguedDocument& wanted,
                         const DocumentOptions& options) {
  auto material = material_of(wanted, options, world);
  if (!material) {
    return world.fail(material.error());
  }
  material->context["document"] = head_of(wanted, *material, world);
  if (options.format == DocumentFormat::json) {
    world.print(render::dump(material->context));
    return world.conclude(ExitStatus::ok);
  }
  const ExitStatus status =
      write_document(world,
                     {wanted.id, std::move(material->context), material->when,
                      fmt::format("{} {}", wanted.id, material->words),
                      options.format == DocumentFormat::pdf ? WordFormat::pdf
                                                            : WordFormat::docx},
                     options.save);
  return world.conclude(status);
}

ExitStatus run(const DocumentOptions& options, World& world) {
  if (options.name.empty()) {
    return list_documents(world);
  }
  const CataloguedDocument* wanted = document::find_document(options.name);
  if (wanted == nullptr) {
    std::vector<std::string_view> known;
    for (const CataloguedDocument& each : document::catalogue()) {
      known.push_back(each.id);
    }
    return world.fail({ExitStatus::usage,
                       msg("there is no document `{0}`", options.name),
                       suggestion(options.name, known)});
  }
  if (options.only_template) {
    return save_template(world, *wanted, options);
  }
  return make_document(world, *wanted, options);
}

}  // namespace

Run setup_document(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<DocumentOptions>();
  syntax.argument("NAME", options->name,
                  words("which document; none lists them all"));
  syntax.option("--year,--period", options->year, words("YEAR"),
                words("of what year (else the working year)"));
  syntax.option("--unit", options->unit, words("UNIT"),
                words("the unit that the document is about"));
  syntax.option("--occasion", options->occasion, words("OCCASION"),
                words("the occasion, such as annual-2023"));
  syntax.option("--form", options->form, words("FORM"),
                words("only this award form"));
  syntax.option("--duty", options->duty, words("DUTY"),
                words("the duty that the letter asks for"));
  syntax.choice<DocumentFormat>("--format", options->format,
                                words("form of the output"),
                                {{"docx", DocumentFormat::docx},
                                 {"pdf", DocumentFormat::pdf},
                                 {"json", DocumentFormat::json}});
  syntax.flag("--template", options->only_template,
              words("the template itself, to change it and put it into "
                    "templates/"));
  add_save_options(syntax, words, options->save);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
