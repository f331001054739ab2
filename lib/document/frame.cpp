#include "document/frame.hpp"

namespace thidua::document {
namespace {

// Of the width of the page, the issuer's side has so many hundredths.
constexpr int issuer_share = 41;

const ParagraphLook centred{.align = "center"};
constexpr Letters thirteen{.size = 26};

std::string in_middle(std::string_view text, const Letters& look) {
  return paragraph_xml(centred, run_xml(text, look));
}

std::string issuer_side(const DocumentText& text, int width) {
  std::string side =
      in_middle("{{#document.superior_lines}}", {}) +
      in_middle("{{.}}", {.size = 26, .capitals = true}) +
      in_middle("{{/document.superior_lines}}", {}) +
      in_middle("{{#document.issuer_lines}}", {}) +
      in_middle("{{.}}", {.size = 26, .bold = true, .capitals = true}) +
      in_middle("{{/document.issuer_lines}}", {}) +
      in_middle("{{^document.issuer}}{{document.issuer}}{{/document.issuer}}",
                {.size = 26, .bold = true}) +
      line_xml(twips(25), width);
  if (text.numbered) {
    side += in_middle("Số: {{document.number}}", thirteen);
  }
  if (text.frame == "letter") {
    side += paragraph_xml({.align = "center", .before = 60},
                          run_xml("V/v " + text.summary, {.size = 24}));
  }
  return side;
}

std::string nation_side(int width) {
  return in_middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                   {.size = 24, .bold = true}) +
         in_middle("Độc lập - Tự do - Hạnh phúc", {.size = 26, .bold = true}) +
         line_xml(twips(57), width) +
         in_middle("{{document.place}}, {{document.day}}",
                   {.size = 26, .italic = true});
}

std::string marks() {
  return in_middle("{{#document.marks}}", {}) +
         in_middle("({{.}})", {.size = 24, .italic = true}) +
         in_middle("{{/document.marks}}", {});
}

std::string title(const DocumentText& text, const PageLook& page) {
  std::string title =
      paragraph_xml({.align = "center", .before = 240},
                    run_xml(text.type, {.size = 28, .bold = true}));
  if (!text.summary.empty()) {
    title += in_middle(text.summary, {.size = 28, .bold = true}) +
             line_xml(twips(50), text_width(page));
  }
  return title;
}

}  // namespace

bool is_signed_by_issuer(const DocumentText& text) {
  return text.frame == "titled" || text.frame == "letter";
}

std::string frame_head(const DocumentText& text, const PageLook& page) {
  if (text.frame == "bare" || text.frame == "certificate") {
    return {};
  }
  if (text.frame == "plain") {
    return title(text, page) + marks();
  }
  const int whole = text_width(page);
  const int left = whole * issuer_share / 100;
  const std::string letterhead = table_xml(
      {left, whole - left},
      row_xml(cell_xml({left, 1, false}, issuer_side(text, left)) +
                  cell_xml({whole - left, 1, false}, nation_side(whole - left)),
              false),
      false);
  return letterhead +
         (text.frame == "letter" ? paragraph_xml({}, "") : title(text, page)) +
         marks();
}

std::string frame_foot(const DocumentText& text, const PageLook& page) {
  if (!is_signed_by_issuer(text)) {
    return {};
  }
  const int whole = text_width(page);
  const int left = whole / 2;
  const std::string recipients =
      paragraph_xml(
          {.align = "left"},
          run_xml("Nơi nhận:", {.size = 24, .bold = true, .italic = true})) +
      paragraph_xml({.align = "left"},
                    run_xml("{{#document.recipients}}", {})) +
      paragraph_xml({.align = "left"}, run_xml("- {{.}}", {.size = 22})) +
      paragraph_xml({.align = "left"},
                    run_xml("{{/document.recipients}}", {})) +
      paragraph_xml({.align = "left"},
                    run_xml("{{^document.recipients}}- {{document.by_hand}}."
                            "{{/document.recipients}}",
                            {.size = 22}));
  const Letters strong{.size = 28, .bold = true};
  const std::string signature =
      in_middle("{{#document.signature.lines}}", {}) +
      in_middle("{{.}}", {.size = 28, .bold = true, .capitals = true}) +
      in_middle("{{/document.signature.lines}}", {}) +
      in_middle("{{^document.signature.lines}}", {}) +
      in_middle("[CHƯA CÓ]", strong) +
      in_middle("{{/document.signature.lines}}", {}) +
      paragraph_xml({.align = "center", .before = 1200},
                    run_xml("{{document.signature.name}}", strong));
  return paragraph_xml({}, "") +
         table_xml({left, whole - left},
                   row_xml(cell_xml({left, 1, false}, recipients) +
                               cell_xml({whole - left, 1, false}, signature),
                           false),
                   false);
}

}  // namespace thidua::document
