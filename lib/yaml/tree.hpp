// The strict YAML tree of one file.
//
// A small, safe part of YAML 1.2: one document of mappings, sequences and
// scalars.  Anchors, aliases, tags, several documents and duplicate keys are
// refused.  Every node knows the bytes it was read from.
//
// Text is NFC whatever the file holds; the bytes of the file stay as they are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace thidua::yaml {

enum class Kind : std::uint8_t { scalar, sequence, mapping };
enum class Style : std::uint8_t {
  plain,  // scalars
  single_quoted,
  double_quoted,
  literal,
  folded,
  block,  // collections
  flow,
};

// What YAML 1.2's core schema takes a plain scalar for.  Quoted text is always
// text.  Dates are text to YAML.
enum class CoreType : std::uint8_t { text, null, boolean, integer, real };
[[nodiscard]] CoreType core_type_of(std::string_view plain);
[[nodiscard]] bool is_null_word(std::string_view plain);

struct Entry;
class Arena;

// Cheap to copy; valid as long as its tree's memory.
class Node {
 public:
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] Style style() const { return style_; }
  [[nodiscard]] bool is_scalar() const { return kind_ == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind_ == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind_ == Kind::mapping; }

  // Bytes in the file.  A scalar's span covers its quotes; a block collection
  // ends after its last entry, not after the comments that follow.
  [[nodiscard]] Span span() const { return span_; }

  // A scalar's text (NFC, escapes undone); empty for collections.
  [[nodiscard]] std::string_view text() const;
  // A sequence's items in order; none for other kinds.
  [[nodiscard]] std::span<const Node> items() const;
  // A mapping's entries in file order; none for other kinds.  Keys are scalars
  // and differ from one another.
  [[nodiscard]] std::span<const Entry> entries() const;
  // The value of a key, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;

  // text for quoted scalars.  `012`, `1_000` and `0x1F` are text here: YAML
  // 1.1 and 1.2 read them differently, so they are nobody's number.
  [[nodiscard]] CoreType core_type() const;
  // The core type null: asked of every key and value, so the rest is left out.
  [[nodiscard]] bool is_null() const {
    return is_scalar() && style_ == Style::plain && count_ <= 4 &&
           is_null_word(text());
  }

  // A value that has been reported and stands for nothing: whoever reads it
  // has nothing to add.
  [[nodiscard]] bool is_refused() const { return refused_; }

 private:
  friend class TreeBuilder;
  Kind kind_ = Kind::scalar;
  Style style_ = Style::plain;
  bool refused_ = false;
  Span span_{};
  std::uint32_t count_ = 0;     // bytes, items or entries
  const void* data_ = nullptr;  // char, Node or Entry, in the tree's memory
};

struct Entry {
  Node key;
  Node value;
};

inline std::string_view Node::text() const {
  return is_scalar() ? std::string_view(static_cast<const char*>(data_), count_)
                     : std::string_view();
}

inline std::span<const Node> Node::items() const {
  return is_sequence()
             ? std::span<const Node>(static_cast<const Node*>(data_), count_)
             : std::span<const Node>();
}

inline std::span<const Entry> Node::entries() const {
  return is_mapping()
             ? std::span<const Entry>(static_cast<const Entry*>(data_), count_)
             : std::span<const Entry>();
}

class Tree {
 public:
  [[nodiscard]] const Node& root() const { return root_; }

  Tree(std::unique_ptr<Arena> memory, Node root);
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

 private:
  std::unique_ptr<Arena> memory_;  // of nodes and texts
  Node root_;
};

inline constexpr std::size_t max_bytes = std::size_t{1} << 20U;
inline constexpr int max_depth = 32;

// Reads one file.  Every fault found goes to `found` with its place in file
// number `file`; a tree is still returned where the rest can be used (a
// duplicate key keeps its first value, an alias is a refused one), nothing
// where it cannot (a syntax error, bytes that are no text, an empty file).
[[nodiscard]] std::optional<Tree> read(std::string_view bytes,
                                       std::uint32_t file, Diagnostics& found);
// The same into memory that others use as well; gives the root.
[[nodiscard]] std::optional<Node> read(std::string_view bytes,
                                       std::uint32_t file, Diagnostics& found,
                                       Arena& memory);

// The tree as JSON text, typed by the core schema: what schemas/ is checked
// against.  Numbers are written with the digits of the file.
[[nodiscard]] std::string to_json(const Node& node);

}  // namespace thidua::yaml
