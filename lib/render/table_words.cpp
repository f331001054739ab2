// Conditions, bands, gates and quotas of score tables in words.
#include "render/card_words.hpp"
#include "render/measures.hpp"
#include "render/point_words.hpp"

namespace thidua::render {
namespace {

std::string edge_words(const char* sign, const Edge& edge,
                       const CardView& view) {
  return fmt::format("{} {}", sign, number(edge.at, view.language));
}

const char* word_for(RoundHow how) {
  switch (how) {
    case RoundHow::half_up:
      return N_("halves up");
    case RoundHow::down:
      return N_("down");
    case RoundHow::up:
      break;
  }
  return N_("up");
}

class GateWords {
 public:
  explicit GateWords(const CardView& view) : view_(view) {}

  std::string operator()(const EachGate& gate) const {
    return gate.of.empty()
               ? view_.say(msg("every criterion has {0} % of its maximum",
                               gate.percent))
               : view_.say(msg("each has {0} % of its maximum: {1}",
                               gate.percent, names_of(gate.of)));
  }
  std::string operator()(const NoneGate& gate) const {
    return view_.say(msg("none of: {0}", names_of(gate.of)));
  }
  std::string operator()(const MetGate& gate) const {
    return view_.say(msg("met: {0}", names_of(gate.of)));
  }
  std::string operator()(const VoteGate& gate) const {
    return view_.say(
        msg("vote `{0}` {1}", gate.vote.value, band_words(gate.band, view_)));
  }
  std::string operator()(const PeriodsGate& gate) const {
    return view_.say(msg("in at least {0} periods: {1}", gate.at_least,
                         names_of(gate.classes)));
  }

 private:
  const CardView& view_;
};

std::string quota_base(const Quota& quota, const CardView& view) {
  switch (quota.base) {
    case Quota::Base::units:
      return view.say("of the units");
    case Quota::Base::of_class:
      return view.say(
          msg("of the units with `{0}` or better", quota.base_id.value));
    case Quota::Base::holders:
      break;
  }
  return view.say(msg("of the units that hold `{0}`", quota.base_id.value));
}

std::string quota_shares(const Quota& quota, const CardView& view,
                         const char* unit) {
  std::string text;
  for (const QuotaShare& share : quota.shares) {
    append(text, fmt::format("{} {}{}", share.of.value,
                             number(share.number, view.language), unit));
  }
  return text;
}

std::string quota_size(const Quota& quota, const CardView& view) {
  const std::string rounding =
      view.say(msg("rounded {0}", Word{word_for(quota.round)}));
  switch (quota.size) {
    case Quota::Size::fixed:
      return view.say(msg("{0} {0:place|places}", quota.number));
    case Quota::Size::fixed_by_cluster:
      return view.say(
          msg("places by cluster: {0}", quota_shares(quota, view, "")));
    case Quota::Size::percent:
      return fmt::format("{} % {}, {}", number(quota.number, view.language),
                         quota_base(quota, view), rounding);
    case Quota::Size::percent_by_class:
      break;
  }
  return fmt::format("{} {}, {}",
                     view.say(msg("by the class of the parent: {0}",
                                  quota_shares(quota, view, " %"))),
                     quota_base(quota, view), rounding);
}

const char* word_for(Quota::Within within) {
  switch (within) {
    case Quota::Within::cluster:
      return N_("within each cluster");
    case Quota::Within::table:
      return N_("within the whole table");
    case Quota::Within::parent:
      break;
  }
  return N_("within the units below one unit");
}

}  // namespace

const char* key_of(Effect effect) {
  switch (effect) {
    case Effect::class_down:
      return "class-down";
    case Effect::no_class:
      return "no-class";
    case Effect::no_nomination:
      break;
  }
  return "no-nomination";
}

std::string band_words(const Band& band, const CardView& view) {
  std::string text;
  if (band.low) {
    append(text, edge_words(band.low->inside ? ">=" : ">", *band.low, view));
  }
  if (band.high) {
    append(text, edge_words(band.high->inside ? "<=" : "<", *band.high, view),
           ", ");
  }
  return text.empty() ? view.say("any number") : text;
}

std::string condition_words(const Condition& condition, const CardView& view) {
  std::string text;
  append(text, names_of(view.plan, condition.kinds, kind_name));
  append(text, names_of(condition.subkinds));
  for (const AttributeIs& each : condition.attributes) {
    append(text, attribute_words(each));
  }
  if (condition.fact) {
    append(text, view.say(msg("the fact `{0}` holds", condition.fact->value)));
  }
  if (condition.role) {
    append(text,
           view.say(msg("it is `{0}` of its cluster", condition.role->value)));
  }
  if (condition.figure) {
    append(text,
           fmt::format("{} {}", measured_words(condition.figure->of, view),
                       demand_words(*condition.figure, view)));
  }
  return text;
}

std::string counting_words(const Counting& counting, const CardView& view) {
  std::string text;
  if (counting.stage) {
    append(text,
           view.say(msg("marks of the stage `{0}`", counting.stage->value)));
  }
  if (counting.scorers == Counting::Scorers::mean) {
    append(text, view.say("mean of the scorers"));
  } else if (counting.scorers == Counting::Scorers::sum) {
    append(text, view.say(msg("sum of {0} {0:scorer|scorers}", counting.of)));
  }
  return text;
}

std::string rounding_words(const Rounding& rounding, const CardView& view) {
  return view.say(
      msg("to {0}, {1}", rounding.to, Word{word_for(rounding.how)}));
}

std::string gate_words(const Gate& gate, const CardView& view) {
  return std::visit(GateWords(view), gate.demand);
}

const char* effect_words(Effect effect) {
  switch (effect) {
    case Effect::class_down:
      return N_("one class down");
    case Effect::no_class:
      return N_("no class");
    case Effect::no_nomination:
      break;
  }
  return N_("may not be proposed for an award");
}

std::string quota_words(const Quota& quota, const CardView& view) {
  return fmt::format("{}, {}", quota_size(quota, view),
                     view.say(word_for(quota.within)));
}

}  // namespace thidua::render
