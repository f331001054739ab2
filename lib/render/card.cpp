// A card on the screen is a heading with facts; its groups are sections whose
// items stand beside their ids.  Where an item has groups of its own, it is a
// smaller section instead.
#include "render/card.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/diagnostics.hpp"

namespace thidua::render {
namespace {

constexpr std::size_t widest_id = 28;  // wider ones would squeeze the words
constexpr std::string_view between = " · ";

std::string labelled(const Card::Fact& fact, const CardView& view) {
  return fact.label == nullptr
             ? fact.text
             : fmt::format("{}: {}", view.say(fact.label), fact.text);
}

std::string caveat_words(Caveats caveats, const CardView& view) {
  std::string words;
  append(words, caveats.illustrative ? view.say("illustrative") : "", between);
  append(words, caveats.assumed ? view.say("assumed") : "", between);
  return words;
}

// What stands behind the title of an item.
std::string facts_line(const Card& card, std::string line,
                       const CardView& view) {
  for (const Card::Fact& fact : card.facts) {
    append(line, fact.text.empty() ? "" : labelled(fact, view), between);
  }
  append(line, caveat_words(card.caveats, view), between);
  return line;
}

// Of an item: only where it lies in another file than what it belongs to.
std::string place_beside(const Card& card, Span around, const CardView& view) {
  return card.where.file == around.file ? std::string()
                                        : place(view.plan.sources, card.where);
}

bool has_groups(const Card& card) {
  return std::any_of(card.groups.begin(), card.groups.end(),
                     [](const Card::Group& g) { return !g.cards.empty(); });
}

std::string heading_of(const Card& card) {
  std::string line = card.id;
  append(line, card.title, between);
  return line;
}

void write_facts(const Card& card, const CardView& view, Outline& outline) {
  std::vector<std::pair<std::string, std::string>> named;
  for (const Card::Fact& fact : card.facts) {
    if (fact.text.empty()) {
      continue;
    }
    if (fact.label == nullptr) {
      outline.paragraph(fact.text);
    } else {
      named.emplace_back(view.say(fact.label), fact.text);
    }
  }
  if (!named.empty()) {
    outline.facts(std::move(named));
  }
}

std::string item_text(const Card& card, Span around, const CardView& view) {
  std::string line = facts_line(card, card.title, view);
  append(line, place_beside(card, around, view), between);
  return line;
}

// A card of a list, and how deep in it.
struct Item {
  const Card* card;
  std::size_t depth;
};

// The cards, and behind each that is opened those in its groups.
void add_items(const std::vector<Card>& cards, std::size_t depth,
               std::vector<Item>& items) {
  for (const Card& card : cards) {
    items.push_back({&card, depth});
    for (const Card::Group& group : card.groups) {
      if (card.opened) {
        add_items(group.cards, depth + 1, items);
      }
    }
  }
}

void write_lines(const std::vector<Card>& cards, Span around,
                 const CardView& view, Outline& outline) {
  std::vector<Item> all;
  add_items(cards, 0, all);
  const bool named = std::all_of(all.begin(), all.end(), [](const Item& item) {
    return !item.card->id.empty() &&
           display_width(item.card->id) + 2 * item.depth <= widest_id;
  });
  std::vector<std::pair<std::string, std::string>> beside;
  std::vector<std::string> items;
  for (const auto& [card, depth] : all) {
    std::string text = item_text(*card, around, view);
    if (named) {
      beside.emplace_back(std::string(2 * depth, ' ') + card->id,
                          std::move(text));
      continue;
    }
    std::string line = std::string(2 * depth, ' ') + card->id;
    append(line, text, between);
    items.push_back(std::move(line));
  }
  if (named && !beside.empty()) {
    outline.facts(std::move(beside));
  }
  outline.list(std::move(items));
}

void write_section(const Card& card, Span around, const CardView& view,
                   Outline& outline) {
  std::string heading = heading_of(card);
  append(heading, place_beside(card, around, view), between);
  outline.heading(3, std::move(heading));
  const std::string facts = facts_line(card, {}, view);
  if (!facts.empty()) {
    outline.paragraph(facts);
  }
  for (const Card::Group& group : card.groups) {
    if (!group.cards.empty()) {
      outline.paragraph(view.say(group.label) + ":");
      write_lines(group.cards, card.where, view, outline);
    }
  }
}

void write_cards(const std::vector<Card>& cards, Span around,
                 const CardView& view, Outline& outline) {
  if (std::none_of(cards.begin(), cards.end(), has_groups)) {
    write_lines(cards, around, view, outline);
    return;
  }
  for (const Card& card : cards) {
    write_section(card, around, view, outline);
  }
}

std::string identity(const Card& card, const CardView& view) {
  std::string line = card.thing == nullptr ? "" : view.say(card.thing);
  line += card.id.empty() ? "" : fmt::format(" `{}`", card.id);
  append(line, place(view.plan.sources, card.where), between);
  append(line, caveat_words(card.caveats, view), between);
  return line;
}

// What lies in an illustrative record is illustrative.
Json json_of(const Card& card, const CardView& view, bool illustrative) {
  Json json = Json::object();
  if (card.thing != nullptr) {
    json["thing"] = card.thing;
  }
  if (!card.id.empty()) {
    json["id"] = card.id;
  }
  if (card.title_key != nullptr) {
    json[card.title_key] = card.title;
  }
  for (const Card::Fact& fact : card.facts) {
    if (!fact.key.empty()) {
      json[fact.key] = fact.value;
    }
  }
  Caveats caveats = card.caveats;
  caveats.illustrative |= illustrative;
  for (const Card::Group& group : card.groups) {
    json[group.key] = Json::array();
    for (const Card& each : group.cards) {
      json[group.key].push_back(json_of(each, view, caveats.illustrative));
    }
  }
  if (card.where.known()) {
    json["record"] = place(view.plan.sources, card.where);
  }
  json.update(json_caveats(caveats));
  return json;
}

}  // namespace

void Card::text(const char* key, const char* label, const std::string& value) {
  facts.push_back({key, label, value, value.empty() ? Json() : Json(value)});
}

void Card::texts(const char* key, const char* label,
                 const std::vector<std::string>& values) {
  fact(key, label, fmt::format("{}", fmt::join(values, "; ")), values);
}

void Card::fact(const char* key, const char* label, std::string words,
                Json value) {
  facts.push_back({key, label, std::move(words), std::move(value)});
}

void Card::given(const char* key, const char* label, std::string words,
                 Json value) {
  if (!words.empty()) {
    fact(key, label, std::move(words), std::move(value));
  }
}

void Card::given_group(const char* key, const char* label,
                       std::vector<Card> cards) {
  if (!cards.empty()) {
    group(key, label, std::move(cards));
  }
}

void Card::data(std::string key, Json value) {
  facts.push_back({std::move(key), nullptr, {}, std::move(value)});
}

void Card::remark(const char* label, std::string words) {
  facts.push_back({{}, label, std::move(words), {}});
}

void Card::origin(const Origin& from) {
  text("section", N_("section"), from.source);
  text("note", N_("note"), from.note);
  caveats.assumed |= from.assumed;
}

void Card::group(const char* key, const char* label, std::vector<Card> cards) {
  groups.push_back({key, label, std::move(cards)});
}

Card card_of(const char* thing, const At<std::string>& id, std::string title) {
  Card card;
  card.thing = thing;
  card.id = id.value;
  card.title = std::move(title);
  card.where = id.span;
  return card;
}

Json to_json(const Card& card, const CardView& view) {
  return json_of(card, view, false);
}

Json to_json(const std::vector<Card>& cards, const CardView& view) {
  Json all = Json::array();
  for (const Card& card : cards) {
    all.push_back(to_json(card, view));
  }
  return all;
}

void write(const Card& card, const CardView& view, Outline& outline) {
  outline.heading(1, card.title.empty() ? card.id : card.title);
  outline.paragraph(identity(card, view));
  write_facts(card, view, outline);
  for (const Card::Group& group : card.groups) {
    if (!group.cards.empty()) {
      outline.heading(
          2, fmt::format("{} ({})", view.say(group.label), group.cards.size()));
      write_cards(group.cards, card.where, view, outline);
    }
  }
}

void write_items(const std::vector<Card>& cards, const CardView& view,
                 Outline& outline) {
  write_cards(cards, cards.empty() ? Span{} : cards.front().where, view,
              outline);
}

Caveats caveats_in(const Card& card) {
  Caveats caveats = card.caveats;
  for (const Card::Group& group : card.groups) {
    for (const Card& each : group.cards) {
      caveats |= caveats_in(each);
    }
  }
  return caveats;
}

}  // namespace thidua::render
