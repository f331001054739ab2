// Single values for screens and for machines.
//
// Screens in Vietnamese write 1.234,5 and 09/11/2023; JSON writes numbers
// plainly and adds the fraction where two decimals do not hold the value:
//   {"value": 14.29, "exact": "100/7"}
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "base/message.hpp"
#include "model/plan.hpp"
#include "rules/timeline.hpp"
#include "rules/verdict.hpp"

namespace thidua::render {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string number(const Exact& value, Language language);
[[nodiscard]] std::string date(Date value, Language language);
[[nodiscard]] std::string date(const PartialDate& value, Language language);

// A whole number, or a number rounded to two decimals.
[[nodiscard]] Json json_number(const Exact& value);
// Sets key, and key_exact where json_number rounds; null where absent.
void set_number(Json& json, const char* key, const std::optional<Exact>& value);

// Adds a part to a text of parts; an empty one is none.
void append(std::string& text, const std::string& part,
            std::string_view between = "; ");
// "a, b"; where one is empty, the other.
[[nodiscard]] std::string join(std::string a, const std::string& b);
// An empty text is null.
[[nodiscard]] Json or_null(std::string_view text);

[[nodiscard]] const char* word(Verdict verdict);
[[nodiscard]] const char* key_of(Verdict verdict);  // "met", "cannot_judge"

// A document fact: the value, or which kind of absence it is.
[[nodiscard]] std::string fact(const Fact<std::string>& fact,
                               Language language);
[[nodiscard]] std::string fact(const Fact<PartialDate>& fact,
                               Language language);
// The same of a document that is named: "no number given", "no date given".
[[nodiscard]] std::string number_words(const Fact<std::string>& number,
                                       Language language);
[[nodiscard]] std::string date_words(const Fact<PartialDate>& date,
                                     Language language);
[[nodiscard]] Json json_fact(const Fact<std::string>& fact);
[[nodiscard]] Json json_fact(const Fact<PartialDate>& fact);

// "Illustrative data." and "Built on assumed rules.", or nothing.
[[nodiscard]] std::string caveat_lines(Caveats caveats, Language language);
// {"illustrative": true, "assumed": false}
[[nodiscard]] Json json_caveats(Caveats caveats);

// JSON as the commands print it: two spaces, UTF-8, a line end.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace thidua::render
