// Documents that a command ends in, from the office's own template or the
// shipped one.  Word documents are shipped; a text, Markdown or HTML is only
// made where the office has a template for it.
#pragma once

#include <string>
#include <string_view>

#include "document/shape.hpp"
#include "saving.hpp"

namespace thidua::cmd {

enum class PaperFormat { docx, pdf, text, markdown, html };

// "docx", "pdf", "txt", "md", "html"
[[nodiscard]] std::string_view ending_of(PaperFormat format);

// Has the office a text of its own for the document?
[[nodiscard]] bool has_own_text(const World& world, std::string_view document,
                                PaperFormat format);

struct DocumentJob {
  std::string id;          // of the catalogue: "bao-cao"
  document::Json context;  // of the shape that the document names
  std::string name;        // of the file: "BC-2023-so-ket.docx"
  PaperFormat format = PaperFormat::docx;
};

// Fills the template, says on the error stream for what there was nothing, and
// saves the document; a text is printed without --to.  `templates/ID.docx` of
// the plan folder stands before the shipped one; all faults of a template are
// told (exit 1).
[[nodiscard]] ExitStatus write_document(World& world, const DocumentJob& job,
                                        const SaveOptions& options);

}  // namespace thidua::cmd
