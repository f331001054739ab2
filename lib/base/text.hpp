// Vietnamese text: normal form, order, slugs, likeness.  Nothing here depends
// on the machine's locale.
//
// All text in and out is UTF-8.  Input is valid UTF-8 (lib/yaml and cmd see to
// it); an invalid byte is treated as U+FFFD and never reads out of bounds.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thidua {

// Offset of the first invalid byte (overlong forms, surrogates and values past
// U+10FFFF are invalid), or nothing.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(
    std::string_view text);

[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);  // fast on ASCII
[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] std::string to_nfd(std::string_view text);

// Without the spaces at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// "BÁO CÁO" -> "Báo cáo": the first letter as it is, the others small.
[[nodiscard]] std::string sentence_case(std::string_view text);
// "Thực hiện …" -> "thực hiện …", as inside a sentence.
[[nodiscard]] std::string with_small_initial(std::string_view text);

// "Hằng năm" -> "hằng năm": the first letter small, the others as they are.
[[nodiscard]] std::string inside_sentence(std::string_view text);

// For comparing words people typed: NFC, lower case, every dash (- – — −) one
// hyphen, tone placement evened out (hoà = hòa), runs of white space one
// space, none at the ends.
[[nodiscard]] std::string folded(std::string_view text);

// As folded(), and without marks: đ is d, ă â a is a.  "Đề nghị" -> "de nghi".
[[nodiscard]] std::string without_marks(std::string_view text);

// "Xóm Trên (minh họa)" -> "xom-tren-minh-hoa".  Only a-z, 0-9 and
// single inner hyphens; may be empty.
[[nodiscard]] std::string slug(std::string_view text);

// An id: one or more segments joined by `/`; a segment is lower-case letters
// (đ included), digits and inner hyphens, underscores or dots, beginning with
// a letter or digit, never `..`; at most 200 bytes.  Text is NFC.
[[nodiscard]] bool is_id(std::string_view text);
// One segment of it.
[[nodiscard]] bool is_id_segment(std::string_view text);

// The order of a Vietnamese dictionary: a ă â b c d đ e ê …, tones last
// (ngang huyền hỏi ngã sắc nặng), case last of all; numbers inside a text by
// their value.  Equal only for the same text (NFC or NFD).  The comparisons may
// be called by several threads at once.
[[nodiscard]] std::strong_ordering compare_vietnamese(std::string_view a,
                                                      std::string_view b);
// People: by given name (the last word), then by the rest.
[[nodiscard]] std::strong_ordering compare_people(std::string_view a,
                                                  std::string_view b);
// Section paths as printed: IV.2.d < IV.2.đ < IV.2.e, II < IX, -2 < -10;
// numbers, Roman or not, before letters.
[[nodiscard]] std::strong_ordering compare_sections(std::string_view a,
                                                    std::string_view b);

// Columns a terminal needs: combining marks 0, East Asian wide 2.
[[nodiscard]] std::size_t display_width(std::string_view text);
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

// The candidate that `word` was most likely meant to be: fewest edits on the
// text without marks, at most a third of its length and never more than 3;
// the first of equals.
[[nodiscard]] std::optional<std::string_view> nearest(
    std::string_view word, std::span<const std::string_view> candidates);

}  // namespace thidua
