// Cards of the rules in plan.yaml: kinds, scales, figures, targets, occasions,
// duties.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/deadlines.hpp"
#include "render/measures.hpp"
#include "rules/measuring.hpp"

namespace thidua::render {
namespace {

void add_subkinds(Card& card, const UnitKind& kind) {
  std::string words;
  Json json = Json::array();
  for (const NamedId& subkind : kind.subkinds) {
    words += words.empty() ? "" : "; ";
    words += fmt::format("{} ({})", subkind.name, subkind.id.value);
    json.push_back({{"id", subkind.id.value}, {"name", subkind.name}});
  }
  card.fact("subkinds", N_("subkinds"), std::move(words), std::move(json));
}

std::string joined(const std::vector<std::string>& ids) {
  return fmt::format("{}", fmt::join(ids, " + "));
}

std::string formula_words(const Formula& formula) {
  if (formula.below.empty()) {
    return joined(formula.above);
  }
  const std::string above = formula.above.size() > 1
                                ? fmt::format("({})", joined(formula.above))
                                : joined(formula.above);
  return fmt::format("{} / {}", above, joined(formula.below));
}

void add_unit(Card& card, const CardView& view, MeasureUnit unit) {
  card.fact("unit", N_("unit of measure"), term(to_string(unit), view),
            to_string(unit));
}

// One text from the notes of a measure and of the rule around it.
std::string joined_notes(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : fmt::format("{}; {}", a, b);
}

// The years of a rule, and whether its first one is a guess.
std::string years_of(const AssumableYear& first, int last,
                     const CardView& view) {
  const std::string years = years_words(first.year, last, view);
  return first.assumed ? view.say(msg("{0} ({1} as the first year is assumed)",
                                      years, first.year))
                       : years;
}

std::string occasion_words(const Occasion& occasion, const CardView& view) {
  switch (occasion.held) {
    case Occasion::Held::any_time:
      return view.say("at any time");
    case Occasion::Held::year_not_stated:
      return view.say("in a year that the plan does not state");
    case Occasion::Held::once:
    case Occasion::Held::every_year:
      break;
  }
  const std::string years = years_of(occasion.first, occasion.last, view);
  return occasion.held == Occasion::Held::every_year
             ? view.say(msg("every year, {0}", years))
             : years;
}

void add_years(Card& card, const AssumableYear& first, int last) {
  card.data("first", first.year);
  card.data("first_assumed", first.assumed);
  card.data("last", last);
}

void add_years(Card& card, const Occasion& occasion) {
  if (occasion.has_years()) {
    add_years(card, occasion.first, occasion.last);
    return;
  }
  card.data("first", nullptr);
  card.data("first_assumed", false);
  card.data("last", nullptr);
}

void add_covers(Card& card, const CardView& view, const Occasion& occasion) {
  if (!occasion.covers_from && !occasion.covers_to) {
    card.data("covers", nullptr);
    return;
  }
  const int from = occasion.covers_from.value_or(occasion.last);
  const int to = occasion.covers_to.value_or(occasion.last);
  const std::string years = years_words(from, to, view);
  card.fact(
      "covers", N_("looks back on"),
      occasion.covers_assumed ? view.say(msg("{0} (assumed)", years)) : years,
      {{"from", from}, {"to", to}, {"assumed", occasion.covers_assumed}});
}

std::string when_words(const TimelineEntry& entry, const CardView& view) {
  if (const auto* when = std::get_if<PartialDate>(&entry.when)) {
    return date(*when, view.language);
  }
  return view.say(std::holds_alternative<EveryYear>(entry.when)
                      ? N_("every year")
                      : N_("no time stated"));
}

Json json_when(const TimelineEntry& entry) {
  if (const auto* when = std::get_if<PartialDate>(&entry.when)) {
    return when->to_string();
  }
  return std::holds_alternative<EveryYear>(entry.when) ? Json("every-year")
                                                       : Json();
}

std::string owers_words(const DutyOwers& owers, const CardView& view) {
  if (owers.body) {
    return body_name(view.plan, owers.body->value);
  }
  std::string words = names_of(view.plan, owers.kinds, kind_name);
  if (owers.cluster_members) {
    words += words.empty() ? "" : "; ";
    words += view.say("members of clusters");
  }
  return words;
}

Json json_owers(const DutyOwers& owers) {
  return {{"kinds", json_ids(owers.kinds)},
          {"cluster_members", owers.cluster_members},
          {"body", json_id(owers.body)}};
}

// "every year before 10/11; on the day itself it is late"
std::string yearly_words(const Due& due, const CardView& view) {
  if (!due.day) {
    return view.say("every year; the plan states no day");
  }
  const std::string day = due.day->to_vietnamese();
  if (!due.before) {
    return view.say(msg("every year by {0}", day));
  }
  return view.say(
      due.strict
          ? msg("every year before {0}; on the day itself it is late", day)
          : msg("every year before {0}; the day itself is on time", day));
}

// "once, through the end of quý IV/2022"
std::string once_words(const Due& due, const CardView& view) {
  if (!due.once) {
    return view.say("once; the plan states no day");
  }
  const std::string time = date(*due.once, view.language);
  if (!due.before) {
    return due.once->precision() == PartialDate::Precision::day
               ? view.say(msg("once, by {0}", time))
               : view.say(msg("once, through the end of {0}", time));
  }
  return view.say(
      due.strict ? msg("once, before {0}; on the day itself it is late", time)
                 : msg("once, before {0}; the day itself is on time", time));
}

std::string due_words(const Due& due, const CardView& view) {
  switch (due.rhythm) {
    case Rhythm::every_year:
      return yearly_words(due, view);
    case Rhythm::once:
      return once_words(due, view);
    case Rhythm::not_stated:
      break;
  }
  return view.say("the plan does not say how often, nor a day");
}

const char* key_for(Rhythm rhythm) {
  switch (rhythm) {
    case Rhythm::every_year:
      return "every-year";
    case Rhythm::once:
      return "once";
    case Rhythm::not_stated:
      break;
  }
  return "not-stated";
}

Json json_due(const Due& due) {
  const Json day = due.day    ? Json(due.day->to_vietnamese())
                   : due.once ? Json(due.once->to_string())
                              : Json();
  return {{"rhythm", key_for(due.rhythm)},
          {"before", due.before ? day : Json()},
          {"by", due.before ? Json() : day},
          {"stated", !day.is_null()},
          {"strict", due.strict}};
}

void add_due(Card& card, const CardView& view, const Due& due) {
  card.fact("due", N_("due"), due_words(due, view), json_due(due));
  if (due.on_day_off != OnDayOff::unchanged) {
    const bool before = due.on_day_off == OnDayOff::before;
    card.fact("on_day_off", nullptr,
              view.say(before ? N_("on a day off: the working day before")
                              : N_("on a day off: the working day after")),
              before ? "before" : "after");
  }
  card.given("exceptional", N_("more time in exceptional cases, through"),
             due.exceptional ? due.exceptional->to_vietnamese() : "");
  if (!due.has_years()) {
    for (const char* key : {"first", "first_assumed", "last"}) {
      card.data(key, nullptr);
    }
    return;
  }
  if (due.rhythm == Rhythm::every_year) {
    card.remark(N_("years"), years_of(due.first, due.last, view));
  }
  add_years(card, due.first, due.last);
}

std::string body_or_nothing(const CardView& view,
                            const std::optional<At<std::string>>& id) {
  return id ? body_name(view.plan, id->value) : std::string();
}

void add_parties(Card& card, const CardView& view, const Duty& duty) {
  card.fact("from", N_("owed by"), owers_words(duty.from, view),
            json_owers(duty.from));
  card.fact(
      "to", N_("owed to"),
      duty.to ? body_name(view.plan, duty.to->value) : view.say("not stated"),
      json_id(duty.to));
  card.fact("via", N_("through"), body_or_nothing(view, duty.via),
            json_id(duty.via));
  card.fact("lead", N_("led by"), body_or_nothing(view, duty.lead),
            json_id(duty.lead));
  card.fact("with", N_("together with"),
            names_of(view.plan, duty.with, body_name), json_ids(duty.with));
}

}  // namespace

Card kind_card(const CardView& view, const UnitKind& kind) {
  Card card = card_of(N_("kind"), kind.id, kind.name);
  card.fact("class", N_("class"), class_words(kind.classes, view),
            json_classes(kind.classes));
  card.fact("criteria", N_("criteria set"),
            kind.criteria ? kind.criteria->value : std::string(),
            json_id(kind.criteria));
  add_subkinds(card, kind);
  card.fact("open", nullptr,
            kind.open ? view.say("the list in the plan is open") : "",
            kind.open);
  card.text("condition", N_("on condition"), kind.condition);
  card.origin(kind.origin);
  return card;
}

Card grade_card(const CardView& view, const Grade& grade) {
  Card card = card_of(N_("grade"), grade.id, grade.name);
  card.fact("meets", nullptr,
            view.say(grade.meets ? N_("meets the criterion")
                                 : N_("does not meet the criterion")),
            grade.meets);
  return card;
}

Card stage_card(const NamedId& stage) {
  return card_of(N_("stage of scoring"), stage.id, stage.name);
}

Card figure_kind_card(const CardView& view, const FigureKind& figure) {
  Card card = card_of(N_("figure"), figure.id, figure.name);
  const FigureKind* whole =
      figure.part_of ? view.plan.figure_kind(figure.part_of->value) : nullptr;
  card.fact("part_of", N_("part of"), whole == nullptr ? "" : whole->name,
            json_id(figure.part_of));
  return card;
}

Card indicator_card(const CardView& view, const Indicator& indicator) {
  Card card = card_of(N_("indicator"), indicator.id, indicator.name);
  const std::string formula = formula_words(indicator.formula);
  card.fact("of", nullptr, formula, formula);
  add_unit(card, view, indicator.unit);
  card.text("note", N_("note"), indicator.note);
  return card;
}

Card assignment_card(const CardView& view, const Assignment& assignment) {
  Card card = card_of(N_("assigned target"), assignment.id, assignment.name);
  add_unit(card, view, assignment.unit);
  return card;
}

Card target_card(const CardView& view, const Target& target) {
  Card card = card_of(N_("target"), target.id, target.name);
  const Json measure = json_measure(target.measure);
  for (const auto& [key, value] : measure.items()) {
    if (key != "assumed" && key != "note") {
      card.data(key, value);
    }
  }
  card.remark(nullptr, demand_words(target.measure, view));
  card.fact("year", N_("by the year"), std::to_string(target.by_year),
            target.by_year);
  card.remark(N_("measured as"), measured_words(target.measure.of, view));
  card.fact("sum_over", N_("added up over"),
            target.sum_over ? kind_name(view.plan, target.sum_over->value) : "",
            json_id(target.sum_over));
  card.given("sum_over_children", N_("added up from the plans below of"),
             target.sum_over_children
                 ? kind_name(view.plan, target.sum_over_children->value)
                 : "",
             json_id(target.sum_over_children));
  card.fact("carries", N_("carries out, of the plan above"),
            target.carries ? target.carries->value : "",
            json_id(target.carries));
  card.text("section", N_("section"), target.origin.source);
  card.text("note", N_("note"),
            joined_notes(target.measure.note, target.origin.note));
  card.caveats.assumed = target.measure.assumed || target.origin.assumed;
  return card;
}

Card occasion_card(const CardView& view, const Occasion& occasion) {
  Card card = card_of(N_("occasion"), occasion.id, occasion.name);
  card.fact("every_year", N_("takes place"), occasion_words(occasion, view),
            occasion.held == Occasion::Held::every_year);
  card.data("any_time", occasion.held == Occasion::Held::any_time);
  add_years(card, occasion);
  add_covers(card, view, occasion);
  add_dossier_by(card, view, occasion.dossier_by_receiver);
  card.origin(occasion.origin);
  card.caveats.assumed |= occasion.first.assumed || occasion.covers_assumed;
  return card;
}

Card timeline_card(const CardView& view, const TimelineEntry& entry) {
  Card card = card_of(N_("timeline entry"), entry.id, entry.name);
  card.fact("when", N_("when"), when_words(entry, view), json_when(entry));
  card.fact("occasion", N_("occasion"),
            entry.occasion ? entry.occasion->value : std::string(),
            json_id(entry.occasion));
  card.fact("duty", N_("duty"), entry.duty ? entry.duty->value : std::string(),
            json_id(entry.duty));
  card.text("who", N_("who"), entry.who);
  card.origin(entry.origin);
  return card;
}

Card duty_card(const CardView& view, const Duty& duty) {
  Card card = card_of(N_("duty"), duty.id, duty.name);
  add_parties(card, view, duty);
  add_due(card, view, duty.due);
  card.fact("uses", N_("built on"), names_of(duty.uses), json_ids(duty.uses));
  card.fact("carries", N_("carries out, of the plan above"),
            duty.carries ? duty.carries->value : "", json_id(duty.carries));
  card.text("content", N_("content"), duty.content);
  card.text("section", N_("section"), duty.source);
  card.given("note", N_("note"), duty.note);
  card.caveats.assumed = duty.due.first.assumed;
  return card;
}

Card occasion_date_card(const CardView& view, const OccasionDate& date) {
  Card card = occasion_card(view, *date.occasion);
  card.id = date.key();
  card.data("year", date.year);
  return card;
}

Card duty_date_card(const CardView& view, const DutyDate& when) {
  Card card;
  card.title = std::to_string(when.year);
  card.title_key = nullptr;
  card.where = when.duty->id.span;
  card.data("year", when.year);
  card.fact("last_day", nullptr,
            when.last_day ? view.say(msg("on time through {0}", *when.last_day))
                          : view.say("the plan states no day"),
            when.last_day ? Json(to_iso(*when.last_day)) : Json());
  card.remark(nullptr,
              deadline_words(deadline_of(view.plan, *when.duty, when.year),
                             view.language));
  card.caveats.assumed =
      when.duty->due.first.assumed && when.year == when.duty->due.first.year;
  return card;
}

}  // namespace thidua::render
