// rule-sets/ and base-wage.yaml.
#include <algorithm>

#include "model/fields.hpp"
#include "model/read.hpp"

namespace thidua {

template <>
struct Choices<Proof> {
  static constexpr auto words = proof_words;
};

namespace {

std::vector<std::string> read_sources(Fields& f) {
  const yaml::Node* node = f.require_some("source");
  if (node == nullptr) {
    return {};
  }
  if (node->is_sequence()) {
    return read_as<std::vector<std::string>>(*node, f.found())
        .value_or(std::vector<std::string>{});
  }
  auto one = read_as<std::string>(*node, f.found());
  return one ? std::vector{std::move(*one)} : std::vector<std::string>{};
}

LegalGround read_ground(Fields& f) {
  LegalGround ground;
  ground.article = f.text_or_empty("article");
  ground.sources = read_sources(f);
  const yaml::Node* node = f.require("mark");
  const auto mark = node ? read_as<Proof>(*node, f.found()) : std::nullopt;
  ground.mark = mark.value_or(Proof::verified);
  ground.assumed = f.flag("assumed");
  ground.note = f.text_or_empty("note");
  if (ground.mark != Proof::verified && !ground.assumed) {
    report(f.found(), code::missing_key, node->span(),
           msg("what is not verified has to be marked as assumed"),
           msg("add `assumed: true`, or `mark: V` once it has been read in the "
               "text"));
  }
  return ground;
}

// A fact with its ground, in one mapping.
template <class T, class ReadValue>
ByLaw<T> read_by_law(Fields& f, const ReadValue& read_value) {
  ByLaw<T> fact;
  fact.span = f.span();
  fact.value = read_value(f);
  fact.ground = read_ground(f);
  return fact;
}

// The same of a key; nothing where there is no such key.
template <class T, class ReadValue>
std::optional<ByLaw<T>> by_law_at(const yaml::Node* node, Diagnostics& found,
                                  const ReadValue& read_value) {
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, found);
  auto fact = read_by_law<T>(inner, read_value);
  return inner.finish(std::move(fact));
}

template <class T, class ReadValue>
std::optional<ByLaw<T>> maybe_by_law(Fields& f, std::string_view key,
                                     const ReadValue& read_value) {
  return by_law_at<T>(f.find(key), f.found(), read_value);
}

template <class T, class ReadValue>
std::vector<ByLaw<T>> list_by_law(Fields& f, std::string_view key,
                                  const ReadValue& read_value) {
  std::vector<ByLaw<T>> facts;
  for_each_item(f, key, [&](Fields& item) {
    facts.push_back(read_by_law<T>(item, read_value));
  });
  return facts;
}

// Copies and days: there are never many.
int read_few(Fields& f, std::string_view key) {
  const yaml::Node* node = f.require(key);
  const auto number = node ? read_as<Exact>(*node, f.found()) : std::nullopt;
  for (int whole = 1; number && whole <= 99; ++whole) {
    if (*number == Exact{whole}) {
      return whole;
    }
  }
  if (number) {
    report(f.found(), code::out_of_range, node->span(),
           msg("a number of copies or days is whole, from 1 to 99"),
           msg("write it in digits, such as 10"));
  }
  return 0;
}

// 0 where it cannot be read.
Exact read_above_zero(Fields& f, std::string_view key) {
  const yaml::Node* node = f.require(key);
  const auto number = node ? read_as<Exact>(*node, f.found()) : std::nullopt;
  if (number && *number <= Exact{0}) {
    report(f.found(), code::out_of_range, node->span(),
           msg("`{0}` must be more than 0", key),
           msg("write a number such as 3.5"));
    return Exact{};
  }
  return number.value_or(Exact{});
}

// One of these words, or empty.
std::string maybe_word(Fields& f, std::string_view key,
                       std::span<const std::string_view> words) {
  const yaml::Node* node = f.find(key);
  const auto index = node ? read_choice(*node, words, f.found()) : std::nullopt;
  return index ? std::string(words[*index]) : std::string();
}

InForce read_in_force(Fields& f) {
  return {f.need<Date>("from"), f.maybe<Date>("to")};
}

LegalText read_text(Fields& f) {
  return {f.text("type"), f.text("number"), f.text("name"),
          f.maybe<Date>("date")};
}

Transition read_transition(Fields& f) {
  return {f.need<Date>("received_before"), f.id("follow")};
}

FormTemplate read_template(Fields& f) {
  return {f.text("number"), f.text("title")};
}

std::vector<std::string> read_parts(Fields& f) {
  return f.need_list<std::string>("parts");
}

Vote read_vote(Fields& f) {
  static constexpr std::array<std::string_view, 2> members{"all-members",
                                                           "present"};
  static constexpr std::array<std::string_view, 2> ballots{"secret", "open"};
  Vote vote;
  vote.percent = read_above_zero(f, "percent");
  vote.of_all = f.word("of", members) == members.front();
  vote.ballot = maybe_word(f, "ballot", ballots);
  vote.in_writing = f.stated("absent_in_writing");
  return vote;
}

// `{none: true}`, or before what, and how long.
Publicity read_publicity(Fields& f) {
  static constexpr std::array<std::string_view, 2> ends{"council",
                                                        "submission"};
  Publicity publicity;
  f.one_of({"none", "before"}, true);
  publicity.required = !f.stated("none");
  publicity.before = maybe_word(f, "before", ends);
  f.only_with("working_days", "before");
  if (f.find("working_days") != nullptr) {
    publicity.working_days = read_few(f, "working_days");
  }
  f.only_with("where", "before");
  publicity.where = f.text_or_empty("where");
  return publicity;
}

void read_prize(Fields& f, LegalAward& award) {
  static constexpr std::array<std::string_view, 3> classes{
      "collective", "household", "individual"};
  const yaml::Node* node = f.find_some("prize");
  if (node == nullptr) {
    return;
  }
  Fields inner(*node, f.found());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    award.prize.at(i) = maybe_by_law<Exact>(
        inner, classes.at(i),
        [](Fields& item) { return read_above_zero(item, "times"); });
  }
  inner.done();
}

