#include "rules/council.hpp"

#include <algorithm>
#include <unordered_map>

#include "rules/dossiers.hpp"
#include "rules/eligibility.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

using SharedLists = std::shared_ptr<const std::vector<Ranking>>;

SharedLists lists_of(const Plan& plan, const Period& period, Date today) {
  return std::make_shared<const std::vector<Ranking>>(
      rank(plan, period, {}, today));
}

bool has_any_table(const std::vector<Ranking>& lists) {
  return std::any_of(lists.begin(), lists.end(),
                     [](const Ranking& each) { return each.table != nullptr; });
}

// Where the units of some lists stand.
class Places {
 public:
  struct Place {
    const RankedUnit* unit = nullptr;
    const Ranking* list = nullptr;
  };

  explicit Places(const std::vector<Ranking>& lists) {
    for (const Ranking& list : lists) {
      for (const auto* units : {&list.ranked, &list.missing}) {
        for (const RankedUnit& unit : *units) {
          places_[unit.score.unit] = {&unit, &list};
        }
      }
    }
  }

  [[nodiscard]] Place of(const Unit& unit) const {
    const auto at = places_.find(&unit);
    return at == places_.end() ? Place{} : at->second;
  }

 private:
  std::unordered_map<const Unit*, Place> places_;
};

bool is_not_ready(ProposalState state) {
  return state == ProposalState::drafted || state == ProposalState::returned;
}

// Takes up a place of a quota.
bool counts_for_quota(ProposalState state) {
  return is_open(state) || state == ProposalState::decided;
}

std::vector<const Unit*> units_of(const std::vector<CouncilRow>& rows) {
  std::vector<const Unit*> units;
  units.reserve(rows.size());
  for (const CouncilRow& row : rows) {
    units.push_back(row.candidate.unit);
  }
  return units;
}

void add_rule(const CouncilRow& row, std::vector<CouncilRule>& rules) {
  const auto at = std::find_if(
      rules.begin(), rules.end(),
      [&](const CouncilRule& each) { return each.rule == row.rule; });
  if (at != rules.end()) {
    at->units.push_back(row.candidate.unit);
  } else {
    rules.push_back({row.rule, {row.candidate.unit}});
  }
}

// Makes the list of each form.
class CouncilLists {
 public:
  CouncilLists(const Plan& plan, const WorkingList& list, Date today,
               bool with_past)
      : plan_(plan),
        occasion_(list.occasion),
        today_(today),
        examiner_(plan, occasion_, today, std::nullopt),
        track_records_(plan, occasion_, std::nullopt, today),
        in_year_(*list.year_lists),
        in_list_(*list.lists),
        by_quota_(list.period == list.occasion.stretch()),
        with_past_(with_past) {
    for (const Ranking& each : *list.lists) {
      quota_order_.insert(quota_order_.end(), each.quotas.begin(),
                          each.quotas.end());
    }
  }

  [[nodiscard]] CouncilForm make(const AwardForm& form) {
    CouncilForm made;
    made.form = &form;
    made.council = council_of(plan_, form);
    const Decider decider = examiner_.decider_of(form);
    for (const Proposal& proposal : plan_.proposals) {
      const Unit* unit = plan_.unit(proposal.unit.value);
      if (unit == nullptr || proposal.form.value != form.id.value ||
          proposal.occasion.value != occasion_.key() ||
          today_ < proposal.proposed_on.value) {
        continue;
      }
      take(examiner_.examine(*unit, form, decider, record_of(*unit)), made);
    }
    sort(made.rows);
    sort(made.not_ready);
    sort(made.past);
    for (const CouncilRow& row :
         made.rows.empty() ? made.not_ready : made.rows) {
      add_rule(row, made.rules);
    }
    sort(made.quotas);
    made.shares = count_shares(plan_, units_of(made.rows), today_);
    return made;
  }

