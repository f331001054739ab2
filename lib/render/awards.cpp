#include "render/awards.hpp"

#include <algorithm>

#include "base/codes.hpp"
#include "render/diagnostics.hpp"
#include "render/outline.hpp"
#include "render/shares.hpp"
#include "render/table.hpp"

namespace thidua::render {
namespace {

std::string heading(const OccasionDate& occasion, Language language) {
  const Occasion& rule = *occasion.occasion;
  std::string text =
      rule.origin.source.empty()
          ? say(msg("{0} ({1})", rule.name, occasion.key()), language)
          : say(msg("{0} ({1}, section {2})", rule.name, occasion.key(),
                    rule.origin.source),
                language);
  return text + "\n";
}

std::string origin_text(const Origin& origin, Language language) {
  return origin.source.empty()
             ? say("assumed", language)
             : say(msg("section {0}", origin.source), language);
}

// A description stands in for a name that the plan does not give.
std::string form_text(const AwardForm& form, Language language) {
  return form.unnamed ? say(msg("{0} (unnamed)", form.name), language)
                      : form.name;
}

std::string forms_text(const std::vector<FormCandidates>& lists,
                       const ScoreView& view) {
  Table table({Align::left, Align::left, Align::left, Align::left});
  for (const FormCandidates& list : lists) {
    const std::string stance = say(word(list.stance), view.language);
    table.row({form_text(*list.form, view.language),
               list.decider_ended == nullptr
                   ? stance
                   : say(msg("{0}; decided by nobody since {1}", stance,
                             list.decider_ended->on.value),
                         view.language),
               origin_text(list.form->origin, view.language),
               standard_text(view.plan, *list.form, list.occasion.occasion,
                             view.language)});
  }
  return table.to_text(2);
}

// Who makes the dossier, where it is not the unit that is proposed.
std::string dossier_text(const std::vector<FormCandidates>& lists,
                         const ScoreView& view) {
  std::string forms;
  for (const FormCandidates& list : lists) {
    if (dossier_by_receiver(view.plan, *list.form, *list.occasion.occasion)) {
      forms += (forms.empty() ? "" : "; ") + list.form->name;
    }
  }
  return forms.empty() ? std::string()
                       : wrapped("  ", say(msg("dossier made by the unit that "
                                               "received the help: {0}",
                                               forms),
                                           view.language));
}

std::string obstacles_text(const Candidate& candidate, const ScoreView& view) {
  std::string text;
  for (const Obstacle& obstacle : candidate.obstacles) {
    text += (text.empty() ? "" : "; ") + say(obstacle.what, view.language);
  }
  return text;
}

std::string total_text(const UnitScore& score, Language language) {
  return score.period.to_string() + ": " +
         (score.total ? number(*score.total, language) : "–");
}

std::string totals_text(const Candidate& candidate, Language language) {
  std::string text;
  for (const UnitScore& score : candidate.record->scores) {
    text += text.empty() ? "" : "; ";
    text += total_text(score, language);
  }
  if (candidate.record->stretch) {
    text += text.empty() ? "" : "; ";
    text += total_text(*candidate.record->stretch, language);
  }
  return text;
}

std::string proposal_text(const Candidate& candidate, Language language) {
  if (candidate.proposal == nullptr) {
    return {};
  }
  return say(candidate.entry == nullptr
                 ? msg("proposed {0}", candidate.proposal->proposed_on.value)
                 : msg("{0} {1}", Word{word(candidate.state)},
                       candidate.entry->date.value),
             language);
}

// Forms whose lists name the same units in the same order.
using FormGroup = std::vector<const FormCandidates*>;

bool same_units(const std::vector<Candidate>& a,
                const std::vector<Candidate>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Candidate& x, const Candidate& y) {
                      return x.unit == y.unit &&
                             x.obstacles.size() == y.obstacles.size();
                    });
}

std::vector<FormGroup> groups_of(const std::vector<FormCandidates>& lists) {
  std::vector<FormGroup> groups;
  for (const FormCandidates& list : lists) {
    if (list.may.empty() && list.may_not.empty()) {
      continue;
    }
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const FormGroup& each) {
          return each.front()->stance == list.stance &&
                 same_units(each.front()->may, list.may) &&
                 same_units(each.front()->may_not, list.may_not);
        });
    if (group == groups.end()) {
      groups.push_back({&list});
    } else {
      group->push_back(&list);
    }
  }
  return groups;
}

