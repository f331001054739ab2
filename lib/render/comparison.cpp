#include "render/comparison.hpp"

#include <algorithm>

#include "render/cards.hpp"
#include "render/measures.hpp"
#include "rules/delegation.hpp"

namespace thidua::render {
namespace {

// A, B, C …; after Z come numbers.
std::string letter_of(std::size_t plan) {
  return plan < 26 ? std::string(1, static_cast<char>('A' + plan))
                   : std::to_string(plan + 1);
}

// What a card says under a key.
std::string words_of(const Card& card, std::string_view key) {
  const auto at =
      std::find_if(card.facts.begin(), card.facts.end(),
                   [&](const Card::Fact& fact) { return fact.key == key; });
  return at == card.facts.end() ? std::string() : at->text;
}

class Writer {
 public:
  Writer(const SideBySide& comparison, const ComparisonView& view)
      : comparison_(comparison), view_(view) {}

  std::string run(const Style& style) {
    name_plans();
    section(N_("Kinds of units"), Section::criteria, comparison_.kinds,
            kind_words);
    section(N_("Award forms"), Section::forms, comparison_.forms, form_words);
    section(N_("Occasions"), Section::occasions, comparison_.occasions,
            occasion_words);
    section(N_("Duties"), std::nullopt, comparison_.duties, duty_words);
    section(N_("Targets of the plan"), std::nullopt, comparison_.targets,
            target_words);
    section(N_("Linked movements and campaigns"), std::nullopt,
            comparison_.linked, linked_words);
    return outline_.to_text(style);
  }

 private:
  using View = CardView;

  [[nodiscard]] View view_of(std::size_t plan) const {
    return {*comparison_.plans[plan], view_.language, view_.today};
  }
  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, view_.language);
  }

  void name_plans() {
    outline_.heading(1, say(msg("Plans side by side")));
    std::vector<std::pair<std::string, std::string>> names;
    for (std::size_t i = 0; i < comparison_.plans.size(); ++i) {
      const PlanSheet& sheet = comparison_.plans[i]->sheet;
      names.emplace_back(
          letter_of(i),
          fmt::format("{} · {} {} · {} · {}", sheet.issuer.name,
                      sheet.document.type,
                      fact(sheet.document.number, view_.language),
                      sheet.period.to_string(), view_.folders[i]));
    }
    outline_.facts(std::move(names));
  }

  static std::string kind_words(const View& view, const UnitKind& kind) {
    const CriteriaSet* set = view.plan.criteria_of(kind);
    return set == nullptr ? view.say("without criteria")
                          : view.say(msg("{0} {0:criterion|criteria}",
                                         set->criteria.size()));
  }

  static std::string form_words(const View& view, const AwardForm& form) {
    std::string words;
    const auto add = [&](const std::vector<At<std::string>>& ids,
                         const Message& heading) {
      std::string names;
      for (const At<std::string>& id : ids) {
        const Occasion* occasion = view.plan.occasion(id.value);
        names += (names.empty() ? "" : ", ") +
                 (occasion == nullptr ? id.value : occasion->name);
      }
      if (!names.empty()) {
        words += (words.empty() ? "" : "; ") + view.say(heading) + names;
      }
    };
    add(form.allowed, msg("allowed: "));
    add(form.refused, msg("refused: "));
    return words.empty() ? view.say("no occasion is stated") : words;
  }

  static std::string occasion_words(const View& view,
                                    const Occasion& occasion) {
    return words_of(occasion_card(view, occasion), "every_year");
  }

  static std::string duty_words(const View& view, const Duty& duty) {
    return words_of(duty_card(view, duty), "due");
  }

  static std::string target_words(const View& view, const Target& target) {
    return view.say(
        msg("{0}, by {1}", demand_words(target.measure, view), target.by_year));
  }

  // As this plan writes it.
  static std::string linked_words(const View&, const LinkedMovement& linked) {
    return linked.source.empty()
               ? linked.name
               : fmt::format("{} ({})", linked.name, linked.source);
  }

  // A plan without the thing lacks it, or leaves all such things to a plan
  // above.
  [[nodiscard]] std::string absent(std::size_t plan,
                                   std::optional<Section> section) const {
    const auto left =
        section ? not_held(*comparison_.plans[plan], *section) : std::nullopt;
    return left ? say(why_not_held(*left, *section)) : say(msg("absent"));
  }

  template <class T, class Words>
  void section(const char* heading, std::optional<Section> left,
               const std::vector<Alike<T>>& rows, const Words& words) {
    outline_.heading(2, thidua::say(heading, view_.language));
    if (rows.empty()) {
      outline_.paragraph(say(msg("none of the plans has any")));
    }
    for (const Alike<T>& row : rows) {
      const T& first =
          **std::find_if(row.begin(), row.end(),
                         [](const T* each) { return each != nullptr; });
      outline_.heading(3, first.name);
      std::vector<std::pair<std::string, std::string>> cells;
      for (std::size_t plan = 0; plan < row.size(); ++plan) {
        cells.emplace_back(letter_of(plan),
                           row[plan] == nullptr
                               ? absent(plan, left)
                               : words(view_of(plan), *row[plan]));
      }
      outline_.facts(std::move(cells));
    }
  }

  const SideBySide& comparison_;
  const ComparisonView& view_;
  Outline outline_;
};

template <class T, class Make>
Json json_rows(const SideBySide& comparison, const ComparisonView& view,
               const std::vector<Alike<T>>& rows, const Make& make) {
  Json all = Json::array();
  for (const Alike<T>& row : rows) {
    Json plans = Json::array();
    Json name;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const CardView of{*comparison.plans[i], view.language, view.today};
      plans.push_back(row[i] == nullptr ? Json()
                                        : to_json(make(of, *row[i]), of));
      if (name.is_null() && row[i] != nullptr) {
        name = row[i]->name;
      }
    }
    all.push_back({{"name", std::move(name)}, {"plans", std::move(plans)}});
  }
  return all;
}

}  // namespace

std::string to_text(const SideBySide& comparison, const ComparisonView& view,
                    const Style& style) {
  return Writer(comparison, view).run(style);
}

Json to_json(const SideBySide& comparison, const ComparisonView& view) {
  Json plans = Json::array();
  for (std::size_t i = 0; i < comparison.plans.size(); ++i) {
    const Plan& plan = *comparison.plans[i];
    Json left = Json::array();
    for (const Delegation& delegation : plan.sheet.delegates) {
      for (const At<Section>& section : delegation.sections) {
        if (not_held(plan, section.value)) {
          left.push_back(
              section_words.at(static_cast<std::size_t>(section.value)));
        }
      }
    }
    plans.push_back({{"folder", view.folders[i]},
                     {"issuer", plan.sheet.issuer.name},
                     {"type", plan.sheet.document.type},
                     {"number", json_fact(plan.sheet.document.number)},
                     {"period", plan.sheet.period.to_string()},
                     {"not_held", std::move(left)}});
  }
  return {
      {"plans", std::move(plans)},
      {"kinds", json_rows(comparison, view, comparison.kinds, kind_card)},
      {"forms", json_rows(comparison, view, comparison.forms,
                          [](const CardView& of, const AwardForm& form) {
                            return form_card(of, form, nullptr);
                          })},
      {"occasions",
       json_rows(comparison, view, comparison.occasions, occasion_card)},
      {"duties", json_rows(comparison, view, comparison.duties, duty_card)},
      {"targets", json_rows(comparison, view, comparison.targets, target_card)},
      {"linked", json_rows(comparison, view, comparison.linked, linked_card)}};
}

}  // namespace thidua::render
