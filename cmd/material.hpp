// What documents are made of: the question a person asks, and the context that
// answers it.
#pragma once

#include <string>

#include "document/catalogue.hpp"
#include "documents.hpp"

namespace thidua::cmd {

// Empty: not said.  Which of them a document needs, its context says.
struct DocumentQuestion {
  std::string year{};  // or another period, of scores
  std::string unit{};
  std::string kind{};     // of scores
  std::string cluster{};  // likewise
  std::string occasion{};
  std::string form{};
  std::string from{};  // a body or a unit: who writes the letter
  std::string duty{};
};

// An option of a question that a document has no use for is a usage error that
// names those it takes.
[[nodiscard]] std::optional<Failure> refuse_unused(
    const document::CataloguedDocument& wanted, const DocumentQuestion& asked);

// A document of the catalogue and all that goes into it.
[[nodiscard]] Result<DocumentJob> document_job(const World& world,
                                               std::string_view id,
                                               const DocumentQuestion& asked,
                                               PaperFormat format);

}  // namespace thidua::cmd
