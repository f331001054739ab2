#include "model/read_measure.hpp"

#include "base/text.hpp"

namespace thidua {
namespace {

// Takes names and + from a formula, side by side of its one /.
class FormulaParser {
 public:
  explicit FormulaParser(std::string_view text) : rest_(text) {}

  std::optional<Formula> parse() {
    Formula formula;
    if (!side(formula.above)) {
      return std::nullopt;
    }
    if (take('/') && !side(formula.below)) {
      return std::nullopt;
    }
    skip_spaces();
    return rest_.empty() ? std::optional(formula) : std::nullopt;
  }

  // Did a sum of several names stand without brackets?
  [[nodiscard]] bool has_open_sum() const { return has_open_sum_; }

 private:
  bool side(std::vector<std::string>& names) {
    const bool bracket = take('(');
    do {
      const std::string name = take_name();
      if (name.empty()) {
        return false;
      }
      names.push_back(name);
    } while (take('+'));
    has_open_sum_ = has_open_sum_ || (!bracket && names.size() > 1);
    return !bracket || take(')');
  }

  std::string take_name() {
    skip_spaces();
    const std::size_t end =
        std::min(rest_.find_first_of(" +/()"), rest_.size());
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return is_id_segment(name) ? name : std::string();
  }

  bool take(char wanted) {
    skip_spaces();
    const bool here = rest_.starts_with(wanted);
    rest_.remove_prefix(here ? 1 : 0);
    return here;
  }

  void skip_spaces() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
  }

  std::string_view rest_;
  bool has_open_sum_ = false;
};

}  // namespace

std::optional<Formula> Read<Formula>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  const auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  FormulaParser parser(*text);
  auto formula = parser.parse();
  if (formula && !formula->below.empty() && parser.has_open_sum()) {
    report(found, code::not_a_formula, node.span(),
           msg("`{0}` can be read in two ways", *text),
           msg("put the sum in brackets, such as "
               "`(poor + near_poor) / households`"));
    return std::nullopt;
  }
  if (!formula) {
    report(found, code::not_a_formula, node.span(),
           msg("`{0}` is not a formula of figures", *text),
           msg("write names of figures with + and one /, such as "
               "`(poor + near_poor) / households`"));
    return std::nullopt;
  }
  formula->span = node.span();
  return formula;
}

namespace {

std::variant<PreviousYear, Period> read_since(Fields& f) {
  const yaml::Node* node = f.require("since");
  if (node == nullptr ||
      (node->is_scalar() && node->text() == "previous-year")) {
    return PreviousYear{};
  }
  return read_as<Period>(*node, f.found()).value_or(Period{});
}

std::optional<Change> read_change(Fields& f) {
  f.only_with("since", "change");
  f.only_with("per_year", "change");
  const yaml::Node* node = f.find("change");
  if (node == nullptr) {
    f.find("since");
    f.find("per_year");
    return std::nullopt;
  }
  Change change;
  change.direction =
      read_as<Direction>(*node, f.found()).value_or(Direction::reduction);
  change.since = read_since(f);
  change.per_year = f.flag("per_year");
  return change;
}

std::variant<Exact, At<std::string>> read_threshold(Fields& f) {
  const yaml::Node* node = f.require("threshold");
  if (node != nullptr && node->is_mapping()) {
    Fields inner(*node, f.found());
    auto assigned = inner.id("assigned");
    inner.done();
    return assigned;
  }
  return node == nullptr ? Exact{}
                         : read_as<Exact>(*node, f.found()).value_or(Exact{});
}

}  // namespace

Quantity read_quantity(Fields& f) {
  Quantity quantity;
  quantity.indicator = f.id("indicator");
  quantity.change = read_change(f);
  quantity.unit = f.need<MeasureUnit>("unit");
  return quantity;
}

std::optional<Measure> Read<Measure>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  Fields f(node, found);
  if (!f.usable()) {
    return std::nullopt;
  }
  Measure measure;
  measure.span = node.span();
  measure.of = read_quantity(f);
  measure.op = f.need<Comparison>("op");
  measure.threshold = read_threshold(f);
  measure.assumed = f.flag("assumed");
  measure.note = f.text_or_empty("note");
  return f.finish(std::move(measure));
}

std::optional<Duration> Read<Duration>::from(const yaml::Node& node,
                                             Diagnostics& found) {
  Fields f(node, found);
  Duration duration;
  duration.span = node.span();
  duration.since = {f.id("years_since")};
  duration.op = f.need<Comparison>("op");
  duration.years = f.need<Exact>("threshold");
  duration.assumed = f.flag("assumed");
  duration.note = f.text_or_empty("note");
  return f.finish(std::move(duration));
}

}  // namespace thidua
