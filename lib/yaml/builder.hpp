// TreeBuilder: nodes in the order of their text -> a tree.
//
// Knows nothing of libyaml.  Sees to keys (plain text, each once) and gives
// collections the end of what they hold.
// Errors  TD0110 duplicate_key, TD0115 complex_key.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "yaml/arena.hpp"
#include "yaml/faults.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {

class TreeBuilder {
 public:
  TreeBuilder(std::string_view bytes, std::uint32_t file, Faults& faults,
              Arena& memory);
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;
  ~TreeBuilder() = default;

  // The text is copied.
  void scalar(Style style, std::string_view text, Place place);
  // A scalar that has been reported already and stands for nothing: as a
  // value a refused node, as a key dropped together with its value.
  void blank(Place place);

  void open(Kind kind, Style style, std::size_t begin);
  void close();                 // ends with the last node in it
  void close(std::size_t end);  // by a bracket

  [[nodiscard]] std::size_t depth() const { return frames_.size(); }

  // After one root has been built.
  [[nodiscard]] Node finish() const;

 private:
  struct Frame {
    Kind kind;
    Style style;
    bool key_usable;
    std::size_t begin;  // in the file
    std::size_t first;  // in nodes_
  };
  // Numbers of entries in one mapping.
  struct Duplicate {
    std::size_t entry;
    std::size_t first;
  };

  [[nodiscard]] std::size_t place_of_nothing(std::size_t offset) const;
  Node& add(Kind kind, Style style, Place place);
  void settle(bool usable);
  [[nodiscard]] bool spans_lines(const Node& node) const;
  [[nodiscard]] bool check_key(const Node& key);
  [[nodiscard]] const std::byte* copy(std::span<const Node> held);
  void drop_duplicates(std::size_t first);
  [[nodiscard]] std::vector<Duplicate> find_duplicates(std::size_t first) const;
  void report(const Node& key, const Node& first);

  std::string_view bytes_;
  Faults& faults_;
  std::uint32_t file_;
  Arena& tree_;  // what stays
  // The stacks of a usual record need no memory from the heap.
  std::array<std::byte, std::size_t{6} << 10U> start_;
  std::pmr::monotonic_buffer_resource memory_{start_.data(), start_.size()};
  std::pmr::vector<Node> nodes_{&memory_};  // finished, their parent open
  std::pmr::vector<Frame> frames_{&memory_};
  std::size_t end_ = 0;  // of the last node
};

}  // namespace thidua::yaml
