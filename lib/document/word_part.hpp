// One XML part of a Word document as a Mustache text.  Only word_template.cpp
// and its tests need it.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "document/mustache.hpp"

namespace thidua::document {

// A tag, the node (w:t) it begins in and its place in the text of that node.
struct WordTag {
  Tag tag;
  pugi::xml_node text;
  pugi::xml_node paragraph;
  std::size_t paragraph_number = 0;  // from 1
};

// Every tag of a part in the order of its text.  Tags that are cut into runs
// are put together into the first of them; so the part is changed.
[[nodiscard]] std::vector<WordTag> gather_tags(pugi::xml_node part);

// The text of everything in a node, without marks of its own.
[[nodiscard]] std::string text_in(pugi::xml_node node);

// Where the tag begins in the text of its paragraph.
[[nodiscard]] std::size_t offset_of(const WordTag& tag);

// The part as a Mustache text: the tags of sections that span more than one
// paragraph stand between the elements that they repeat.
[[nodiscard]] std::string to_mustache(pugi::xml_document& part,
                                      const std::vector<WordTag>& tags);

// A value as it may stand in the text of a run; its lines become lines there.
[[nodiscard]] std::string escape_for_word(const std::string& value);

// Mends what repeating may leave behind: tables without rows go, cells get the
// paragraph they must have, and the grid of a table fits its cells.
void mend_tables(pugi::xml_node part);

}  // namespace thidua::document
