#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/codes.hpp"
#include "base/diagnostic.hpp"

namespace thidua {
namespace {

Diagnostic found(std::uint32_t file, std::uint32_t offset, Code code,
                 Message message = msg("something")) {
  return {.code = code,
          .where = {.file = file, .offset = offset, .length = 1},
          .message = std::move(message)};
}

TEST_CASE("diagnostics are sorted by file, offset and code") {
  Diagnostics all;
  CHECK(all.empty());
  all.add(found(Span::nowhere, 0, code::cannot_read));
  all.add(found(1, 5, code::unknown_key));
  all.add(found(0, 9, code::unknown_unit));
  all.add(found(0, 9, code::unknown_key));
  Diagnostics more;
  more.add(found(0, 2, code::not_nfc));
  more.add(found(1, 0, code::assumed_rule));
  all.add(std::move(more));
  all.sort();

  const std::vector<Code> expected = {code::not_nfc,      code::unknown_key,
                                      code::unknown_unit, code::assumed_rule,
                                      code::unknown_key,  code::cannot_read};
  REQUIRE(all.all().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK((all.all()[i].code == expected[i]));
  }
}

TEST_CASE("the same finding twice is one") {
  Diagnostics all;
  all.add(found(0, 3, code::unknown_unit, msg("unknown unit `{0}`", "met")));
  all.add(found(0, 3, code::unknown_unit, msg("unknown unit `{0}`", "mat")));
  all.add(found(0, 3, code::unknown_unit, msg("unknown unit `{0}`", "met")));
  all.add(found(0, 4, code::unknown_unit, msg("unknown unit `{0}`", "met")));
  all.add(found(1, 3, code::unknown_unit, msg("unknown unit `{0}`", "met")));
  all.sort();
  CHECK(all.all().size() == 4);
  CHECK((all.all()[0].message == msg("unknown unit `{0}`", "mat")));
}

TEST_CASE("the order does not depend on what was found first") {
  const std::vector<Diagnostic> list = {
      found(0, 1, code::unknown_key, msg("b")),
      found(0, 1, code::unknown_key, msg("a")),
      found(0, 1, code::unknown_key, msg("a {0}", 2)),
      found(0, 1, code::unknown_key, msg("a {0}", 1)),
      found(0, 1, code::unknown_key, msg("a {0}", Exact(2, 3))),
      found(0, 1, code::unknown_key, msg("a {0}", Exact(1, 2))),
      found(0, 1, code::unknown_key, msg("a {0}", Word{"no"})),
      found(0, 1, code::unknown_key, msg("a {0}", Word{"yes"}))};
  Diagnostics forward;
  Diagnostics backward;
  for (std::size_t i = 0; i < list.size(); ++i) {
    forward.add(list[i]);
    backward.add(list[list.size() - 1 - i]);
  }
  forward.sort();
  backward.sort();
  REQUIRE(forward.all().size() == list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    CHECK((forward.all()[i].message == backward.all()[i].message));
  }
}

TEST_CASE("findings are counted by how grave they are") {
  Diagnostics all;
  all.add(found(0, 1, code::unknown_key));
  all.add(found(0, 2, code::unknown_unit));
  all.add(found(0, 3, code::not_nfc));
  all.add(found(0, 4, code::assumed_rule));
  CHECK(all.count(Severity::error) == 2);
  CHECK(all.count(Severity::warning) == 1);
  CHECK(all.count(Severity::info) == 1);
}

TEST_CASE("English words follow their number") {
  const struct {
    int units;
    int all;
    std::string words;
  } table[] = {{0, 1, "0 units of 1 kind"},
               {1, 2, "1 unit of 2 kinds"},
               {11, 0, "11 units of 0 kinds"}};
  for (const auto& row : table) {
    CHECK(say(Message{"{0} {0:unit|units} of {1} {1:kind|kinds}",
                      {Exact(row.units), argument(row.all)}},
              Language::en) == row.words);
  }
}

}  // namespace
}  // namespace thidua
