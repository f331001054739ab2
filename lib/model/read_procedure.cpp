// How awards are proposed and decided: rule-sets/, and `procedure` of a form in
// awards.yaml.
#include "model/read_procedure.hpp"

#include "model/read_measure.hpp"

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

}  // namespace

LegalGround read_ground_of_law(Fields& f) {
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

LegalGround read_ground_of_plan(Fields& f) {
  const Origin origin = read_origin(f);
  LegalGround ground;
  ground.article = origin.source;
  ground.assumed = origin.assumed;
  ground.note = origin.note;
  return ground;
}

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
           msg("a number of copies, days or years is whole, from 1 to 99"),
           msg("write it in digits, such as 10"));
  }
  return 0;
}

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

Papers read_dossier_parts(Fields& f) {
  return {f.need_list<std::string>("parts"), f.list<std::string>("if_needed")};
}

namespace {

// One of these words, or empty.
std::string maybe_word(Fields& f, std::string_view key,
                       std::span<const std::string_view> words) {
  const yaml::Node* node = f.find(key);
  const auto index = node ? read_choice(*node, words, f.found()) : std::nullopt;
  return index ? std::string(words[*index]) : std::string();
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
  vote.recused_leave = f.stated("recused_leave");
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

void read_prize(Fields& f, Procedure& procedure, ReadGround read_ground) {
  static constexpr std::array<std::string_view, 3> classes{
      "collective", "household", "individual"};
  const yaml::Node* node = f.find_some("prize");
  if (node == nullptr) {
    return;
  }
  Fields inner(*node, f.found());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    procedure.prize.at(i) = maybe_by_law<Exact>(
        inner, classes.at(i),
        [](Fields& item) { return read_above_zero(item, "times"); },
        read_ground);
  }
  inner.done();
}

}  // namespace

Procedure read_procedure(Fields& f, ReadGround read_ground) {
  Procedure procedure;
  procedure.dossier =
      maybe_by_law<Papers>(f, "dossier", read_dossier_parts, read_ground);
  procedure.copies = maybe_by_law<int>(
      f, "copies", [](Fields& item) { return read_few(item, "count"); },
      read_ground);
  procedure.vote = maybe_by_law<Vote>(f, "vote", read_vote, read_ground);
  procedure.publicity =
      maybe_by_law<Publicity>(f, "publicity", read_publicity, read_ground);
  procedure.appraisal = maybe_by_law<int>(
      f, "appraisal",
      [](Fields& item) { return read_few(item, "working_days"); }, read_ground);
  read_prize(f, procedure, read_ground);
  return procedure;
}

namespace {

AwardShare read_award_share(Fields& f) {
  AwardShare share;
  share.id = f.id("id");
  share.name = f.text("name");
  f.find_some("of");
  share.of = f.list<SubjectClass>("of");
  f.one_of({"classes", "attribute"}, true);
  f.find_some("classes");
  share.classes = f.list<SubjectClass>("classes");
  share.attributes = read_wanted_attributes(f);
  if (const yaml::Node* node = f.find("share")) {
    Fields inner(*node, f.found());
    share.percent = read_above_zero(inner, "at_least");
    inner.done();
  }
  return share;
}

}  // namespace

std::vector<ByLaw<AwardShare>> read_shares(Fields& f, ReadGround read_ground) {
  return list_by_law<AwardShare>(f, "shares", read_award_share, read_ground);
}

}  // namespace thidua
