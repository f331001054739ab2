#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "base/utf8.hpp"

namespace thidua {
namespace {

// ICU fails here only when its own data is broken or memory is out.
void require(UErrorCode status) {
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  }
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  require(status);
  return *form;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  require(status);
  return *form;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

icu::UnicodeString normalized(const icu::Normalizer2& form,
                              const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = form.normalize(text, status);
  require(status);
  return result;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::string normalized_utf8(const icu::Normalizer2& form,
                            std::string_view text) {
  if (is_ascii(text)) {
    return std::string(text);
  }
  return utf8(normalized(form, icu::UnicodeString::fromUTF8(piece(text))));
}

bool is_tone(char16_t unit) {
  constexpr std::u16string_view tones = u"\u0300\u0301\u0303\u0309\u0323";
  return tones.find(unit) != std::u16string_view::npos;
}

bool is_mark(char16_t unit) { return u_charType(unit) == U_NON_SPACING_MARK; }

// "hòa" and "hoà", "thủy" and "thuỷ" are one word, typed by two fashions.  Of
// the two places the second vowel is taken: there the tone of "hoàn", "quý"
// and "khuỷu" stands in both fashions, so no word has to be told apart.
// `text` is NFD and lower case.
void even_out_tones(icu::UnicodeString& text) {
  for (std::int32_t i = 0; i + 2 < text.length(); ++i) {
    const char16_t first = text[i];
    const char16_t tone = text[i + 1];
    const char16_t second = text[i + 2];
    const bool pair = (first == u'o' && (second == u'a' || second == u'e')) ||
                      (first == u'u' && second == u'y');
    // charAt past the end is U+FFFF: no mark.
    if (pair && is_tone(tone) && !is_mark(text.charAt(i + 3))) {
      text.setCharAt(i + 1, second);
      text.setCharAt(i + 2, tone);
    }
  }
}

bool is_dash(char16_t unit) {
  constexpr char16_t minus_sign = 0x2212;
  return unit == minus_sign || u_charType(unit) == U_DASH_PUNCTUATION;
}

icu::UnicodeString with_plain_dashes_and_spaces(
    const icu::UnicodeString& text) {
  icu::UnicodeString tidy;
  bool space_due = false;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (u_isUWhiteSpace(unit) != 0) {
      space_due = !tidy.isEmpty();
      continue;
    }
    if (space_due) {
      tidy.append(u' ');
      space_due = false;
    }
    tidy.append(is_dash(unit) ? u'-' : unit);
  }
  return tidy;
}

// The work of folded(), left in NFD.
icu::UnicodeString folded_nfd(std::string_view text) {
  icu::UnicodeString result =
      normalized(nfd(), icu::UnicodeString::fromUTF8(piece(text)));
  result.toLower(icu::Locale::getRoot());
  even_out_tones(result);
  return with_plain_dashes_and_spaces(result);
}

bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_other_letter(char32_t c) {
  return c >= 0x80 && u_charType(static_cast<UChar32>(c)) == U_LOWERCASE_LETTER;
}

bool is_id_joiner(char32_t c) { return c == U'-' || c == U'_' || c == U'.'; }

// A segment without a look at its length or normal form.
bool has_segment_shape(std::string_view text) {
  char32_t last = U'.';  // no text is no segment
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain_letter(text[at])) {
      last = U'a';
      ++at;
      continue;
    }
    const CodePoint found = decode_utf8(text, at);
    const bool joins = at > 0 && is_id_joiner(found.value) &&
                       (found.value != U'.' || last != U'.');
    if (!is_other_letter(found.value) && !joins) {
      return false;
    }
    last = found.value;
    at += found.length;
  }
  return !is_id_joiner(last);
}

bool has_id_length_and_form(std::string_view text) {
  constexpr std::size_t max_bytes = 200;
  return text.size() <= max_bytes && is_nfc(text);
}

}  // namespace

bool is_nfc(std::string_view text) {
  if (is_ascii(text)) {
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  const bool yes = nfc().isNormalizedUTF8(piece(text), status) != 0;
  require(status);
  return yes;
}

std::string to_nfc(std::string_view text) {
  return normalized_utf8(nfc(), text);
}

std::string to_nfd(std::string_view text) {
  return normalized_utf8(nfd(), text);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos
             ? std::string_view{}
             : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string sentence_case(std::string_view text) {
  const auto all = icu::UnicodeString::fromUTF8(piece(text));
  const std::int32_t first = all.moveIndex32(0, 1);
  icu::UnicodeString rest(all, first);
  return utf8(icu::UnicodeString(all, 0, first) +
              rest.toLower(icu::Locale::getRoot()));
}

std::string with_small_initial(std::string_view text) {
  const auto all = icu::UnicodeString::fromUTF8(piece(text));
  const std::int32_t first = all.moveIndex32(0, 1);
  icu::UnicodeString initial(all, 0, first);
  return utf8(initial.toLower(icu::Locale::getRoot()) +
              icu::UnicodeString(all, first));
}

std::string inside_sentence(std::string_view text) {
  icu::UnicodeString first = icu::UnicodeString::fromUTF8(piece(text));
  const icu::UnicodeString rest(first, first.moveIndex32(0, 1));
  first.truncate(first.moveIndex32(0, 1));
  return utf8(first.toLower(icu::Locale::getRoot()) + rest);
}

std::string folded(std::string_view text) {
  return utf8(normalized(nfc(), folded_nfd(text)));
}

std::string without_marks(std::string_view text) {
  constexpr char16_t d_with_stroke = 0x0111;
  const icu::UnicodeString marked = folded_nfd(text);
  icu::UnicodeString plain;
  for (std::int32_t i = 0; i < marked.length(); ++i) {
    const char16_t unit = marked[i];
    if (!is_mark(unit)) {
      plain.append(unit == d_with_stroke ? u'd' : unit);
    }
  }
  return utf8(normalized(nfc(), plain));
}

std::string slug(std::string_view text) {
  std::string result;
  for (const char c : without_marks(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  if (!result.empty() && result.back() == '-') {
    result.pop_back();
  }
  return result;
}

bool is_id_segment(std::string_view text) {
  return has_id_length_and_form(text) && has_segment_shape(text);
}

bool is_id(std::string_view text) {
  if (!has_id_length_and_form(text)) {
    return false;
  }
  std::size_t start = 0;
  while (true) {
    const std::size_t end = std::min(text.find('/', start), text.size());
    if (!has_segment_shape(text.substr(start, end - start))) {
      return false;
    }
    if (end == text.size()) {
      return true;
    }
    start = end + 1;
  }
}

}  // namespace thidua
