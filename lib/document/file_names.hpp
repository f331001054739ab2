// Names of documents, as offices number theirs: BC-2024-hang-nam.docx.  Only
// ASCII, so that every mail program and archive takes them.
#pragma once

#include <string>
#include <string_view>

#include "rules/report.hpp"

namespace thidua::document {

// The abbreviation of the type of document (BC, TTr, QĐ), the year or period,
// what it is of, each as letters without marks; an empty part is left out.
[[nodiscard]] std::string file_name(std::string_view type_abbreviation,
                                    std::string_view year_or_period,
                                    std::string_view slug_words,
                                    std::string_view extension);

// BC-2024-hang-nam, of a report.
[[nodiscard]] std::string file_name(const ReportScope& scope,
                                    std::string_view extension);

}  // namespace thidua::document
