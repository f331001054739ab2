// CSV sheets: what spreadsheets save, and what nobody should have.
#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "base/csv.hpp"

namespace {

using namespace thidua;

// "line: cell|cell", one for each row, the headings first; or the faults.
std::string read_as_text(std::string_view bytes) {
  const auto table = read_csv(bytes);
  std::string text;
  if (!table) {
    for (const CsvFault& fault : table.error()) {
      text +=
          fmt::format("{}! {}\n", fault.line, say(fault.what, Language::en));
    }
    return text;
  }
  text = fmt::format("{}: {}\n", table->line, fmt::join(table->head, "|"));
  for (const CsvRow& row : table->rows) {
    text += fmt::format("{}: {}\n", row.line, fmt::join(row.cells, "|"));
  }
  return text;
}

struct Sheet {
  std::string_view bytes;
  const char* read;
};

TEST_CASE("csv: sheets that are read") {
  const Sheet sheets[] = {
      {"a,b\n1,2\n", "1: a|b\n2: 1|2\n"},
      {"a,b\n1,2", "1: a|b\n2: 1|2\n"},
      {"a,b\r\n1,2\r\n", "1: a|b\n2: 1|2\n"},
      {"a,b\r1,2\r", "1: a|b\n2: 1|2\n"},
      {"\xEF\xBB\xBF"
       "a;b\r\n1;2,5\r\n",
       "1: a|b\n2: 1|2,5\n"},
      {"a\tb\n1;2\t3\n", "1: a|b\n2: 1;2|3\n"},
      // The separator is that of the headings, outside quotes.
      {"\"a;b;c\",d\n1,2\n", "1: a;b;c|d\n2: 1|2\n"},
      {"a\nx\n", "1: a\n2: x\n"},
      // Quotes.
      {"a,b\n\"1,\"\"x\"\"\",2\n", "1: a|b\n2: 1,\"x\"|2\n"},
      {"a,b\n\"\",2\n", "1: a|b\n2: |2\n"},
      {"a,b\n\"1\r\n2\",3\n4,5\n", "1: a|b\n2: 1\n2|3\n4: 4|5\n"},
      {"\"a\",\"b\"\n\"1\",\"2\"", "1: a|b\n2: 1|2\n"},
      // Spaces at the ends of a cell.
      {" a ,b\n 1 , 2\n", "1: a|b\n2: 1|2\n"},
      // Empty rows, cells left out and empty columns at the end.
      {"\n\na,b\n\n1\n,\n2,3\n", "3: a|b\n5: 1|\n7: 2|3\n"},
      {"a,b,,\n1,2,,\n,,,\n", "1: a|b\n2: 1|2\n"},
      {"a,,b\n1,,2\n", "1: a||b\n2: 1||2\n"},
      {"a,b\n", "1: a|b\n"},
      // NFD becomes NFC.
      {"t\x65\xCC\x82n\nX\x61\xCC\x83\n", "1: t\xC3\xAAn\n2: X\xC3\xA3\n"},
  };
  for (const Sheet& sheet : sheets) {
    CAPTURE(sheet.bytes);
    CHECK(read_as_text(sheet.bytes) == sheet.read);
  }
}

TEST_CASE("csv: sheets with faults") {
  const Sheet sheets[] = {
      {"", "1! the sheet is empty\n"},
      {"\n \r\n,,\n", "1! the sheet is empty\n"},
      {"\xEF\xBB\xBF", "1! the sheet is empty\n"},
      {"a,b\n1,x\"y\n", "2! a quote stands in a cell without quotes\n"},
      {"a,b\n1, \"y\"\n", "2! a quote stands in a cell without quotes\n"},
      {"a,b\n\"1\"x,2\n", "2! something stands behind the closing quote\n"},
      {"a,b\n\"1\" ,2\n", "2! something stands behind the closing quote\n"},
      {"a,b\n1,\"2\n3,4\n", "2! a quote is opened here and never closed\n"},
      {"\"", "1! a quote is opened here and never closed\n"},
      {"a,b\n1,2,3\n4,5\n6,7,8\n",
       "2! `3` stands in a column without a heading\n"
       "4! `8` stands in a column without a heading\n"},
      {"a,,b\n1,2,3\n", "2! `2` stands in a column without a heading\n"},
      {"a,b,A\n", "1! the heading `A` stands twice\n"},
      {"a-b,a_b\n", "1! the heading `a_b` stands twice\n"},
      {"a,b\n1,\xFF\n", "2! this is not UTF-8\n"},
      {"a,b\n1,\xC3\n", "2! this is not UTF-8\n"},
      {"\xFF\xFE"
       "a",
       "1! the sheet is UTF-16\n"},
      {std::string_view("a,b\n1,\0\n", 8),
       "2! a control character stands here\n"},
      {"a,b\n1,\x1B[31m\n", "2! a control character stands here\n"},
  };
  for (const Sheet& sheet : sheets) {
    CAPTURE(sheet.bytes);
    CHECK(read_as_text(sheet.bytes) == sheet.read);
  }
}

TEST_CASE("csv: large sheets") {
  std::string most = "a\n";
  most.resize(max_csv_bytes, 'x');
  CHECK(read_csv(most).has_value());
  CHECK(read_as_text(most + "x") ==
        "1! the sheet is larger than 1048576 bytes\n");
  CHECK(read_csv("a\n" + std::string(max_csv_bytes - 2, ',')).has_value());
  CHECK(read_csv(std::string(max_csv_bytes, '"')).has_value());
  std::string rows = "a,b\n";
  while (rows.size() + 4 < max_csv_bytes) {
    rows += "1,2\n";
  }
  const auto table = read_csv(rows);
  REQUIRE(table.has_value());
  CHECK(table->rows.size() == (rows.size() - 4) / 4);
}

// Whatever the bytes are, a table or faults come of them, and every row has as
// many cells as there are headings.
TEST_CASE("csv: any short text of the signs that matter") {
  constexpr std::string_view signs = "a\",;\n\r \xC3";
  for (std::size_t number = 0; number < 8 * 8 * 8 * 8 * 8 * 8; ++number) {
    std::string bytes;
    for (std::size_t rest = number; rest > 0; rest /= signs.size()) {
      bytes += signs[rest % signs.size()];
    }
    const auto table = read_csv(bytes);
    if (!table) {
      REQUIRE_FALSE(table.error().empty());
      continue;
    }
    for (const CsvRow& row : table->rows) {
      REQUIRE(row.cells.size() == table->head.size());
    }
  }
}

TEST_CASE("csv: columns by name, and rows written") {
  const auto table = read_csv("Unit,Written–Yes\n1,2\n");
  REQUIRE(table.has_value());
  CHECK(table->column("unit") == 0);
  CHECK(table->column("written-yes") == 1);
  CHECK(table->column("written_yes") == 1);
  CHECK_FALSE(table->column("no").has_value());
  const std::vector<std::string> cells{"Xã A", "a,b", "a;b", "\"x\"", ""};
  CHECK(csv_row(cells) == "Xã A,\"a,b\",\"a;b\",\"\"\"x\"\"\",\n");
  const auto again = read_csv("a,b,c,d,e\n" + csv_row(cells));
  REQUIRE(again.has_value());
  CHECK(again->rows.front().cells == cells);
}

}  // namespace