 private:
  std::shared_ptr<const TrackRecord> record_of(const Unit& unit) {
    auto& record = records_[&unit];
    if (record == nullptr) {
      record = track_records_.of(unit);
    }
    return record;
  }

  void take(Candidate candidate, CouncilForm& made) {
    const ProposalState state = candidate.state;
    if (counts_for_quota(state)) {
      count_in_quotas(*candidate.unit, made);
    }
    if (is_before_council(state)) {
      made.rows.push_back(row_of(std::move(candidate), made));
    } else if (is_not_ready(state)) {
      made.not_ready.push_back(row_of(std::move(candidate), made));
    } else if (with_past_) {
      made.past.push_back(row_of(std::move(candidate), made));
    }
  }

  CouncilRow row_of(Candidate candidate, const CouncilForm& made) const {
    CouncilRow row;
    const Unit& unit = *candidate.unit;
    const Proposal& proposal = *candidate.proposal;
    row.in_year = in_year_.of(unit).unit;
    row.in_list = in_list_.of(unit).unit;
    row.list = in_list_.of(unit).list;
    row.missing = missing_papers(plan_, proposal, today_);
    if (made.council != nullptr) {
      row.recused = recused_from(*made.council, unit.id);
    }
    row.rule = law_of(plan_, proposal, today_).vote;
    row.vote = vote_on(proposal, row.rule, today_);
    row.candidate = std::move(candidate);
    row.candidate.caveats.illustrative |= proposal.illustrative;
    return row;
  }

  // A quota of years does not limit what a stretch of them is for.
  void count_in_quotas(const Unit& unit, CouncilForm& made) const {
    const Ranking* list = in_list_.of(unit).list;
    if (list == nullptr || !by_quota_) {
      return;
    }
    for (const SharedQuota& quota : list->quotas) {
      const auto& of_form = quota->quota->form;
      if (!of_form || of_form->value != made.form->id.value ||
          !quota->concerns(unit)) {
        continue;
      }
      const auto at =
          std::find_if(made.quotas.begin(), made.quotas.end(),
                       [&](const auto& each) { return each.quota == quota; });
      if (at != made.quotas.end()) {
        ++at->proposed;
      } else {
        made.quotas.push_back({quota, 1});
      }
    }
  }

  void sort(std::vector<CouncilRow>& rows) const {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const CouncilRow& a, const CouncilRow& b) {
                       return reads_before(plan_, a.candidate, b.candidate);
                     });
  }

  // As the rankings name them.
  void sort(std::vector<CouncilQuota>& quotas) const {
    const auto place_of = [&](const CouncilQuota& each) {
      return std::find(quota_order_.begin(), quota_order_.end(), each.quota);
    };
    std::stable_sort(quotas.begin(), quotas.end(),
                     [&](const CouncilQuota& a, const CouncilQuota& b) {
                       return place_of(a) < place_of(b);
                     });
  }

  const Plan& plan_;
  const OccasionDate& occasion_;
  Date today_;
  Examiner examiner_;
  TrackRecords track_records_;
  Places in_year_;
  Places in_list_;
  bool by_quota_;
  bool with_past_;
  std::vector<SharedQuota> quota_order_;
  std::unordered_map<const Unit*, std::shared_ptr<const TrackRecord>> records_;
};

Caveats caveats_of(const CouncilForm& form) {
  Caveats caveats;
  for (const ShareCount& each : form.shares) {
    caveats.assumed |= each.rule->ground.assumed;
  }
  for (const auto* rows : {&form.rows, &form.not_ready}) {
    for (const CouncilRow& row : *rows) {
      caveats |= caveats_of(form, row);
    }
  }
  return caveats;
}

