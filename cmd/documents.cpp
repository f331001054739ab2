#include "documents.hpp"

#include <fcntl.h>

#include <cerrno>

#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"
#include "document/catalogue.hpp"
#include "document/pdf.hpp"
#include "document/word_template.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;
using document::WordTemplate;

constexpr std::size_t largest_template = std::size_t{32} << 20U;

std::string own_template_path(const CataloguedDocument& document) {
  return fmt::format("templates/{}.docx", document.id);
}

// The office's own, or else the shipped one.
Result<WordTemplate> template_of(const World& world,
                                 const CataloguedDocument& document) {
  const std::string path = world.path_of(own_template_path(document));
  const FileBytes own = read_file(AT_FDCWD, path, largest_template);
  if (!own.ok && own.error == ENOENT) {
    return WordTemplate::open(document::lay_out(document.text));
  }
  if (!own.ok) {
    return Failure{ExitStatus::io,
                   msg("cannot read `{0}`: {1}", path, reason_of(own.error))};
  }
  auto opened = WordTemplate::open(own.bytes);
  return opened ? std::move(opened)
                : Result<WordTemplate>(Failure{ExitStatus::io,
                                               msg("`{0}` cannot be filled",
                                                   own_template_path(document)),
                                               opened.error().hint});
}

bool tell_faults(World& world, const CataloguedDocument& document,
                 const std::vector<document::TemplateFault>& faults) {
  for (const document::TemplateFault& each : faults) {
    world.complain(fmt::format(
        "{}\n", world.say(msg("{0}: {1}, paragraph {2}: {3}",
                              own_template_path(document), each.part,
                              fmt::format("{}", each.paragraph),
                              world.say(each.what)))));
    world.complain(fmt::format("    {}\n", each.text));
    if (!each.hint.empty()) {
      world.complain(fmt::format(
          "    {}\n", world.say(msg("hint: {0}", world.say(each.hint)))));
    }
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

}  // namespace

ExitStatus write_document(World& world, const DocumentJob& job,
                          const SaveOptions& options) {
  const CataloguedDocument* document = document::find_document(job.id);
  const auto shape = document::Shape::of(document->text.context);
  const auto opened = template_of(world, *document);
  if (!opened) {
    return world.fail(opened.error());
  }
  if (tell_faults(world, *document, opened->faults(shape))) {
    return ExitStatus::findings;
  }
  document::FilledDocument filled =
      opened->fill(job.context, shape, world.document_language());
  if (job.format == WordFormat::pdf) {
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
