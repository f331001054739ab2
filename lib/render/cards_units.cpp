// Cards of what is recorded of units.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/successions.hpp"
#include "rules/judging.hpp"
#include "rules/measuring.hpp"
#include "rules/scoring.hpp"

namespace thidua::render {
namespace {

void add_enrolment(Card& card, const CardView& view, const Unit& unit) {
  const auto json = [](const std::optional<PartialDate>& date) {
    return date ? Json(date->to_string()) : Json();
  };
  std::string words;
  if (unit.enrolled_from) {
    words = view.say(msg("from {0}", date(*unit.enrolled_from, view.language)));
  }
  if (unit.enrolled_to) {
    words = join(
        words, view.say(msg("to {0}", date(*unit.enrolled_to, view.language))));
  }
  card.fact(
      "enrolled", N_("takes part"), std::move(words),
      {{"from", json(unit.enrolled_from)}, {"to", json(unit.enrolled_to)}});
}

std::string subkind_name(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  if (kind != nullptr && unit.subkind) {
    for (const NamedId& each : kind->subkinds) {
      if (each.id.value == unit.subkind->value) {
        return each.name;
      }
    }
  }
  return unit.subkind ? unit.subkind->value : std::string();
}

Card entry_card(const FigureEntry& entry, const CardView& view) {
  Card card;
  card.title = date(entry.as_of, view.language);
  card.title_key = nullptr;
  card.where = entry.span;
  card.data("as_of", to_iso(entry.as_of));
  card.fact("status", nullptr, view.say(thidua::word(entry.status)),
            to_string(entry.status));
  card.text("poverty_standard", N_("poverty standard"), entry.poverty_standard);
  std::string words;
  Json json = Json::object();
  for (const FigureValue& value : entry.values) {
    const FigureKind* kind = view.plan.figure_kind(value.figure.value);
    words += words.empty() ? "" : "; ";
    words +=
        fmt::format("{}: {}", kind == nullptr ? value.figure.value : kind->name,
                    number(value.value.value, view.language));
    set_number(json, value.figure.value.c_str(), value.value.value);
  }
  card.fact("values", nullptr, std::move(words), std::move(json));
  card.text("source", N_("source"), entry.source);
  return card;
}

std::string mark_words(const Mark& mark, const CardView& view) {
  if (mark.grade) {
    const Grade* grade = view.plan.grade(mark.grade->value);
    return grade == nullptr ? mark.grade->value : grade->name;
  }
  if (mark.number) {
    return number(*mark.number, view.language);
  }
  if (!mark.remarks->recused.empty()) {
    return view.say(msg("stands aside: {0}", mark.remarks->recused));
  }
  return view.say(mark.done ? *mark.done ? N_("done") : N_("not done")
                            : word(Verdict::not_applicable));
}

// All marks of a stage on one line.
std::string marks_line(const StageMarks& stage, const CardView& view) {
  std::string line;
  for (const Mark& mark : stage.marks) {
    line += line.empty() ? "" : "; ";
    line += fmt::format("{} {}", mark.criterion.value, mark_words(mark, view));
    line += mark.remarks->reason.empty()
                ? ""
                : fmt::format(" ({})", mark.remarks->reason);
  }
  return line;
}

Card mark_card(const Mark& mark, const CardView& view) {
  Card card;
  card.id = mark.criterion.value;
  card.title = mark_words(mark, view);
  card.title_key = nullptr;
  card.where = mark.span;
  card.data("grade", json_id(mark.grade));
  card.data("done", mark.done ? Json(*mark.done) : Json());
  Json json;
  set_number(json, "number",
             mark.number ? std::optional<Exact>(*mark.number) : std::nullopt);
  card.data("number", json["number"]);
  card.data("applies", !mark.not_applicable);
  card.data("recused", !mark.remarks->recused.empty());
  card.text("reason", N_("reason"), mark.remarks->reason);
  card.fact("evidence", N_("evidence"), names_of(mark.remarks->evidence),
            json_ids(mark.remarks->evidence));
  card.text("note", N_("note"), mark.remarks->note);
  return card;
}

Card stage_marks_card(const StageMarks& stage, const CardView& view) {
  Card card;
  card.title = stage_name(view.plan, stage.stage.value);
  card.where = stage.stage.span;
  card.data("stage", stage.stage.value);
  card.text("by", nullptr, stage.by);
  card.fact("date", nullptr, date(stage.date.value, view.language),
            to_iso(stage.date.value));
  card.fact("mark_count", N_("marks"), std::to_string(stage.marks.size()),
            stage.marks.size());
  card.remark(nullptr, marks_line(stage, view));
  card.text("note", N_("note"), stage.note);
  std::vector<Card> marks;
  for (const Mark& mark : stage.marks) {
    marks.push_back(mark_card(mark, view));
  }
  card.group("marks", N_("Marks"), std::move(marks));
  return card;
}

// Criteria without an answer: for want of a mark, or of a figure.
void add_missing(Card& card, const CardView& view, const Scorecard& scorecard,
                 Scoring& scoring) {
  std::vector<std::string> unmarked;
  std::vector<std::string> without_figures;
  if (const Unit* unit = view.plan.unit(scorecard.unit.value)) {
    const UnitScore score = scoring.score(*unit);
    for (const CriterionScore& each : score.criteria) {
      const std::string& id = each.id();
      if (each.judgement.verdict == Verdict::not_judged) {
        unmarked.push_back(id);
      } else if (each.judgement.verdict == Verdict::cannot_judge) {
        without_figures.push_back(id);
      }
    }
  }
  card.texts("not_judged", N_("not judged"), unmarked);
  card.texts("cannot_judge", N_("cannot be judged"), without_figures);
}

// Text, what it is of, and its date, as one item.
Card line_card(std::string title, const char* title_key) {
  Card card;
  card.title = std::move(title);
  card.title_key = title_key;
  return card;
}

Card guidance_card(const Guidance& guidance, const CardView& view) {
  Card card = line_card(guidance.text, "text");
  card.text("document", nullptr, guidance.document);
  card.fact("date", nullptr,
            guidance.date ? date(*guidance.date, view.language) : "",
            guidance.date ? Json(to_iso(*guidance.date)) : Json());
  return card;
}

Card model_card(const ModelOfWork& model, const CardView& view) {
  Card card = line_card(model.name, "name");
  card.text("text", nullptr, model.text);
  card.fact("households", N_("households"),
            model.households ? number(*model.households, view.language) : "",
            model.households ? json_number(*model.households) : Json());
  return card;
}

Card resource_card(const Resource& resource, const CardView& view) {
  Card card = line_card(term(resource.type, view), nullptr);
  card.data("type", resource.type);
  card.fact("amount", nullptr,
            fmt::format("{} {}", number(resource.amount, view.language),
                        resource.unit),
            json_number(resource.amount));
  card.data("unit", resource.unit);
  card.text("text", nullptr, resource.text);
  return card;
}

Card own_award_card(const OwnAward& award, const CardView& view) {
  Card card = line_card(award.name, "name");
  card.fact("count", nullptr, number(award.count, view.language),
            json_number(award.count));
  return card;
}

template <class List>
void add_group(Card& card, const CardView& view, const char* key,
               const char* label, const List& list,
               Card (*make)(const typename List::value_type&,
                            const CardView&)) {
  std::vector<Card> cards;
  cards.reserve(list.size());
  for (const auto& each : list) {
    cards.push_back(make(each, view));
  }
  card.group(key, label, std::move(cards));
}

std::vector<std::string> plain(const std::vector<At<std::string>>& texts) {
  std::vector<std::string> values;
  values.reserve(texts.size());
  for (const At<std::string>& text : texts) {
    values.push_back(text.value);
  }
  return values;
}

}  // namespace

Card unit_card(const CardView& view, const Unit& unit) {
  Card card;
  card.thing = N_("unit");
  card.id = unit.id;
  card.title = unit.name.value;
  card.where = unit.span;
  card.fact("kind", N_("kind"), kind_name(view.plan, unit.kind.value),
            unit.kind.value);
  const bool assumed = unit.subkind && unit.assumes("subkind");
  std::string subkind = subkind_name(view.plan, unit);
  card.fact("subkind", N_("subkind"),
            assumed ? view.say(msg("{0} (assumed)", subkind)) : subkind,
            json_id(unit.subkind));
  const std::vector<SubjectClass> classes = classes_of(view.plan, unit);
  card.fact("class", N_("class"), class_words(classes, view),
            json_classes(classes));
  const std::string parent(unit.parent());
  card.fact("parent", N_("belongs to"),
            parent_words(view.plan, parent, view.today),
            parent.empty() ? Json() : Json(parent));
  add_enrolment(card, view, unit);
  card.text("note", N_("note"), unit.note);
  card.caveats = caveats_of(view.plan, unit);
  card.caveats.assumed |= assumed;
  return card;
}

Card figures_card(const CardView& view, const Figures& figures) {
  Card card;
  card.title = figures.period.value.to_string();
  card.title_key = "period";
  card.where = figures.span;
  card.caveats.illustrative = figures.illustrative;
  add_group(card, view, "entries", N_("counts"), figures.entries, entry_card);
  return card;
}

Card assigned_card(const CardView& view, const Figures& figures,
                   const AssignedTarget& assigned) {
  Card card;
  card.title = figures.period.value.to_string();
  card.title_key = "period";
  card.where = assigned.assignment.span;
  card.caveats.illustrative = figures.illustrative;
  const Assignment* assignment =
      view.plan.assignment(assigned.assignment.value);
  card.fact(
      "assignment", nullptr,
      assignment == nullptr ? assigned.assignment.value : assignment->name,
      assigned.assignment.value);
  const std::string value = number(assigned.value.value, view.language);
  card.fact("value", nullptr,
            assignment == nullptr
                ? value
                : fmt::format("{} {}", value,
                              term(to_string(assignment->unit), view)),
            json_number(assigned.value.value));
  card.text("document", nullptr, assigned.document);
  card.fact("date", nullptr,
            assigned.date ? date(*assigned.date, view.language) : "",
            assigned.date ? Json(to_iso(*assigned.date)) : Json());
  return card;
}

Card results_card(const CardView& view, const Results& results) {
  Card card;
  card.title = std::to_string(results.year.value);
  card.title_key = nullptr;
  card.where = results.span;
  card.caveats.illustrative = results.illustrative;
  card.data("year", results.year.value);
  card.texts("activities", N_("activities"), plain(results.activities));
  card.texts("shortcomings", N_("shortcomings"), plain(results.shortcomings));
  card.texts("proposals", N_("proposals"), plain(results.proposals));
  card.texts("next_steps", N_("next steps"), plain(results.next_steps));
  add_group(card, view, "guidance", N_("guidance issued"), results.guidance,
            guidance_card);
  add_group(card, view, "models", N_("models"), results.models, model_card);
  add_group(card, view, "resources", N_("resources raised"), results.resources,
            resource_card);
  add_group(card, view, "own_awards", N_("own awards"), results.own_awards,
            own_award_card);
  return card;
}

namespace {

// Of something about one duty of one year.
Card duty_of_year_card(const CardView& view, const Filings& filings,
                       const std::string& id, Span where) {
  Card card;
  const Duty* duty = view.plan.duty(id);
  card.title = fmt::format("{} {}", duty == nullptr ? id : duty->name,
                           filings.year.value);
  card.title_key = nullptr;
  card.where = where;
  card.caveats.illustrative = filings.illustrative;
  card.data("duty", id);
  card.data("year", filings.year.value);
  return card;
}

}  // namespace

Card filing_card(const CardView& view, const Filings& filings,
                 const Filing& filing) {
  Card card = duty_of_year_card(view, filings, filing.duty.value, filing.span);
  card.fact("date", nullptr, date(filing.date.value, view.language),
            to_iso(filing.date.value));
  card.text("document", nullptr, filing.document);
  card.text("late_reason", N_("late because"), filing.late_reason);
  card.text("note", N_("note"), filing.note);
  return card;
}

Card extension_card(const CardView& view, const Filings& filings,
                    const Extension& extension) {
  Card card =
      duty_of_year_card(view, filings, extension.duty.value, extension.span);
  card.fact("until", N_("more time through"),
            date(extension.until.value, view.language),
            to_iso(extension.until.value));
  card.fact("granted", N_("given on"),
            date(extension.granted.value, view.language),
            to_iso(extension.granted.value));
  card.text("reason", N_("reason"), extension.reason);
  card.text("document", nullptr, extension.document);
  return card;
}

Card scorecard_card(const CardView& view, const Scorecard& scorecard) {
  Scoring scoring(view.plan, scorecard.period.value, view.today);
  return scorecard_card(view, scorecard, scoring);
}

Card scorecard_card(const CardView& view, const Scorecard& scorecard,
                    Scoring& scoring) {
  Card card;
  card.thing = N_("scorecard");
  card.title = scorecard.period.value.to_string();
  card.title_key = "period";
  card.where = scorecard.span;
  card.caveats.illustrative = scorecard.illustrative;
  card.data("unit", scorecard.unit.value);
  add_missing(card, view, scorecard, scoring);
  add_group(card, view, "stages", N_("stages"), scorecard.stages,
            stage_marks_card);
  return card;
}

}  // namespace thidua::render
