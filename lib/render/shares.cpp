#include "render/shares.hpp"

namespace thidua::render {
namespace {

std::string one_share(const ShareCount& count, Language language) {
  const AwardShare& share = count.rule->value;
  std::string words =
      fmt::format("{} {}/{}", share.name, count.such, count.counted);
  std::string remarks;
  if (count.unknown > 0) {
    append(remarks, say(msg("{0} not known", count.unknown), language));
  }
  if (share.percent) {
    append(remarks,
           say(msg("at least {0} % asked for", *share.percent), language));
  }
  if (count.enough() == false) {
    append(remarks, say("not enough", language));
  }
  return remarks.empty() ? words : fmt::format("{} ({})", words, remarks);
}

}  // namespace

std::string share_words(const std::vector<ShareCount>& counts,
                        Language language) {
  std::string words;
  for (const ShareCount& count : counts) {
    if (count.counted > 0) {
      append(words, one_share(count, language));
    }
  }
  return words.empty() ? words : say(msg("Of these: {0}", words), language);
}

Json json_shares(const std::vector<ShareCount>& counts) {
  Json json = Json::array();
  for (const ShareCount& count : counts) {
    const AwardShare& share = count.rule->value;
    const auto enough = count.enough();
    json.push_back(
        {{"id", share.id.value},
         {"name", share.name},
         {"counted", count.counted},
         {"such", count.such},
         {"not_known", count.unknown},
         {"percent", share.percent ? json_number(*share.percent) : Json()},
         {"enough", enough ? Json(*enough) : Json()},
         {"assumed", count.rule->ground.assumed}});
  }
  return json;
}

Caveats caveats_of(const std::vector<ShareCount>& counts) {
  Caveats caveats;
  for (const ShareCount& count : counts) {
    caveats.assumed |= count.counted > 0 && count.rule->ground.assumed;
  }
  return caveats;
}

}  // namespace thidua::render
