// Numbers of a score table: where they come from, bands, roundings, whose marks
// count.
#include <algorithm>

#include "model/read_score_parts.hpp"

namespace thidua {
Quantity indicator_itself(At<std::string> id) {
  return {std::move(id), std::nullopt, MeasureUnit::count};
}

namespace {

Amount read_amount_mapping(Fields& f) {
  f.one_of({"indicator", "assigned", "years_since"}, true);
  if (f.has("assigned")) {
    return FromAssigned{f.id("assigned")};
  }
  if (f.has("years_since")) {
    return YearsSince{f.id("years_since")};
  }
  f.require("change");
  return read_quantity(f);
}

}  // namespace

std::optional<Amount> Read<Amount>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  if (node.is_mapping()) {
    Fields f(node, found);
    Amount amount = read_amount_mapping(f);
    return f.finish(std::move(amount));
  }
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (node.core_type() != yaml::CoreType::text || Exact::parse(*text)) {
    auto number = read_as<Exact>(node, found);
    return number ? std::optional<Amount>(std::move(*number)) : std::nullopt;
  }
  auto id = read_as<At<Id>>(node, found);
  return id ? std::optional<Amount>(
                  indicator_itself({std::move(id->value.text), id->span}))
            : std::nullopt;
}

Span span_of(Fields& f, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (f.has(key)) {
      const yaml::Node* node = f.find(key);
      return node == nullptr ? f.span() : node->span();
    }
  }
  return f.span();
}

Amount read_amount(Fields& f, std::string_view key) {
  return f.maybe<Amount>(key).value_or(Amount{FromMark{}});
}

std::optional<Rounding> Read<Rounding>::from(const yaml::Node& node,
                                             Diagnostics& found) {
  Fields f(node, found);
  Rounding rounding;
  rounding.to = read_positive(f, "to");
  rounding.how = f.need<RoundHow>("how");
  return rounding.to.is_zero() ? (f.done(), std::nullopt)
                               : f.finish(std::move(rounding));
}

namespace {

Edge edge_at(Fields& f, std::string_view key, bool inside) {
  return {f.need<Exact>(key), inside};
}

bool is_empty(const Band& band) {
  if (!band.low || !band.high) {
    return false;
  }
  return band.high->at < band.low->at ||
         (band.high->at == band.low->at &&
          !(band.low->inside && band.high->inside));
}

}  // namespace

Band read_edges(Fields& f) {
  Band band;
  band.span = f.span();
  f.one_of({"from", "over"}, false);
  f.one_of({"to", "up_to"}, false);
  if (f.has("from")) {
    band.low = edge_at(f, "from", true);
  } else if (f.has("over")) {
    band.low = edge_at(f, "over", false);
  }
  if (f.has("to")) {
    band.high = edge_at(f, "to", false);
  } else if (f.has("up_to")) {
    band.high = edge_at(f, "up_to", true);
  }
  if (is_empty(band)) {
    report(f.found(), code::out_of_range, f.span(),
           msg("no number lies in this band"),
           msg("let its upper edge be above its lower one"));
  }
  return band;
}

std::optional<Band> Read<Band>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  Fields f(node, found);
  Band band = read_edges(f);
  return f.finish(std::move(band));
}

bool starts_below(const Band& a, const Band& b) {
  if (!a.low || !b.low) {
    return b.low.has_value();
  }
  return a.low->at < b.low->at ||
         (a.low->at == b.low->at && a.low->inside && !b.low->inside);
}

bool Band::holds(const Exact& number) const {
  const bool above =
      !low || low->at < number || (low->inside && low->at == number);
  const bool below =
      !high || number < high->at || (high->inside && high->at == number);
  return above && below;
}

void complete_edges(const std::vector<Band*>& bands) {
  for (Band* band : bands) {
    if (band->high) {
      continue;
    }
    const Band* next = nullptr;
    for (const Band* other : bands) {
      if (starts_below(*band, *other) &&
          (next == nullptr || starts_below(*other, *next))) {
        next = other;
      }
    }
    if (next != nullptr) {
      band->high = Edge{next->low->at, !next->low->inside};
    }
  }
}

