// Reading of what criteria, targets and indicators are measured by.
#pragma once

#include "model/fields.hpp"
#include "model/measure.hpp"
#include "model/unit_records.hpp"

namespace thidua {

THIDUA_READS(Measure);
THIDUA_READS(Duration);
THIDUA_READS(Formula);

// The keys of a quantity, in a mapping that may have others.
Quantity read_quantity(Fields& f);
// `attribute`, which may be absent but not empty: what units a rule is for.
std::vector<AttributeIs> read_wanted_attributes(Fields& f);

template <>
struct Choices<Direction> {
  static constexpr std::array<std::string_view, 2> words{"reduction",
                                                         "increase"};
};
template <>
struct Choices<MeasureUnit> {
  static constexpr std::array<std::string_view, 3> words{"points", "percent",
                                                         "count"};
};
template <>
struct Choices<Comparison> {
  static constexpr std::array<std::string_view, 5> words{">", ">=", "<",
                                                         "<=", "="};
};
template <>
struct Choices<SubjectClass> {
  static constexpr std::array<std::string_view, 3> words{
      "collective", "household", "individual"};
};
template <>
struct Choices<Commendation> {
  static constexpr auto words = commendation_words;
};
template <>
struct Choices<Matter::Kind> {
  static constexpr auto words = matter_words;
};

}  // namespace thidua
