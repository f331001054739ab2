// Tiles: one unit and what it has done, with a sign and a word, never by colour
// alone.  Only page*.cpp need them.
#pragma once

#include "document/page_parts.hpp"

namespace thidua::document {

struct TileLook {
  const char* colour;  // a class
  const char* sign;
};
inline constexpr TileLook tile_done{"good", "✓"};
inline constexpr TileLook tile_late{"late", "!"};
inline constexpr TileLook tile_missing{"bad", "✗"};
inline constexpr TileLook tile_open{"open", "○"};
inline constexpr TileLook tile_unsure{"unsure", "?"};

// `detail`: the day, the reason; may be empty.
[[nodiscard]] Json tile(const TileLook& look, std::string name,
                        std::string words, std::string detail);

// "35 on time", with the sign and colour of a tile.
[[nodiscard]] Json tile_count(const PageView& view, const TileLook& look,
                              const char* word, std::size_t count);

// How many of all, as a bar: done, late, what is missing left open.
[[nodiscard]] std::string done_bar(std::size_t on_time, std::size_t late,
                                   std::size_t all);

}  // namespace thidua::document
