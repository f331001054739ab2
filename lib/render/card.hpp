// Card: what is known of one thing, for a screen and for a machine at once.
//
// A fact has a key for JSON and a label for the screen; a group holds the cards
// of what belongs to the thing.  So the two outputs cannot drift apart, and
// what is shown alone and what is shown in a list are the same card.
//
//   Báo cáo của đơn vị                  {"thing": "duty",
//   duty `unit-report` · plan.yaml:731   "id": "unit-report",
//     owed to  Ủy ban nhân dân huyện     "to": "ubnd-huyen", …}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/outline.hpp"
#include "render/values.hpp"

namespace thidua::render {

struct CardView {
  const Plan& plan;
  Language language;
  Date today;

  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, language);
  }
  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, language);
  }
};

struct Card {
  struct Fact {
    std::string key;    // empty: for the screen only
    const char* label;  // message key; null: the text says it all
    std::string text;   // empty: for JSON only
    Json value;
  };
  struct Group {
    const char* key;
    const char* label;  // message key
    std::vector<Card> cards;
  };

  const char* thing = nullptr;  // message key, "award form"; null: unnamed
  std::string id;
  std::string title;
  const char* title_key = "name";  // null: the title is no value of its own
  Span where{};
  Caveats caveats;
  std::vector<Fact> facts;
  std::vector<Group> groups;
  bool opened = false;  // in a list, its groups are shown below it

  // Where the text is empty, null in JSON and nothing on the screen.
  void text(const char* key, const char* label, const std::string& value);
  void texts(const char* key, const char* label,
             const std::vector<std::string>& values);
  void fact(const char* key, const char* label, std::string words, Json value);
  // As fact(), and where the text is empty nothing at all, not even a key.
  void given(const char* key, const char* label, std::string words, Json value);
  void given(const char* key, const char* label, const std::string& words) {
    given(key, label, words, words);
  }
  void given_group(const char* key, const char* label, std::vector<Card> cards);
  void data(std::string key, Json value);             // JSON only
  void remark(const char* label, std::string words);  // screen only
  // The section, whether it is assumed, and the note.
  void origin(const Origin& origin);
  // A group without cards is an empty list in JSON, nothing on the screen.
  void group(const char* key, const char* label, std::vector<Card> cards);
};

// "xa-mau", or IV.2.c-1a: a card of something that has an id and a name.
[[nodiscard]] Card card_of(const char* thing, const At<std::string>& id,
                           std::string title);

[[nodiscard]] Json to_json(const Card& card, const CardView& view);
// One array.
[[nodiscard]] Json to_json(const std::vector<Card>& cards,
                           const CardView& view);

// A whole card: its title, its facts, its groups as sections.
void write(const Card& card, const CardView& view, Outline& outline);
// Cards as the items of a list, a few lines each.
void write_items(const std::vector<Card>& cards, const CardView& view,
                 Outline& outline);

// Of the card and all in it.
[[nodiscard]] Caveats caveats_in(const Card& card);

}  // namespace thidua::render
