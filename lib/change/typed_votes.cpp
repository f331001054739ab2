#include "change/typed_votes.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace thidua::change {

Result<int> parse_members(const Setting& setting) {
  int number = -1;
  const char* end = setting.value.data() + setting.value.size();
  const auto read = std::from_chars(setting.value.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 999) {
    return Failure{
        ExitStatus::usage,
        msg("`{0}` is no number of votes: {1}", setting.key, setting.value),
        msg("write it in digits, such as 8")};
  }
  return number;
}

Result<VoteCount> parse_votes(std::string_view text) {
  VoteCount votes;
  std::vector<std::string> seen;
  for (bool more = !text.empty(); more;) {
    const std::size_t end = std::min(text.find(','), text.size());
    more = end < text.size();
    const auto setting = parse_setting(trimmed(text.substr(0, end)));
    if (!setting) {
      return setting.error();
    }
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto word =
        std::find(ballot_words.begin(), ballot_words.end(), setting->key);
    if (word == ballot_words.end()) {
      return unknown(N_("there is no vote `{0}`"), setting->key,
                     {ballot_words.begin(), ballot_words.end()});
    }
    const auto number = parse_members(*setting);
    if (!number) {
      return number.error();
    }
    votes.*ballot_counts.at(
               static_cast<std::size_t>(word - ballot_words.begin())) = *number;
    seen.push_back(setting->key);
  }
  if (auto twins = refuse_twins(std::move(seen))) {
    return *twins;
  }
  if (votes.members() == 0) {
    return Failure{ExitStatus::usage, msg("nobody has voted"),
                   msg("write how many voted how, such as `yes=8,no=1`")};
  }
  return votes;
}

}  // namespace thidua::change
