// Diagnostics in words: for a terminal, as JSON, as SARIF.
//
//   criteria/hamlet.yaml:9:26: error[TD0308]: the plan declares no indicator …
//      |
//    9 |     measure: {indicator: poor_rat, change: reduction}
//      |                          ^^^^^^^^
//      = hint: did you mean `poor_rate`?
//      = section IV.2.c
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "render/style.hpp"

namespace thidua::render {

using Json = nlohmann::ordered_json;

// What words need: the files, for source lines; the language; the colours.
struct DiagnosticView {
  const std::vector<Source>& sources;
  Language language = Language::vi;
  Style style{false};
};

[[nodiscard]] std::string to_text(const Diagnostic& diagnostic,
                                  const DiagnosticView& view);
// "2 errors, 1 warning in 412 files"
[[nodiscard]] std::string summary(const Diagnostics& found, std::size_t files,
                                  Language language);
[[nodiscard]] Json to_json(const Diagnostic& diagnostic,
                           const DiagnosticView& view);
// SARIF 2.1.0, one run.
[[nodiscard]] Json to_sarif(const std::vector<Diagnostic>& found,
                            const DiagnosticView& view,
                            std::string_view version);

// "units/xa-mau.yaml:4", or nothing for an unknown place.
[[nodiscard]] std::string place(const std::vector<Source>& sources, Span where);

[[nodiscard]] const char* word(Severity severity);

}  // namespace thidua::render
