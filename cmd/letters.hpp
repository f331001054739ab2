// Letters that ask for a duty to be done: when there is one to write, and those
// of everything that is late.
#pragma once

#include <vector>

#include "document/catalogue.hpp"
#include "documents.hpp"
#include "rules/reminders.hpp"

namespace thidua::cmd {

// A letter is not written to nobody, nor asks before a last day that is over.
// Nothing: the document is no letter, or there is one to write.
[[nodiscard]] std::optional<Failure> why_no_letter(
    const document::CataloguedDocument& letter, const document::Json& context,
    Date today);

// A letter to sign for each duty that is late, to all who owe it.  One that has
// nobody to go to is named, and the others are written.
[[nodiscard]] ExitStatus write_letters(World& world, const SaveOptions& saving,
                                       const std::vector<Reminder>& found);

}  // namespace thidua::cmd