LegalAward read_award(const At<std::string>& id, Fields& f) {
  LegalAward award;
  award.id = id;
  award.name = f.text("name");
  award.dossier =
      maybe_by_law<std::vector<std::string>>(f, "dossier", read_parts);
  award.copies = maybe_by_law<int>(
      f, "copies", [](Fields& item) { return read_few(item, "count"); });
  award.vote = maybe_by_law<Vote>(f, "vote", read_vote);
  award.publicity = maybe_by_law<Publicity>(f, "publicity", read_publicity);
  award.appraisal = maybe_by_law<int>(f, "appraisal", [](Fields& item) {
    return read_few(item, "working_days");
  });
  read_prize(f, award);
  return award;
}

void read_awards_by_law(Fields& f, RuleSet& set) {
  f.need_each("awards", [&](const At<std::string>& id, const yaml::Node& node) {
    Fields inner(node, f.found());
    if (check_id_key(id, f.found()) && inner.usable()) {
      set.awards.push_back(read_award(id, inner));
      inner.done();
    }
  });
}

}  // namespace

const LegalAward* RuleSet::award(std::string_view key) const {
  const auto at = std::find_if(
      awards.begin(), awards.end(),
      [&](const LegalAward& each) { return each.id.value == key; });
  return at == awards.end() ? nullptr : &*at;
}

std::optional<RuleSet> read_rule_set(const yaml::Node& root, std::string id,
                                     Diagnostics& found) {
  Fields f(root, found);
  RuleSet set;
  set.id = std::move(id);
  set.span = root.span();
  set.name = f.text("name");
  set.in_force = by_law_at<InForce>(f.require("in_force"), found, read_in_force)
                     .value_or(ByLaw<InForce>{});
  set.doubt = maybe_by_law<Date>(
      f, "doubt", [](Fields& item) { return item.need<Date>("from"); });
  set.transition = maybe_by_law<Transition>(f, "transition", read_transition);
  set.texts = list_by_law<LegalText>(f, "texts", read_text);
  set.principles = list_by_law<std::string>(
      f, "principles", [](Fields& item) { return item.text("text"); });
  set.templates = list_by_law<FormTemplate>(f, "templates", read_template);
  set.prize_rounding = maybe_by_law<Exact>(
      f, "prize_rounding",
      [](Fields& item) { return read_above_zero(item, "up_to"); });
  set.dossier =
      maybe_by_law<std::vector<std::string>>(f, "dossier", read_parts);
  read_awards_by_law(f, set);
  return f.finish(std::move(set));
}

std::optional<BaseWages> read_base_wages(const yaml::Node& root,
                                         Diagnostics& found) {
  Fields f(root, found);
  BaseWages wages;
  for_each_needed(f, "wages", [&](Fields& item) {
    wages.push_back(read_by_law<BaseWage>(item, [](Fields& each) {
      return BaseWage{each.need<Date>("from"), read_above_zero(each, "amount"),
                      each.text_or_empty("document")};
    }));
  });
  std::erase_if(
      wages, [](const ByLaw<BaseWage>& each) { return !each.value.from.ok(); });
  std::stable_sort(wages.begin(), wages.end(),
                   [](const ByLaw<BaseWage>& a, const ByLaw<BaseWage>& b) {
                     return a.value.from < b.value.from;
                   });
  return f.finish(std::move(wages));
}

}  // namespace thidua