std::string form_names(const FormGroup& group) {
  std::string names;
  for (const FormCandidates* list : group) {
    names += (names.empty() ? "" : "; ") + list->form->name;
  }
  return names;
}

// What was proposed already, over all forms of a group.
std::string proposals_in(const FormGroup& group, std::size_t index,
                         Language language) {
  std::string text;
  for (const FormCandidates* list : group) {
    const std::string one = proposal_text(list->may[index], language);
    if (!one.empty()) {
      text += (text.empty() ? "" : "; ") + list->form->id.value + ": " + one;
    }
  }
  return text;
}

// What the plan does not state is not what it allows.
Message lead_of(const FormCandidates& list) {
  if (list.stance == Stance::not_stated) {
    return list.may.empty()
               ? msg("Not stated by the plan, and nobody meets its conditions:")
               : msg("Not stated by the plan; {0} {0:unit meets|units meet} "
                     "its "
                     "conditions:",
                     list.may.size());
  }
  return list.may.empty() ? msg("Nobody may be proposed:")
                          : msg("May be proposed ({0}):", list.may.size());
}

std::vector<ShareCount> shares_of(const FormCandidates& list,
                                  const ScoreView& view) {
  std::vector<const Unit*> units;
  for (const Candidate& candidate : list.may) {
    units.push_back(candidate.unit);
  }
  return count_shares(view.plan, units, list.proposed_on);
}

std::string may_text(const FormGroup& group, const ScoreView& view) {
  const auto& may = group.front()->may;
  Table table({Align::left, Align::left, Align::left, Align::left});
  for (std::size_t i = 0; i < may.size(); ++i) {
    table.row({may[i].unit->name.value, may[i].unit->id,
               totals_text(may[i], view.language),
               proposals_in(group, i, view.language)});
  }
  std::string text = say(lead_of(*group.front()), view.language) + "\n" +
                     wrapped("  ", form_names(group)) + table.to_text(4);
  const std::string shares =
      share_words(shares_of(*group.front(), view), view.language);
  return shares.empty() ? text : text + wrapped("  ", shares);
}

// Who may not, with the obstacles of all forms of a group.
std::vector<Candidate> refused_in(const FormGroup& group) {
  std::vector<Candidate> refused = group.front()->may_not;
  for (const FormCandidates* list : group) {
    for (std::size_t i = 0; i < refused.size(); ++i) {
      auto& known = refused[i].obstacles;
      for (const Obstacle& obstacle : list->may_not[i].obstacles) {
        if (std::none_of(known.begin(), known.end(), [&](const Obstacle& each) {
              return each.what == obstacle.what;
            })) {
          known.push_back(obstacle);
        }
      }
    }
  }
  return refused;
}

std::string may_not_text(const FormGroup& group, const ScoreView& view,
                         bool explain) {
  const std::vector<Candidate> may_not = refused_in(group);
  if (may_not.empty()) {
    return {};
  }
  std::string text =
      say(msg("May not be proposed ({0})", may_not.size()), view.language) +
      "\n";
  Table table({Align::left, Align::left, Align::left});
  for (const Candidate& candidate : may_not) {
    table.row({candidate.unit->name.value, candidate.unit->id,
               obstacles_text(candidate, view)});
  }
  if (!explain) {
    return text + table.to_text(4);
  }
  for (const Candidate& candidate : may_not) {
    text += refusal(candidate, view);
  }
  return text;
}

Caveats caveats_in(const std::vector<FormCandidates>& lists,
                   const ScoreView& view) {
  Caveats caveats;
  for (const FormCandidates& list : lists) {
    caveats.assumed |= list.occasion.occasion->first.assumed;
    caveats |= caveats_of(shares_of(list, view));
    for (const auto* side : {&list.may, &list.may_not}) {
      for (const Candidate& candidate : *side) {
        caveats |= candidate.caveats;
      }
    }
  }
  return caveats;
}

