#include "document/word_xml.hpp"

#include <fmt/format.h>

#include <cmath>

namespace thidua::document {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships\"";

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string content_types() {
  return std::string(declaration) +
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
         "content-types\">"
         "<Default Extension=\"rels\" ContentType=\"application/"
         "vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
         "\"/>"
         "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
         "<Override PartName=\"/word/header1.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
         "</Types>";
}

std::string relations(std::string_view inside) {
  return fmt::format(
      "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\">{}</Relationships>",
      declaration, inside);
}

std::string relation(std::string_view id, std::string_view type,
                     std::string_view target) {
  return fmt::format(
      "<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/"
      "officeDocument/2006/relationships/{}\" Target=\"{}\"/>",
      id, type, target);
}

std::string styles() {
  return fmt::format(
      "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
      "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
      "<w:color w:val=\"000000\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
      "<w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/>"
      "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
      "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" "
      "w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
      "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
      "</w:styles>",
      declaration, word_names);
}

// Phụ lục I, phần I: size 13 to 14, upright, in the middle of the top margin.
std::string page_number() {
  return fmt::format(
      "{}<w:hdr {}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
      "<w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:fldChar "
      "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
      "xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:sz w:val=\"28\"/>"
      "</w:rPr><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
      "</w:p></w:hdr>",
      declaration, word_names);
}

constexpr double paper_short = 210;
constexpr double paper_long = 297;
constexpr double margin_left = 30;
constexpr double margin_right = 15;
constexpr double margin_top = 20;
constexpr double printed_top = 70;
constexpr double margin_bottom = 20;

std::string section(const PageLook& page) {
  const double width = page.landscape ? paper_long : paper_short;
  const double height = page.landscape ? paper_short : paper_long;
  const std::string_view header =
      page.certificate
          ? ""
          : "<w:headerReference w:type=\"default\" r:id=\"rId2\"/>";
  return fmt::format(
      "<w:sectPr>{}<w:pgSz w:w=\"{}\" w:h=\"{}\"{}/><w:pgMar w:top=\"{}\" "
      "w:right=\"{}\" "
      "w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" "
      "w:gutter=\"0\"/>{}</w:sectPr>",
      header, twips(width), twips(height),
      page.landscape ? " w:orient=\"landscape\"" : "",
      twips(page.certificate ? printed_top : margin_top), twips(margin_right),
      twips(margin_bottom), twips(margin_left), twips(10), twips(10),
      page.follows ? "" : "<w:titlePg/>");
}

}  // namespace

int twips(double millimetres) {
  return static_cast<int>(std::lround(millimetres * 1440 / 25.4));
}

std::string run_xml(std::string_view text, const Letters& look) {
  return fmt::format(
      "<w:r><w:rPr>{}{}{}<w:sz w:val=\"{}\"/><w:szCs w:val=\"{}\"/></w:rPr>"
      "<w:t xml:space=\"preserve\">{}</w:t></w:r>",
      look.bold ? "<w:b/>" : "", look.italic ? "<w:i/>" : "",
      look.capitals ? "<w:caps/>" : "", look.size, look.size, xml_text(text));
}

std::string paragraph_xml(const ParagraphLook& look, const std::string& runs) {
  std::string indent;
  if (look.indent != 0 || look.indent_first != 0) {
    indent = fmt::format("<w:ind w:left=\"{}\" w:firstLine=\"{}\"/>",
                         look.indent, look.indent_first);
  }
  return fmt::format(
      "<w:p><w:pPr>{}{}<w:spacing w:before=\"{}\" w:after=\"{}\"/>{}"
      "<w:jc w:val=\"{}\"/></w:pPr>{}</w:p>",
      look.keep_next ? "<w:keepNext/>" : "",
      look.new_page ? "<w:pageBreakBefore/>" : "", look.before, look.after,
      indent, look.align, runs);
}

std::string line_xml(int width, int column_width) {
  const int side = (column_width - width) / 2;
  return fmt::format(
      "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" "
      "w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"20\" w:after=\"0\" "
      "w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\"{}\" "
      "w:right=\"{}\"/><w:rPr><w:sz w:val=\"4\"/></w:rPr></w:pPr></w:p>",
      side, side);
}

std::string cell_xml(const CellLook& look, const std::string& paragraphs) {
  const std::string span =
      look.span > 1 ? fmt::format("<w:gridSpan w:val=\"{}\"/>", look.span) : "";
  return fmt::format(
      "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}{}</w:tcPr>{}</w:tc>",
      look.width, span, look.lines ? "<w:vAlign w:val=\"center\"/>" : "",
      paragraphs);
}

std::string row_xml(const std::string& cells, bool head) {
  return fmt::format("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>",
                     head ? "<w:tblHeader/>" : "", cells);
}

std::string table_xml(const std::vector<int>& widths, const std::string& rows,
                      bool lines) {
  std::string grid;
  int whole = 0;
  for (const int width : widths) {
    grid += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    whole += width;
  }
  std::string borders;
  for (const char* side :
       {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    borders += fmt::format(
        "<w:{} w:val=\"{}\" w:sz=\"4\" w:space=\"0\" "
        "w:color=\"000000\"/>",
        side, lines ? "single" : "nil");
  }
  return fmt::format(
      "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{}"
      "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{}"
      "</w:tblGrid>{}</w:tbl>",
      whole, borders, grid, rows);
}

int text_width(const PageLook& page) {
  return twips((page.landscape ? paper_long : paper_short) - margin_left -
               margin_right);
}

std::string page_break_xml(const PageLook& ended) {
  return fmt::format(
      "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
      "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>{}</w:pPr>"
      "</w:p>",
      section(ended));
}

std::vector<ZipEntry> word_package(const std::string& body,
                                   const PageLook& last) {
  return {{"[Content_Types].xml", content_types()},
          {"_rels/.rels",
           relations(relation("rId1", "officeDocument", "word/document.xml"))},
          {"word/document.xml",
           fmt::format("{}<w:document {}><w:body>{}{}</w:body></w:document>",
                       declaration, word_names, body, section(last))},
          {"word/_rels/document.xml.rels",
           relations(relation("rId1", "styles", "styles.xml") +
                     relation("rId2", "header", "header1.xml"))},
          {"word/styles.xml", styles()},
          {"word/header1.xml", page_number()}};
}

}  // namespace thidua::document
