// Word documents that a command ends in, from the office's own template or the
// shipped one.
#pragma once

#include <string>

#include "document/shape.hpp"
#include "saving.hpp"

namespace thidua::cmd {

enum class WordFormat { docx, pdf };

struct DocumentJob {
  std::string id;          // of the catalogue: "bao-cao"
  document::Json context;  // of the shape that the document names
  std::string name;        // of the file: "BC-2023-so-ket.docx"
  WordFormat format = WordFormat::docx;
};

// Fills the template, says on the error stream for what there was nothing, and
// saves the document.  `templates/ID.docx` of the plan folder stands before the
// shipped one; all of its faults are told (exit 1).
[[nodiscard]] ExitStatus write_document(World& world, const DocumentJob& job,
                                        const SaveOptions& options);

}  // namespace thidua::cmd
