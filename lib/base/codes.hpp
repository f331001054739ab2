// Every diagnostic code of thidua, with what `explain` says of it.
//
// A code is never used again for another meaning.  Hundreds are rooms:
//   TD01 the bytes and the YAML of a file     TD04 facts against the timeline
//   TD02 the shape of a record                TD05 figures, marks and points
//   TD03 references between records           TD06 awards and proposals
//   TD07 plans above and below             TD09 the folder and its files
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace thidua {

struct CodeInfo {
  Code code;
  Severity severity;
  const char* title;  // one line
  const char* why;    // what the rule is and why it is there
  const char* mend;   // how to put it right
};

// Ordered by code.  Texts are message keys (English).
[[nodiscard]] std::span<const CodeInfo> all_codes();
[[nodiscard]] const CodeInfo& info_of(Code code);
// "TD0123", "td0123" or "123"; null for a code that does not exist.
[[nodiscard]] const CodeInfo* find_code(std::string_view text);
[[nodiscard]] std::string to_string(Code code);  // TD0123

namespace code {

// TD01: bytes and YAML
inline constexpr Code invalid_utf8{101};
inline constexpr Code control_character{102};
inline constexpr Code line_separator{103};  // U+0085, U+2028, U+2029
inline constexpr Code lone_carriage_return{104};
inline constexpr Code conflict_marker{105};
inline constexpr Code tab_indentation{106};
inline constexpr Code file_too_large{107};
inline constexpr Code too_deep{108};
inline constexpr Code several_documents{109};
inline constexpr Code duplicate_key{110};
inline constexpr Code anchor_or_alias{111};
inline constexpr Code tag{112};
inline constexpr Code syntax_error{113};
inline constexpr Code empty_file{114};
inline constexpr Code complex_key{115};  // a key that is not plain text
inline constexpr Code not_nfc{116};      // warning

// TD02: shape
inline constexpr Code unknown_key{201};
inline constexpr Code missing_key{202};
inline constexpr Code wrong_kind{203};  // a list where a mapping is due …
inline constexpr Code not_text{204};
inline constexpr Code not_a_number{205};
inline constexpr Code not_true_or_false{206};
inline constexpr Code not_a_date{207};  // shape
inline constexpr Code no_such_date{208};
inline constexpr Code not_a_period{209};
inline constexpr Code not_a_choice{210};
inline constexpr Code not_an_id{211};
inline constexpr Code empty_value{212};
inline constexpr Code out_of_range{213};
inline constexpr Code not_a_formula{214};
inline constexpr Code thousands_mark{215};  // warning
inline constexpr Code not_an_email{216};

// TD03: references
inline constexpr Code unknown_unit{301};
inline constexpr Code unknown_kind{302};
inline constexpr Code unknown_criterion{303};
inline constexpr Code unknown_form{304};
inline constexpr Code unknown_occasion{305};
inline constexpr Code unknown_duty{306};
inline constexpr Code unknown_body{307};
inline constexpr Code unknown_indicator{308};
inline constexpr Code unknown_figure{309};
inline constexpr Code unknown_criteria_set{310};
inline constexpr Code unknown_stage{311};
inline constexpr Code unknown_grade{312};
inline constexpr Code unknown_standard{313};
inline constexpr Code unknown_subkind{314};
inline constexpr Code unknown_assignment{315};
inline constexpr Code path_disagrees{316};  // record says another unit or year
inline constexpr Code duplicate_id{317};
inline constexpr Code unknown_cluster_kind{318};
inline constexpr Code kind_without_criteria{319};  // info
inline constexpr Code missing_evidence{320};
inline constexpr Code unit_in_two_clusters{321};
inline constexpr Code unknown_table_part{322};  // of a score table
inline constexpr Code unknown_cluster{323};
inline constexpr Code role_not_held{324};  // warning
inline constexpr Code unknown_score_table{325};
inline constexpr Code unknown_party{326};  // of a succession
inline constexpr Code unknown_rule_set{327};
inline constexpr Code unknown_law{328};  // of an award form

// TD04: time
inline constexpr Code outside_plan_period{401};  // marks, results, filings
inline constexpr Code figure_outside_period{402};
inline constexpr Code unit_not_enrolled{403};
inline constexpr Code period_reversed{404};
inline constexpr Code duty_not_in_year{405};
inline constexpr Code occasion_not_in_year{406};
inline constexpr Code dated_in_the_future{407};  // info
inline constexpr Code duty_filed_twice{408};
inline constexpr Code decided_too_early{409};    // before it was proposed
inline constexpr Code stages_out_of_order{410};  // warning
inline constexpr Code frozen_table_changed{411};
inline constexpr Code ended_takes_part{412};
inline constexpr Code dated_after_end{413};
inline constexpr Code heir_unclear{414};  // info
inline constexpr Code succession_impossible{415};
inline constexpr Code received_too_early{416};  // warning
inline constexpr Code holiday_of_other_year{417};
inline constexpr Code no_holidays{418};  // info
inline constexpr Code extension_does_not_fit{419};
inline constexpr Code deadline_not_moved{420};

// TD05: figures, marks, points
inline constexpr Code figure_impossible{501};  // part above the whole, below 0
inline constexpr Code mark_of_other_kind{502};
inline constexpr Code mark_does_not_fit{503};  // grade for a yes-no criterion
inline constexpr Code mark_on_measured{504};
inline constexpr Code points_do_not_add_up{505};
inline constexpr Code grade_without_share{506};
inline constexpr Code table_misses_criterion{507};
inline constexpr Code two_tables_for_period{508};
inline constexpr Code changed_without_reason{509};
inline constexpr Code formula_mixes_units{510};
inline constexpr Code assumed_rule{511};       // info
inline constexpr Code illustrative_data{512};  // info
inline constexpr Code criterion_marked_twice{513};
// what contradicts itself in a score table
inline constexpr Code bands_overlap{514};
inline constexpr Code bands_gap{515};  // warning
inline constexpr Code points_out_of_range{516};
inline constexpr Code max_and_weight_mixed{517};
inline constexpr Code class_unreachable{518};  // warning
inline constexpr Code classes_out_of_order{519};
inline constexpr Code rule_without_ground{520};
inline constexpr Code replaced_without_day{521};
inline constexpr Code rule_leads_back{522};
inline constexpr Code attribute_not_a_date{523};
inline constexpr Code kind_in_two_tables{524};
inline constexpr Code period_without_table{525};  // warning

// TD06: awards
inline constexpr Code form_refused{601};
inline constexpr Code form_not_stated{602};  // info
inline constexpr Code receiver_not_allowed{603};
inline constexpr Code standard_not_held{604};  // info
inline constexpr Code parent_not_held{605};    // info
inline constexpr Code rule_set_chosen{606};    // info
inline constexpr Code no_rule_set{607};        // info
inline constexpr Code same_first_day{608};
inline constexpr Code impossible_state{609};
inline constexpr Code entry_incomplete{610};
inline constexpr Code achievement_rewarded{611};
inline constexpr Code authority_asked_twice{612};
inline constexpr Code votes_not_of_council{613};
inline constexpr Code vote_fell_short{614};     // warning
inline constexpr Code prize_differs{615};       // warning
inline constexpr Code unlike_lower_award{616};  // info
inline constexpr Code deed_not_named{617};
inline constexpr Code unknown_council{618};

// TD07: plans above and below
inline constexpr Code unknown_parent{701};
inline constexpr Code parent_folder_missing{702};  // warning
inline constexpr Code parent_is_another{703};      // warning
inline constexpr Code section_not_held{704};       // info
inline constexpr Code outside_parent_period{705};  // warning
inline constexpr Code weaker_target{706};          // warning
inline constexpr Code later_deadline{707};         // warning
inline constexpr Code forbidden_above{708};        // warning
inline constexpr Code nothing_to_carry{709};
inline constexpr Code no_folder_fits{710};        // warning
inline constexpr Code child_folder_missing{711};  // warning
inline constexpr Code child_is_itself{712};
inline constexpr Code child_named_twice{713};  // warning
inline constexpr Code too_many_children{714};
inline constexpr Code no_children_of_kind{715};

// TD09: the folder
inline constexpr Code cannot_read{901};
inline constexpr Code not_a_regular_file{902};
inline constexpr Code link_leaves_folder{903};
inline constexpr Code misplaced_file{904};
inline constexpr Code bad_file_name{905};
// 906 was never reported and stays unused.
inline constexpr Code settings_unreadable{907};
inline constexpr Code unknown_setting{908};
inline constexpr Code template_of_nothing{909};

}  // namespace code
}  // namespace thidua
