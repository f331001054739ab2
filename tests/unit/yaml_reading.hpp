// What the tests of the YAML reader share: one reading of one text, and what
// must be true of every reading whatever the text.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "unit/findings.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {

struct Reading {
  std::string source;
  Diagnostics found{};
  std::optional<Tree> tree{};

  explicit Reading(std::string_view bytes) : source(bytes) {
    tree = read(source, 7, found);
    found.sort();
  }

  // "TD0110 TD0115", in the order of the file.
  [[nodiscard]] std::string codes() const { return test::codes_of(found); }
  [[nodiscard]] std::string json() const {
    return tree ? to_json(tree->root()) : "nothing";
  }
  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(source).substr(span.offset, span.length);
  }
};

// Says what is wrong with a reading that should not be; empty if all is well.
class Invariants {
 public:
  explicit Invariants(std::string_view bytes) : reading_(bytes) {}

  [[nodiscard]] std::string broken() {
    check_diagnostics();
    if (reading_.tree) {
      check_node(reading_.tree->root(), 0);
      expect(is_json(reading_.json()), "JSON");
    } else {
      expect(reading_.found.count(Severity::error) > 0, "refused in silence");
    }
    return broken_;
  }

 private:
  void expect(bool holds, const char* what) {
    if (!holds && broken_.empty()) {
      broken_ = what;
    }
  }

  static bool is_json(const std::string& text) {
    try {
      return !nlohmann::json::parse(text).is_discarded();
    } catch (const nlohmann::json::parse_error&) {
      return false;
    } catch (const nlohmann::json::out_of_range&) {
      return true;  // a number too large for the double it is read into
    }
  }

  void check_span(Span span) {
    const std::size_t end = std::size_t{span.offset} + span.length;
    expect(span.file == 7 && end <= reading_.source.size(), "span");
  }

  void check_diagnostics() {
    std::array<int, 17> counts{};
    for (const Diagnostic& each : reading_.found.all()) {
      const auto number = static_cast<std::size_t>(each.code);
      expect(number >= 101 && number <= 116, "code of another room");
      expect(++counts.at(number - 100) <= 20, "too many of one code");
      expect(!each.message.empty() && !each.hint.empty(), "no words");
      check_span(each.where);
    }
    expect(counts.at(16) <= 1, "not_nfc more than once");
  }

  void check_text(std::string_view text) {
    expect(!find_invalid_utf8(text), "text is not UTF-8");
    expect(is_nfc(text), "text is not NFC");
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = decode_utf8(text, i);
      const bool tab_or_end = c.value == '\t' || c.value == '\n';
      const bool control = c.value < 0x20 || c.value == 0x7F ||
                           (c.value >= 0x80 && c.value < 0xA0);
      expect(tab_or_end || !control, "control character in text");
      i += c.length;
    }
  }

  // A child begins after its elder sibling and ends within its parent.
  void check_child(const Node& child, const Node& parent, std::size_t& from,
                   int depth) {
    const std::size_t begin = child.span().offset;
    const std::size_t end = begin + child.span().length;
    expect(begin >= from, "children overlap");
    expect(end <= std::size_t{parent.span().offset} + parent.span().length,
           "child leaves its parent");
    from = end;
    check_node(child, depth);
  }

  void check_node(const Node& node, int depth) {
    check_span(node.span());
    if (node.is_scalar()) {
      check_text(node.text());
      return;
    }
    expect(depth < max_depth, "too deep");
    std::size_t from = node.span().offset;
    for (const Node& item : node.items()) {
      check_child(item, node, from, depth + 1);
    }
    std::set<std::string_view> keys;
    for (const auto& [key, value] : node.entries()) {
      expect(key.is_scalar() && !key.text().empty(), "key is no text");
      expect(keys.insert(key.text()).second, "key twice");
      expect(node.find(key.text()) == &value, "key is not found");
      check_child(key, node, from, depth + 1);
      check_child(value, node, from, depth + 1);
    }
  }

  Reading reading_;
  std::string broken_;
};

}  // namespace thidua::yaml
