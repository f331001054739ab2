// thidua document: what an office signs, from the plan and its records; and the
// templates themselves.  The documents are in lib/data/documents, the page is
// man/thidua-document.1.
#include "command.hpp"
#include "document/catalogue.hpp"
#include "material.hpp"
#include "render/table.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;

enum class DocumentFormat { docx, pdf, text, markdown, html, json };

// JSON is no paper.
PaperFormat paper_of(DocumentFormat format) {
  switch (format) {
    case DocumentFormat::pdf:
      return PaperFormat::pdf;
    case DocumentFormat::text:
      return PaperFormat::text;
    case DocumentFormat::markdown:
      return PaperFormat::markdown;
    case DocumentFormat::html:
      return PaperFormat::html;
    case DocumentFormat::docx:
    case DocumentFormat::json:
      break;
  }
  return PaperFormat::docx;
}

struct DocumentOptions {
  std::string name;
  DocumentQuestion question;
  DocumentFormat format = DocumentFormat::docx;
  bool only_template = false;
  SaveOptions save;
};

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

ExitStatus make_document(World& world, const CataloguedDocument& wanted,
                         const DocumentOptions& options) {
  if (const auto failure = refuse_unused(wanted, options.question)) {
    return world.fail(*failure);
  }
  const auto job = document_job(world, wanted.id, options.question,
                                paper_of(options.format));
  if (!job) {
    return world.fail(job.error());
  }
  if (options.format == DocumentFormat::json) {
    world.print(world.shown_to_all(render::dump(job->context)));
    return world.conclude(ExitStatus::ok);
  }
  const ExitStatus status = write_document(world, *job, options.save);
  return status == ExitStatus::ok ? world.conclude(status) : status;
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
  if (options.save.to_all) {
    if (const auto failure = world.hide_persons()) {
      return world.fail(*failure);
    }
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
  syntax.option("--year,--period", options->question.year, words("YEAR"),
                words("of what year (else the working year)"));
  syntax.option("--unit", options->question.unit, words("UNIT"),
                words("the unit that the document is about"));
  syntax.option("--occasion", options->question.occasion, words("OCCASION"),
                words("the occasion, such as annual-2023"));
  syntax.option("--form", options->question.form, words("FORM"),
                words("only this award form"));
  syntax.option("--from", options->question.from, words("BODY|UNIT"),
                words("who writes the letter that proposes (else the issuer)"));
  syntax.option("--duty", options->question.duty, words("DUTY"),
                words("the duty that the letter asks for"));
  syntax.choice<DocumentFormat>("--format", options->format,
                                words("form of the output"),
                                {{"docx", DocumentFormat::docx},
                                 {"pdf", DocumentFormat::pdf},
                                 {"text", DocumentFormat::text},
                                 {"markdown", DocumentFormat::markdown},
                                 {"html", DocumentFormat::html},
                                 {"json", DocumentFormat::json}});
  syntax.flag("--template", options->only_template,
              words("the template itself, to change it and put it into "
                    "templates/"));
  add_save_options(syntax, words, options->save);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