WorkingList list_of(const Plan& plan, const OccasionDate& occasion,
                    std::optional<std::string_view> form, Date today,
                    bool with_past) {
  WorkingList list;
  list.occasion = occasion;
  list.period = occasion.stretch();
  const auto years = occasion.years_covered();
  list.year = years.empty() ? list.period : years.back();
  list.year_lists = lists_of(plan, list.year, today);
  list.lists = list.year == list.period ? list.year_lists
                                        : lists_of(plan, list.period, today);
  if (!has_any_table(*list.lists)) {
    list.period = list.year;
    list.lists = list.year_lists;
  }
  list.caveats.assumed = occasion.occasion->first.assumed;
  CouncilLists lists(plan, list, today, with_past);
  for (const AwardForm* each : forms_by_rank(plan)) {
    if (form && *form != each->id.value) {
      continue;
    }
    CouncilForm made = lists.make(*each);
    if (!made.rows.empty() || !made.not_ready.empty() || !made.past.empty()) {
      list.caveats |= caveats_of(made);
      list.forms.push_back(std::move(made));
    }
  }
  return list;
}

}  // namespace

const std::vector<std::string>& vote_headings(Language language) {
  static const std::vector<std::string> english = [] {
    std::vector<std::string> words{"form", "unit", "name"};
    words.insert(words.end(), ballot_words.begin(), ballot_words.end());
    return words;
  }();
  static const std::vector<std::string> vietnamese{"hình thức",
                                                   "đơn vị",
                                                   "tên",
                                                   "đồng ý",
                                                   "không đồng ý",
                                                   "phiếu trắng",
                                                   "đồng ý bằng văn bản",
                                                   "không đồng ý bằng văn bản",
                                                   "vắng không ý kiến",
                                                   "không tham gia"};
  return language == Language::vi ? vietnamese : english;
}

VotedUnit voted_unit(const Plan& plan, const Proposal& proposal,
                     const Unit& unit, const AwardForm& form,
                     const VoteCount& votes, Date today) {
  const ByLaw<Vote>* rule = law_of(plan, proposal, today).vote;
  Caveats caveats = caveats_of(proposal, council_of(plan, form), rule);
  caveats |= caveats_of(plan, unit);
  return {&unit, &form, count_votes(votes, rule), caveats};
}

std::optional<std::int64_t> CouncilQuota::left() const {
  return quota->allowed ? std::optional(quota->places() - proposed)
                        : std::nullopt;
}

Caveats caveats_of(const Proposal& proposal, const Council* council,
                   const ByLaw<Vote>* rule) {
  Caveats caveats;
  caveats.illustrative = proposal.illustrative;
  caveats.assumed = rule != nullptr && rule->ground.assumed;
  if (council != nullptr) {
    caveats.illustrative |= council->illustrative;
    caveats.assumed |= council->origin.assumed;
  }
  return caveats;
}

bool is_before_council(ProposalState state) {
  return may_follow(state, ProposalState::voted);
}

std::optional<CouncilVote> vote_on(const Proposal& proposal,
                                   const ByLaw<Vote>* rule, Date day) {
  std::optional<CouncilVote> vote;
  for (const ProposalEntry& entry : proposal.history) {
    if (day < entry.date.value) {
      continue;
    }
    if (entry.state.value == ProposalState::returned) {
      vote.reset();
    } else if (entry.state.value == ProposalState::voted && entry.votes) {
      vote = CouncilVote{&entry, count_votes(entry.votes->value, rule)};
    }
  }
  return vote;
}

WorkingList working_list(const Plan& plan, const OccasionDate& occasion,
                         std::optional<std::string_view> form, Date today) {
  return list_of(plan, occasion, form, today, false);
}

WorkingList proposed_list(const Plan& plan, const OccasionDate& occasion,
                          std::optional<std::string_view> form, Date today) {
  return list_of(plan, occasion, form, today, true);
}

Caveats caveats_of(const CouncilForm& form, const CouncilRow& row) {
  Caveats caveats = row.candidate.caveats;
  caveats |= caveats_of(*row.candidate.proposal, form.council, row.rule);
  return caveats;
}

}  // namespace thidua
