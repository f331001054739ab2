#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace thidua {
namespace {

std::u32string plain_characters(std::string_view text) {
  const std::string plain = without_marks(text);
  std::u32string characters;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint found = decode_utf8(plain, at);
    characters += found.value;
    at += found.length;
  }
  return characters;
}

// Insertions, deletions, replacements and swaps of neighbours that make `a`
// into `b`; swaps are what fast typing gets wrong most.
std::size_t edits(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced =
          last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(
    std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t most_edits = 3;
  const std::u32string meant = plain_characters(word);
  const std::size_t limit = std::min(meant.size() / 3, most_edits);

  std::optional<std::string_view> best;
  std::size_t fewest = limit + 1;
  for (const std::string_view candidate : candidates) {
    const std::u32string plain = plain_characters(candidate);
    const std::size_t apart = meant.size() > plain.size()
                                  ? meant.size() - plain.size()
                                  : plain.size() - meant.size();
    if (apart >= fewest) {
      continue;
    }
    const std::size_t distance = edits(meant, plain);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace thidua
