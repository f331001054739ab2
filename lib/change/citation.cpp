#include "change/citation.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace thidua::change {
namespace {

enum class Part { type, number, date, issuer, subject };

// The word that begins a part.
struct Marker {
  std::string_view word;
  Part part;
};
constexpr std::array<Marker, 5> markers{{{" số ", Part::number},
                                         {" ngày ", Part::date},
                                         {" của ", Part::issuer},
                                         {" về việc ", Part::subject},
                                         {" về ", Part::subject}}};

struct Cut {
  std::size_t at;
  std::size_t length;
  Part part;
};

// The first place of each part, in the order of the text.  A subject may hold
// every word, so nothing is looked for behind its marker.
std::vector<Cut> cuts_of(std::string_view text) {
  std::vector<Cut> cuts{{0, 0, Part::type}};
  for (const Marker& marker : markers) {
    const std::size_t at = text.find(marker.word);
    const bool again =
        std::any_of(cuts.begin(), cuts.end(),
                    [&](const Cut& cut) { return cut.part == marker.part; });
    if (at != std::string_view::npos && !again) {
      cuts.push_back({at, marker.word.size(), marker.part});
    }
  }
  std::sort(cuts.begin(), cuts.end(),
            [](const Cut& a, const Cut& b) { return a.at < b.at; });
  const auto subject =
      std::find_if(cuts.begin(), cuts.end(),
                   [](const Cut& cut) { return cut.part == Part::subject; });
  if (subject != cuts.end()) {
    cuts.erase(subject + 1, cuts.end());
  }
  return cuts;
}

std::string_view without_comma(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.back() == ',' || text.back() == ';')) {
    text.remove_suffix(1);
  }
  return trimmed(text);
}

void put(Citation& citation, Part part, std::string_view text,
         std::string& day) {
  switch (part) {
    case Part::type:
      citation.type = text;
      break;
    case Part::number:
      citation.number = text;
      break;
    case Part::date:
      day = text;
      break;
    case Part::issuer:
      citation.issuer = text;
      break;
    case Part::subject:
      citation.subject = text;
      break;
  }
}

// `Kế hoạch 12/KH-UBND`: a last word with a digit is the number.
void split_type(Citation& citation) {
  const std::size_t space = citation.type.rfind(' ');
  if (!citation.number.empty() || space == std::string::npos ||
      citation.type.find_first_of("0123456789", space) == std::string::npos) {
    return;
  }
  citation.number = citation.type.substr(space + 1);
  citation.type.resize(space);
}

std::string with_slashes(std::string_view day) {
  std::string text(day);
  for (const std::string_view word : {" tháng ", " năm "}) {
    const std::size_t at = text.find(word);
    if (at != std::string::npos) {
      text.replace(at, word.size(), "/");
    }
  }
  return text;
}

}  // namespace

Result<PartialDate> parse_partial_day(std::string_view text) {
  const std::string typed = to_nfc(trimmed(text));
  if (const auto date = PartialDate::parse(with_slashes(typed))) {
    return *date;
  }
  return Failure{ExitStatus::usage,
                 looks_like_date(typed) ? msg("there is no day `{0}`", typed)
                                        : msg("`{0}` is not a date", typed),
                 msg("write a day such as 15/11/2023, or as much as is known: "
                     "11/2023, 2023")};
}

Result<Citation> parse_citation(std::string_view text) {
  const std::string typed = to_nfc(trimmed(text));
  const std::vector<Cut> cuts = cuts_of(typed);
  Citation citation;
  std::string day;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t from = cuts[i].at + cuts[i].length;
    const std::size_t to =
        i + 1 < cuts.size() ? std::max(cuts[i + 1].at, from) : typed.size();
    put(citation, cuts[i].part,
        without_comma(std::string_view(typed).substr(from, to - from)), day);
  }
  split_type(citation);
  if (citation.type.empty() || citation.issuer.empty()) {
    return Failure{
        ExitStatus::usage,
        msg("`{0}` does not say what document of whom it is", typed),
        msg("write it as it is cited: Kế hoạch số 12/KH-UBND ngày 26/9/2022 "
            "của Ủy ban nhân dân tỉnh …")};
  }
  if (!day.empty()) {
    const auto date = parse_partial_day(day);
    if (!date) {
      return date.error();
    }
    citation.date = *date;
  }
  return citation;
}

}  // namespace thidua::change
