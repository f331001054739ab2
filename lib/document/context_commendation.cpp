// The proposals that a paper of a commendation is about, for everything between
// the letter that proposes and the decision.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "document/context_case.hpp"

namespace thidua::document {
namespace {

using render::Json;

// "hằng năm 2023": as it stands inside a sentence, without its key.
std::string occasion_title(const OccasionDate& occasion) {
  std::string title = inside_sentence(occasion.occasion->name);
  const std::string year = fmt::format("{}", occasion.year);
  if (occasion.year != 0 && title.find(year) == title.npos) {
    title += " " + year;
  }
  return title;
}

// The cases of some forms, counted.
struct Counts {
  int all = 0;
  int collectives = 0;
  int households = 0;
  int individuals = 0;
  int eligible = 0;  // meets all that the plan and the law ask for today

  void add(const ContextView& view, const CouncilRow& row) {
    const auto subject = subject_of(view, row);
    ++all;
    collectives += subject == SubjectClass::collective ? 1 : 0;
    households += subject == SubjectClass::household ? 1 : 0;
    individuals += subject == SubjectClass::individual ? 1 : 0;
    eligible += row.candidate.may() ? 1 : 0;
  }

  void write(Json& json) const {
    json["count"] = all;
    json["collectives"] = collectives;
    json["households"] = households;
    json["individuals"] = individuals;
    json["eligible"] = eligible;
    json["not_eligible"] = all - eligible;
    json["all_eligible"] = all == eligible;
  }
};

Json form_json(const ContextView& view, const CommendedForm& form) {
  const AwardForm& award = *form.form->form;
  const Council* council = form.form->council;
  Json json{{"form", award.id.value},
            {"name", award.name},
            {"section", award.origin.source},
            {"authority", render::or_null(award.authority.decider())},
            {"council", council == nullptr ? Json() : Json(council->name)}};
  Counts counts;
  Json units = Json::array();
  bool prizes = false;
  for (const CouncilRow* row : form.rows) {
    counts.add(view, *row);
    units.push_back(case_json(view, form, *row, units.size() + 1));
    prizes = prizes || !units.back()["prize"].is_null();
  }
  counts.write(json);
  json["prizes"] = prizes;
  json["units"] = std::move(units);
  return json;
}

// The councils of the forms, and the members of all of them, once each.
void add_councils(const CommendedProposals& made, Json& json) {
  std::vector<const Council*> councils;
  Json names = Json::array();
  Json members = Json::array();
  for (const CommendedForm& form : made.forms) {
    const Council* council = form.form->council;
    if (council == nullptr || std::find(councils.begin(), councils.end(),
                                        council) != councils.end()) {
      continue;
    }
    councils.push_back(council);
    names.push_back(council->name);
    for (const CouncilMember& each : council->members) {
      Json member{{"name", each.name}, {"role", render::or_null(each.role)}};
      if (std::find(members.begin(), members.end(), member) == members.end()) {
        members.push_back(std::move(member));
      }
    }
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    members[i]["number"] = i + 1;
  }
  json["councils"] = std::move(names);
  json["members"] = std::move(members);
}

// What all votes have in common; null where there is none, or they differ.
template <class ValueOf>
Json common(const CommendedProposals& made, const ValueOf& value_of) {
  Json value;
  for (const CommendedForm& form : made.forms) {
    for (const CouncilRow* row : form.rows) {
      if (!row->vote) {
        continue;
      }
      const Json here = value_of(*row->vote);
      if (!value.is_null() && value != here) {
        return nullptr;
      }
      value = here;
    }
  }
  return value;
}

// A meeting is known only by the votes that were taken at it.
void add_meeting(const CommendedProposals& made, Json& json) {
  const auto of_votes = [&](int VoteCount::*kind) {
    return common(made, [&](const CouncilVote& vote) {
      return Json(vote.result.votes.*kind);
    });
  };
  json["meeting"] = common(made, [](const CouncilVote& vote) {
    const Date day = vote.entry->date.value;
    return Json{{"date", to_iso(day)},
                {"day", written_day(day)},
                {"document", render::or_null(vote.entry->document)}};
  });
  const Json voters = common(made, [](const CouncilVote& vote) {
    return Json(vote.result.votes.members());
  });
  const std::size_t members = json["members"].size();
  json["member_count"] =
      voters.is_null() && members > 0 ? Json(members) : voters;
  json["collected"] = common(made, [](const CouncilVote& vote) {
    const VoteCount& votes = vote.result.votes;
    return Json(votes.yes + votes.no + votes.blank);
  });
  json["absent"] = of_votes(&VoteCount::absent);
  json["recused"] = of_votes(&VoteCount::recused);
}

// One addressee stands on the line of "Kính gửi", several below it.
void add_letter(const Letter& letter, Json& json) {
  const bool one = letter.to.size() == 1;
  json["addressee"] = one ? Json(letter.to.front()) : Json();
  json["addressees"] = one ? Json::array() : Json(letter.to);
  json["appraised"] = letter.author.body != nullptr;
}

// As one list, in the order of the path.
Json on_proposal_of(const ContextView& view, const CommendedProposals& made) {
  std::string names;
  for (const std::string& each : proposers_to_issuer(
           view.plan, made.occasion, made.award_forms(), view.today)) {
    render::append(names, each, ", ");
  }
  return render::or_null(names);
}

}  // namespace

Json commendation_context(const ContextView& view,
                          const CommendedProposals& made,
                          const Letter& letter) {
  Json json{{"occasion", made.occasion.key()},
            {"name", made.occasion.occasion->name},
            {"occasion_title", occasion_title(made.occasion)}};
  Counts counts;
  Json forms = Json::array();
  bool prizes = false;
  bool assumed = false;
  for (const CommendedForm& each : made.forms) {
    for (const CouncilRow* row : each.rows) {
      counts.add(view, *row);
    }
    forms.push_back(form_json(view, each));
    prizes = prizes || forms.back()["prizes"].get<bool>();
    for (const Json& unit : forms.back()["units"]) {
      assumed = assumed || unit["prize_assumed"].get<bool>();
    }
  }
  counts.write(json);
  json["prizes"] = prizes;
  json["prizes_assumed"] = assumed;
  json["on_proposal_of"] = on_proposal_of(view, made);
  add_letter(letter, json);
  add_councils(made, json);
  add_meeting(made, json);
  json["forms"] = std::move(forms);
  return json;
}

}  // namespace thidua::document
