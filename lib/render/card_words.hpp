// Words that several cards need: the names behind ids, and the words of fixed
// lists.  An id that nothing declares stands for itself; `check` reports it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/card.hpp"

namespace thidua::render {

[[nodiscard]] std::string unit_name(const Plan& plan, std::string_view id);
[[nodiscard]] std::string kind_name(const Plan& plan, std::string_view id);
[[nodiscard]] std::string body_name(const Plan& plan, std::string_view id);
[[nodiscard]] std::string form_name(const Plan& plan, std::string_view id);

using Ids = std::vector<At<std::string>>;

// The names of a list of ids, with semicolons between.
[[nodiscard]] std::string names_of(const Plan& plan, const Ids& ids,
                                   std::string (*name)(const Plan&,
                                                       std::string_view));
[[nodiscard]] std::string names_of(const Ids& ids);  // the ids themselves
[[nodiscard]] Json json_ids(const Ids& ids);
[[nodiscard]] Json json_id(const std::optional<At<std::string>>& id);

// "collective; household"
[[nodiscard]] std::string class_words(const std::vector<SubjectClass>& classes,
                                      const CardView& view);
[[nodiscard]] Json json_classes(const std::vector<SubjectClass>& classes);

// "region: III, II, I"
[[nodiscard]] std::string attribute_words(const AttributeIs& wanted);

// A word of a record (purpose, assign, campaign, money …) for a screen.
[[nodiscard]] std::string term(std::string_view word, const CardView& view);

// Document facts: as render::fact, and why a reading is unsure.
void add_fact(Card& card, const char* key, const char* label,
              const Fact<std::string>& value, const CardView& view);
void add_fact(Card& card, const char* key, const char* label,
              const Fact<PartialDate>& value, const CardView& view);

// That the unit which received the help makes the dossier, where it does.
void add_dossier_by(Card& card, const CardView& view, bool receiver);

// "2022 to 2025"
[[nodiscard]] std::string years_words(int first, int last,
                                      const CardView& view);

}  // namespace thidua::render
