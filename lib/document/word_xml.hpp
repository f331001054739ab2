// Elements of WordprocessingML, written out.  Lengths are twentieths of a
// point, sizes of letters half points, as the format has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/zip.hpp"

namespace thidua::document {

// A millimetre is 56.7 twentieths of a point.
[[nodiscard]] int twips(double millimetres);

struct Letters {
  int size = 28;  // half points
  bool bold = false;
  bool italic = false;
  bool capitals = false;
};

struct ParagraphLook {
  std::string_view align = "both";  // left, center, right, both
  int indent_first = 0;
  int indent = 0;
  int before = 0;
  int after = 0;
  bool keep_next = false;
  bool new_page = false;
};

// Text that may hold tags; `&` and `<` in it are escaped.
[[nodiscard]] std::string run_xml(std::string_view text, const Letters& look);
[[nodiscard]] std::string paragraph_xml(const ParagraphLook& look,
                                        const std::string& runs);
// An empty paragraph with a line over it, `width` long, in the middle of a
// column: under a motto or a summary.
[[nodiscard]] std::string line_xml(int width, int column_width);

struct CellLook {
  int width = 0;
  int span = 1;
  bool lines = true;
};
[[nodiscard]] std::string cell_xml(const CellLook& look,
                                   const std::string& paragraphs);
[[nodiscard]] std::string row_xml(const std::string& cells, bool head);
[[nodiscard]] std::string table_xml(const std::vector<int>& widths,
                                    const std::string& rows, bool lines);

struct PageLook {
  bool landscape = false;
  // It follows pages of another look: its first one has a number, too.
  bool follows = false;
  // Its upper third is printed already; no numbers.
  bool certificate = false;
};
// The width between the margins.
[[nodiscard]] int text_width(const PageLook& page);

// The end of pages of a look that others follow.
[[nodiscard]] std::string page_break_xml(const PageLook& ended);

// The package around a body: A4, margins 20, 20, 30 and 15 mm, Times New Roman,
// page numbers in the middle of the top margin from page 2.  The look is that
// of its last pages.
[[nodiscard]] std::vector<ZipEntry> word_package(const std::string& body,
                                                 const PageLook& last);

}  // namespace thidua::document
