#include "documents.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"
#include "document/catalogue.hpp"
#include "document/pdf.hpp"
#include "document/text_template.hpp"
#include "document/word_template.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;
using document::WordTemplate;

constexpr std::size_t largest_template = std::size_t{32} << 20U;

std::string own_template_path(std::string_view document, PaperFormat format) {
  return fmt::format(
      "templates/{}.{}", document,
      ending_of(format == PaperFormat::pdf ? PaperFormat::docx : format));
}

Failure cannot_read(const std::string& path, int error) {
  return {ExitStatus::io,
          msg("cannot read `{0}`: {1}", path, reason_of(error))};
}

// The office's own, or else the shipped one.
Result<WordTemplate> template_of(const World& world,
                                 const CataloguedDocument& document) {
  const std::string name = own_template_path(document.id, PaperFormat::docx);
  const std::string path = world.path_of(name);
  const FileBytes own = read_file(AT_FDCWD, path, largest_template);
  if (!own.ok && own.error == ENOENT) {
    return WordTemplate::open(document::lay_out(document.text));
  }
  if (!own.ok) {
    return cannot_read(path, own.error);
  }
  auto opened = WordTemplate::open(own.bytes);
  return opened ? std::move(opened)
                : Result<WordTemplate>(Failure{
                      ExitStatus::io, msg("`{0}` cannot be filled", name),
                      opened.error().hint});
}

void tell_fault(World& world, const std::string& what, const std::string& text,
                const Message& hint) {
  world.complain(fmt::format("{}\n    {}\n", what, text));
  if (!hint.empty()) {
    world.complain(
        fmt::format("    {}\n", world.say(msg("hint: {0}", world.say(hint)))));
  }
}

bool tell_faults(World& world, const CataloguedDocument& document,
                 const std::vector<document::TemplateFault>& faults) {
  const std::string name = own_template_path(document.id, PaperFormat::docx);
  for (const document::TemplateFault& each : faults) {
    tell_fault(
        world,
        world.say(msg("{0}: {1}, paragraph {2}: {3}", name, each.part,
                      fmt::format("{}", each.paragraph), world.say(each.what))),
        each.text, each.hint);
  }
  return !faults.empty();
}

void tell_missing(World& world, const document::Shape& shape,
                  const std::vector<std::string>& missing) {
  if (missing.empty()) {
    return;
  }
  std::string names;
  for (const std::string& each : missing) {
    render::append(names, shape.description_of(each));
  }
  world.complain(fmt::format(
      "{}\n",
      world.say(msg("[CHƯA CÓ] stands for what is not recorded: {0}", names))));
}

document::TextForm form_of(PaperFormat format) {
  return format == PaperFormat::html       ? document::TextForm::html
         : format == PaperFormat::markdown ? document::TextForm::markdown
                                           : document::TextForm::plain;
}

Result<document::TextTemplate> own_text(const World& world,
                                        const std::string& name,
                                        PaperFormat format) {
  const std::string path = world.path_of(name);
  FileBytes own = read_file(AT_FDCWD, path, largest_template);
  if (!own.ok && own.error == ENOENT) {
    return Failure{ExitStatus::usage,
                   msg("the office has no template `{0}`", name),
                   msg("write it; its tags are the names that --format json "
                       "shows")};
  }
  if (!own.ok) {
    return cannot_read(path, own.error);
  }
  auto opened =
      document::TextTemplate::open(std::move(own.bytes), form_of(format));
  return opened ? std::move(opened)
                : Result<document::TextTemplate>(Failure{
                      ExitStatus::io, msg("`{0}` cannot be filled", name),
                      opened.error().hint});
}

ExitStatus write_text(World& world, const DocumentJob& job,
                      const document::Shape& shape,
                      const SaveOptions& options) {
  const std::string name = own_template_path(job.id, job.format);
  const auto opened = own_text(world, name, job.format);
  if (!opened) {
    return world.fail(opened.error());
  }
  const auto faults = opened->faults(shape);
  for (const document::TextFault& each : faults) {
    tell_fault(world,
               fmt::format("{}:{}:{}: {}", name, each.line, each.column,
                           world.say(each.what)),
               each.text, each.hint);
  }
  if (!faults.empty()) {
    return ExitStatus::findings;
  }
  const document::Filled filled =
      opened->fill(job.context, shape, world.document_language());
  const auto failure =
      save_or_print(world, options, job.name, world.shown_to_all(filled.text));
  if (failure) {
    return world.fail(*failure);
  }
  tell_missing(world, shape, filled.missing);
  return ExitStatus::ok;
}

bool is_text(PaperFormat format) {
  return format != PaperFormat::docx && format != PaperFormat::pdf;
}

}  // namespace

std::string_view ending_of(PaperFormat format) {
  constexpr std::array<std::string_view, 5> endings{"docx", "pdf", "txt", "md",
                                                    "html"};
  return endings.at(static_cast<std::size_t>(format));
}

bool has_own_text(const World& world, std::string_view document,
                  PaperFormat format) {
  const std::string path = world.path_of(own_template_path(document, format));
  return is_text(format) && access(path.c_str(), F_OK) == 0;
}

ExitStatus write_document(World& world, const DocumentJob& job,
                          const SaveOptions& options) {
  const CataloguedDocument* document = document::find_document(job.id);
  const auto shape = document::Shape::of(document->text.context);
  if (is_text(job.format)) {
    return write_text(world, job, shape, options);
  }
  const auto opened = template_of(world, *document);
  if (!opened) {
    return world.fail(opened.error());
  }
  if (tell_faults(world, *document, opened->faults(shape))) {
    return ExitStatus::findings;
  }
  document::FilledDocument filled =
      opened->fill(job.context, shape, world.document_language());
  if (job.format == PaperFormat::pdf) {
    auto pdf = document::to_pdf(filled.bytes);
    if (!pdf) {
      return world.fail(pdf.error());
    }
    filled.bytes = std::move(*pdf);
  }
  const auto failure = save(world, options, job.name, filled.bytes);
  if (failure) {
    return world.fail(*failure);
  }
  tell_missing(world, shape, filled.missing);
  return ExitStatus::ok;
}

}  // namespace thidua::cmd
