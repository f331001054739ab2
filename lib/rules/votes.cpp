#include "rules/votes.hpp"

#include <algorithm>
#include <array>

namespace thidua {

Exact VoteResult::percent() const {
  return counted == 0 ? Exact{}
                      : Exact{in_favour} * Exact{100} / Exact{counted};
}

VoteResult count_votes(const VoteCount& votes, const ByLaw<Vote>* rule) {
  VoteResult result;
  result.votes = votes;
  result.rule = rule;
  const bool written = rule == nullptr || rule->value.in_writing;
  result.in_favour = votes.yes + (written ? votes.written_yes : 0);
  if (rule != nullptr && !rule->value.of_all) {
    result.counted = votes.yes + votes.no + votes.blank +
                     (written ? votes.written_yes + votes.written_no : 0) +
                     (rule->value.recused_leave ? 0 : votes.recused);
  } else {
    const bool leave = rule != nullptr && rule->value.recused_leave;
    result.counted = votes.members() - (leave ? votes.recused : 0);
  }
  if (rule != nullptr && result.counted > 0) {
    result.enough = result.percent() >= rule->value.percent;
  }
  return result;
}

const char* word_of_vote(std::size_t place) {
  static constexpr std::array<const char*, 7> words{
      N_("in favour"),
      N_("against"),
      N_("blank"),
      N_("in favour in writing"),
      N_("against in writing"),
      N_("absent without an opinion"),
      N_("recused")};
  return words.at(place);
}

const Council* council_of(const Plan& plan, const AwardForm& form) {
  return form.council ? plan.council(form.council->value) : nullptr;
}

std::vector<const CouncilMember*> recused_from(const Council& council,
                                               std::string_view unit) {
  std::vector<const CouncilMember*> recused;
  for (const CouncilMember& member : council.members) {
    if (member.unit && (unit == member.unit->value ||
                        unit.starts_with(member.unit->value + "/"))) {
      recused.push_back(&member);
    }
  }
  return recused;
}

}  // namespace thidua
