// Children of a collection must lie side by side, but are finished one by one
// with collections of their own between them.  So finished nodes wait on a
// stack, and a collection takes its own off the top when it closes.

#include "yaml/builder.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <memory>
#include <numeric>
#include <tuple>
#include <type_traits>
#include <utility>

namespace thidua::yaml {
namespace {

static_assert(sizeof(Entry) == 2 * sizeof(Node));
static_assert(std::is_trivially_copyable_v<Entry> &&
                  std::is_trivially_destructible_v<Entry>,
              "the arena runs no destructors");

Place place_of(const Node& node) {
  return {node.span().offset, node.span().length};
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view bytes, std::uint32_t file,
                         Faults& faults, Arena& memory)
    : bytes_(bytes), faults_(faults), file_(file), tree_(memory) {
  nodes_.reserve(96);
  frames_.reserve(static_cast<std::size_t>(max_depth));
}

// The node is filled where it stays: a copy of what has just been written waits
// for the writing.
Node& TreeBuilder::add(Kind kind, Style style, Place place) {
  Node& node = nodes_.emplace_back();
  node.kind_ = kind;
  node.style_ = style;
  node.span_ = {file_, static_cast<std::uint32_t>(place.offset),
                static_cast<std::uint32_t>(place.length)};
  end_ = std::max(end_, place.offset + place.length);
  return node;
}

// libyaml puts a value that is not there behind its sign or, where the sign is
// missing too, where the next thing begins.
std::size_t TreeBuilder::place_of_nothing(std::size_t offset) const {
  constexpr std::string_view signs = ":-?";
  if (offset == 0 || signs.find(bytes_[offset - 1]) != std::string_view::npos) {
    return offset;
  }
  return frames_.empty() ? end_ : std::max(end_, frames_.back().begin);
}

void TreeBuilder::scalar(Style style, std::string_view text, Place place) {
  if (place.length == 0) {
    place.offset = place_of_nothing(place.offset);
  }
  Node& node = add(Kind::scalar, style, place);
  node.count_ = static_cast<std::uint32_t>(text.size());
  if (!text.empty()) {
    std::byte* copy = tree_.take(text.size(), 1);
    std::memcpy(copy, text.data(), text.size());
    node.data_ = copy;
  }
  settle(true);
}

void TreeBuilder::blank(Place place) {
  add(Kind::scalar, Style::double_quoted, place).refused_ = true;
  settle(false);
}

void TreeBuilder::open(Kind kind, Style style, std::size_t begin) {
  frames_.push_back({kind, style, true, begin, nodes_.size()});
}

void TreeBuilder::close() { close(end_); }

void TreeBuilder::close(std::size_t end) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.kind == Kind::mapping) {
    drop_duplicates(frame.first);
  }
  const std::span<const Node> held(nodes_.data() + frame.first,
                                   nodes_.size() - frame.first);
  const bool mapping = frame.kind == Kind::mapping;
  const std::byte* data = copy(held);
  const std::size_t count = mapping ? held.size() / 2 : held.size();
  nodes_.resize(frame.first);
  Node& node = add(frame.kind, frame.style, {frame.begin, end - frame.begin});
  node.count_ = static_cast<std::uint32_t>(count);
  node.data_ = data;
  settle(true);
}

// What the last node is to the collection it lies in.
void TreeBuilder::settle(bool usable) {
  if (frames_.empty() || frames_.back().kind != Kind::mapping) {
    return;
  }
  Frame& frame = frames_.back();
  const bool is_key = (nodes_.size() - frame.first) % 2 == 1;
  if (is_key) {
    frame.key_usable = usable && check_key(nodes_.back());
  } else if (!frame.key_usable) {
    nodes_.resize(nodes_.size() - 2);
  }
}

// A plain text of several lines loses its indentation.
bool TreeBuilder::spans_lines(const Node& node) const {
  const Place place = place_of(node);
  return (node.style_ != Style::plain || node.count_ != place.length) &&
         bytes_.substr(place.offset, place.length).find('\n') !=
             std::string_view::npos;
}

