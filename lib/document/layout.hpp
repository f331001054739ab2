// The layout of an administrative document: Nghị định 30/2020/NĐ-CP, Phụ lục I.
//
// A document of ours is written as a text that a person can read and review
// (lib/data/documents/NAME.txt); lay_out() makes a Word template of it, with
// the tags still in it, so that an office may take the template and change it.
//
// The text: `key: value` lines, a line `---`, then the body.
//   name         what it is called in lists
//   context      the shape it is filled with: a definition of
//                schemas/documents/context.schema.json
//   abbreviation of its type (Phụ lục III): BC, TTr …
//   frame        what stands around the text:
//                titled    letterhead, type, summary, signature, recipients
//                letter    the same with the summary under the number (5b)
//                minutes   titled, signed by two or more in the body itself
//                plain     no letterhead: what is enclosed with another
//                bare      nothing: the body is all there is
//                certificate   the same in the lower two thirds of the page,
//                without page numbers: the upper part is printed already
//   signer       body (what is not said), or chair: who decides on awards
//   type         BÁO CÁO; summary: its trích yếu; may hold tags
//   numbered     yes (what is not said), or no: of no type that has a number
//   answers      the first recipient, such as “Như trên”; else the plan's
//   page         portrait (what is not said) or landscape
//   stage        of a commendation: the proposals it is about, one of
//                commendation_stage_words (rules/commendations)
//   to           the list of the context that a letter is written to: where it
//                is empty there is no letter
//   class        collective, household or individual: of such units only
// The body, a line a paragraph:
//   # ## ###     headings: I. bold; 1. bold; a) bold italic
//   > text       centred and bold; ^> text: in capitals, too; >> text: centred
//   * text       a legal basis (căn cứ), italic
//   - text       an item
//   [right] text set right; [plain] without the indent of the first line
//   [note] text  small and italic; [mark] text: that, centred
//   **text** more   a bold label before a paragraph
//   === text     a new page with that title, centred: an appendix
//   ==> text     the same on pages set across
//   |= 8c 42l 25r 25r   a table begins: share of the width in %, and how it is
//                set (l, c, r), at the end the size of its letters (10pt);
//                `|~` instead: without lines
//   |! a | b     a row of its head, repeated on every page
//   | a | b      a row; |_ a | b   with room below it for hand and seal
// A line that is one tag of a section alone repeats what lies between; so do a
// row with one cell of it and a cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/commendations.hpp"

namespace thidua::document {

struct DocumentText {
  std::string name;
  std::string context;
  std::string abbreviation;
  std::string frame;
  std::string type;
  std::string summary;
  bool chair_signs = false;
  bool landscape = false;
  bool numbered = true;
  std::string answers;
  std::optional<CommendationStage> stage{};
  std::string to;
  std::string subject_class;
  std::string_view body;
};

// The parts of such a text.  It is ours: a fault in it throws.
[[nodiscard]] DocumentText read_document_text(std::string_view text);

// The .docx.
[[nodiscard]] std::string lay_out(const DocumentText& text);

}  // namespace thidua::document