bool law_was_asked(const std::vector<FormCandidates>& lists) {
  return std::any_of(
      lists.begin(), lists.end(), [](const FormCandidates& list) {
        return std::any_of(
            list.may_not.begin(), list.may_not.end(),
            [](const Candidate& each) {
              return std::any_of(
                  each.obstacles.begin(), each.obstacles.end(),
                  [](const Obstacle& obstacle) { return obstacle.by_law; });
            });
      });
}

Json json_total(const UnitScore& score) {
  Json json{{"period", score.period.to_string()}};
  set_number(json, "total", score.total);
  return json;
}

Json json_candidate(const Candidate& candidate, const ScoreView& view) {
  Json json;
  json["unit"] = candidate.unit->id;
  json["name"] = candidate.unit->name.value;
  json["kind"] = candidate.unit->kind.value;
  json["totals"] = Json::array();
  for (const UnitScore& score : candidate.record->scores) {
    json["totals"].push_back(json_total(score));
  }
  if (candidate.record->stretch) {
    json["totals"].push_back(json_total(*candidate.record->stretch));
  }
  json["proposal"] =
      candidate.proposal == nullptr
          ? Json(nullptr)
          : Json(place(view.plan.sources, candidate.proposal->span));
  json["state"] = candidate.proposal == nullptr
                      ? Json(nullptr)
                      : Json(to_string(candidate.state));
  json["obstacles"] = Json::array();
  for (const Obstacle& obstacle : candidate.obstacles) {
    json["obstacles"].push_back(
        {{"code", to_string(obstacle.code)},
         {"what", say(obstacle.what, view.language)},
         {"hint", say(obstacle.hint, view.language)},
         {"section", obstacle.section},
         {"source", place(view.plan.sources, obstacle.where)},
         {"fact", place(view.plan.sources, obstacle.fact)},
         {"missing", or_null(obstacle.missing)},
         {"assumed", obstacle.assumed}});
  }
  json["remarks"] = Json::array();
  for (const Message& remark : candidate.remarks) {
    json["remarks"].push_back(say(remark, view.language));
  }
  json["caveats"] = json_caveats(candidate.caveats);
  return json;
}

Json json_form(const FormCandidates& list, const ScoreView& view) {
  Json json;
  json["form"] = list.form->id.value;
  json["name"] = list.form->name;
  json["rank"] = list.form->rank == 0 ? Json() : Json(list.form->rank);
  json["stance"] = render::key_of(list.stance);
  json["section"] = list.form->origin.source;
  json["standard"] = key_of(list.standard);
  json["dossier_by"] =
      dossier_by_receiver(view.plan, *list.form, *list.occasion.occasion)
          ? Json("receiver")
          : Json();
  json["shares"] = json_shares(shares_of(list, view));
  json["may"] = Json::array();
  json["may_not"] = Json::array();
  for (const Candidate& candidate : list.may) {
    json["may"].push_back(json_candidate(candidate, view));
  }
  for (const Candidate& candidate : list.may_not) {
    json["may_not"].push_back(json_candidate(candidate, view));
  }
  return json;
}

}  // namespace

std::string to_text(const OccasionDate& occasion,
                    const std::vector<FormCandidates>& lists,
                    const ScoreView& view, bool explain) {
  std::string text = heading(occasion, view.language);
  text += forms_text(lists, view);
  text += dossier_text(lists, view);
  for (const FormGroup& group : groups_of(lists)) {
    text += may_text(group, view);
    text += may_not_text(group, view, explain);
  }
  text += say(law_was_asked(lists)
                  ? N_("Beyond the articles named, only the plan was asked, "
                       "not the law.")
                  : N_("Only the plan was asked, not the law."),
              view.language) +
          "\n";
  return text + caveat_lines(caveats_in(lists, view), view.language);
}

Json to_json(const OccasionDate& occasion,
             const std::vector<FormCandidates>& lists, const ScoreView& view) {
  Json json;
  json["occasion"] = occasion.key();
  json["name"] = occasion.occasion->name;
  json["section"] = occasion.occasion->origin.source;
  json["asked"] = "plan";
  json["forms"] = Json::array();
  for (const FormCandidates& list : lists) {
    json["forms"].push_back(json_form(list, view));
  }
  json["caveats"] = json_caveats(caveats_in(lists, view));
  return json;
}

}  // namespace thidua::render