bool TreeBuilder::check_key(const Node& key) {
  const Place place = place_of(key);
  if (!key.is_scalar() || spans_lines(key)) {
    faults_.add(code::complex_key, place,
                msg("key `{0}` is not a short text", faults_.excerpt(place)),
                msg("write one short text before the colon, in double quotes "
                    "if it holds brackets"));
    return false;
  }
  if (key.text().empty() || key.is_null()) {
    faults_.add(code::complex_key, place,
                msg("key `{0}` stands for no value", faults_.excerpt(place)),
                msg("write the name of the key before the colon, in double "
                    "quotes if it is really called so"));
    return false;
  }
  if (key.style() == Style::plain && key.text() == "<<") {
    faults_.add(code::complex_key, place,
                msg("merge key `<<` is not understood"),
                msg("write the merged keys out here, or the key in double "
                    "quotes if it is really called so"));
    return false;
  }
  return true;
}

// Keys and values side by side are the entries of a mapping.
const std::byte* TreeBuilder::copy(std::span<const Node> held) {
  if (held.empty()) {
    return nullptr;
  }
  std::byte* memory = tree_.take(held.size_bytes(), alignof(Entry));
  std::memcpy(memory, held.data(), held.size_bytes());
  return memory;
}

void TreeBuilder::drop_duplicates(std::size_t first) {
  if (nodes_.size() - first <= 2) {
    return;
  }
  const std::vector<Duplicate> found = find_duplicates(first);
  if (found.empty()) {
    return;
  }
  for (const Duplicate& each : found) {
    report(nodes_[first + 2 * each.entry], nodes_[first + 2 * each.first]);
  }
  std::size_t kept = first + 2 * found.front().entry;
  auto next = found.begin();
  for (std::size_t from = kept; from < nodes_.size(); from += 2) {
    if (next != found.end() && first + 2 * next->entry == from) {
      ++next;
      continue;
    }
    nodes_[kept] = nodes_[from];
    nodes_[kept + 1] = nodes_[from + 1];
    kept += 2;
  }
  nodes_.resize(kept);
}

std::vector<TreeBuilder::Duplicate> TreeBuilder::find_duplicates(
    std::size_t first) const {
  const std::size_t count = (nodes_.size() - first) / 2;
  const auto key = [&](std::size_t entry) {
    return nodes_[first + 2 * entry].text();
  };
  std::vector<Duplicate> found;
  constexpr std::size_t few = 16;
  // Keys of one mapping are often alike but for their end.
  const auto same = [](std::string_view a, std::string_view b) {
    return a.size() == b.size() && a.back() == b.back() && a == b;
  };
  if (count <= few) {
    for (std::size_t k = 1; k < count; ++k) {
      for (std::size_t before = 0; before < k; ++before) {
        if (same(key(before), key(k))) {
          found.push_back({k, before});
          break;
        }
      }
    }
    return found;
  }
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int likeness = key(a).compare(key(b));
    return likeness != 0 ? likeness < 0 : a < b;
  });
  std::size_t original = order.front();
  for (const std::size_t entry : order) {
    if (entry != original && key(entry) == key(original)) {
      found.push_back({entry, original});
    } else {
      original = entry;
    }
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.entry < b.entry; });
  return found;
}

void TreeBuilder::report(const Node& key, const Node& first) {
  // Counting lines takes time that a hostile file must not be able to multiply.
  if (faults_.full(code::duplicate_key)) {
    return;
  }
  const Place place = place_of(key);
  const std::size_t line = locate(bytes_, first.span().offset).line;
  faults_.add(
      code::duplicate_key, place,
      msg("key `{0}` stands here a second time", faults_.excerpt(place)),
      msg("delete one of the two; the first is on line {0}", line));
}

Node TreeBuilder::finish() const {
  assert(frames_.empty() && nodes_.size() == 1);
  return nodes_.front();
}

}  // namespace thidua::yaml