std::vector<PointBand> read_point_bands(Fields& f, bool shares) {
  std::vector<PointBand> bands;
  for_each_needed(f, "bands", [&](Fields& item) {
    PointBand one;
    one.band = read_edges(item);
    if (shares) {
      item.one_of({"points", "share"}, true);
    }
    one.points_span = span_of(item, {"points", "share"});
    const yaml::Node* share = shares ? item.find("share") : nullptr;
    if (share != nullptr) {
      one.points = read_share(*share, item.found());
      one.is_share = true;
    } else if (!shares || item.has("points")) {
      one.points = item.need<Exact>("points");
    }
    bands.push_back(std::move(one));
  });
  std::vector<Band*> all;
  all.reserve(bands.size());
  for (PointBand& one : bands) {
    all.push_back(&one.band);
  }
  complete_edges(all);
  return bands;
}

Exact read_share(const yaml::Node& node, Diagnostics& found) {
  Exact share = read_as<Exact>(node, found).value_or(Exact{});
  if (share < Exact{0} || Exact{1} < share) {
    report(found, code::out_of_range, node.span(),
           msg("a share of the maximum lies between 0 and 1, not {0}",
               share.to_plain(6)),
           msg("write 1 for all of the points, 0.8 for four fifths"));
  }
  return share;
}

std::optional<Exact> maybe_positive(Fields& f, std::string_view key) {
  const yaml::Node* node = f.find(key);
  auto value = node ? read_as<Exact>(*node, f.found()) : std::nullopt;
  if (value && *value <= Exact{0}) {
    report(f.found(), code::out_of_range, node->span(),
           msg("`{0}` must be more than 0", key),
           msg("write the number of points"));
    return std::nullopt;
  }
  return value;
}

Exact read_positive(Fields& f, std::string_view key) {
  return f.require(key) == nullptr ? Exact{}
                                   : maybe_positive(f, key).value_or(Exact{});
}

std::optional<Exact> read_whole(const yaml::Node& node, Diagnostics& found) {
  auto number = read_as<Exact>(node, found);
  if (number && (*number < Exact{0} || !number->is_whole())) {
    report(found, code::out_of_range, node.span(),
           msg("a whole number, 0 or more, is due here, not {0}", *number),
           msg("write the number without decimals"));
    return std::nullopt;
  }
  return number;
}

std::vector<At<std::string>> section_ids(Fields& f, std::string_view key) {
  f.find_some(key);
  std::vector<At<std::string>> ids;
  for (At<SectionId>& id : f.list<At<SectionId>>(key)) {
    ids.push_back({std::move(id.value.text), id.span});
  }
  return ids;
}

namespace {

std::optional<int> read_small(const yaml::Node& node, Diagnostics& found) {
  const auto number = read_as<Exact>(node, found);
  for (int whole = 2; number && whole <= 99; ++whole) {
    if (*number == Exact{whole}) {
      return whole;
    }
  }
  if (number) {
    report(found, code::out_of_range, node.span(),
           msg("the number of scorers is a whole number from 2 to 99"),
           msg("write how many scorers share the maximum"));
  }
  return std::nullopt;
}

void read_scorers(Fields& f, Counting& counting) {
  static constexpr std::array<std::string_view, 2> words{"one", "mean"};
  const yaml::Node* node = f.find("scorers");
  if (node == nullptr) {
    return;
  }
  if (!node->is_mapping()) {
    const auto word = read_choice(*node, words, f.found());
    counting.scorers =
        word == 1U ? Counting::Scorers::mean : Counting::Scorers::one;
    return;
  }
  Fields inner(*node, f.found());
  if (const yaml::Node* sum = inner.require("sum")) {
    if (const auto count = read_small(*sum, f.found())) {
      counting.scorers = Counting::Scorers::sum;
      counting.of = *count;
    }
  }
  inner.done();
}

}  // namespace

Counting read_counting(Fields& f, const Counting& outer) {
  Counting counting = outer;
  if (const auto stage = f.maybe_id("counts")) {
    counting.stage = stage->value == "last" ? std::nullopt : stage;
  }
  read_scorers(f, counting);
  return counting;
}

}  // namespace thidua
