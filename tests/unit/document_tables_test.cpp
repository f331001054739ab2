// Tables written down: CSV, names of sheets and files.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "document/csv.hpp"
#include "document/file_names.hpp"
#include "document/spreadsheet.hpp"
#include "document/spreadsheet_layout.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using namespace thidua::document;
using test::day;

DataTable one_cell(Cell cell, const char* heading = "a") {
  return {
      "t", "T", {{heading, false, false}}, {{{std::move(cell)}, 0, false}}, {}};
}

}  // namespace

TEST_CASE("a cell of CSV is plain, and safe where Excel reads it") {
  struct Line {
    Cell cell;
    const char* plain;
    const char* excel;
  };
  const Line lines[] = {
      {Cell(), "", ""},
      {Cell(Exact(1234567)), "1234567", "1234567"},
      {Cell(Exact(-5, 2)), "-2.5", "-2.5"},  // a number is never a formula
      {Cell(Exact(100, 7)), "14.29", "14.29"},
      {Cell(day("2024-02-29")), "2024-02-29", "2024-02-29"},
      {Cell(std::string("Xã A")), "Xã A", "Xã A"},
      {Cell(std::string("a,b")), "\"a,b\"", "\"a,b\""},
      {Cell(std::string("a \"b\"")), "\"a \"\"b\"\"\"", "\"a \"\"b\"\"\""},
      {Cell(std::string("a\nb")), "\"a\nb\"", "\"a\nb\""},
      {Cell(std::string("=1+1")), "=1+1", "'=1+1"},
      {Cell(std::string("+84")), "+84", "'+84"},
      {Cell(std::string("-")), "-", "'-"},
      {Cell(std::string("@SUM(A1)")), "@SUM(A1)", "'@SUM(A1)"},
      {Cell(std::string("\t=1")), "\"\t=1\"", "\"'\t=1\""},
      {Cell(std::string("1=1")), "1=1", "1=1"},
      {Cell(std::string("<&{{x}}>")), "<&{{x}}>", "<&{{x}}>"},
  };
  for (const Line& line : lines) {
    CAPTURE(line.plain);
    CHECK(to_csv(one_cell(line.cell), {}) ==
          fmt::format("a\n{}\n", line.plain));
    CHECK(to_csv(one_cell(line.cell), {true, "", ""}) ==
          fmt::format("\xEF\xBB\xBF"
                      "a\r\n{}\r\n",
                      line.excel));
  }
}

TEST_CASE("headings of CSV say what is in percent, and a caveat is a column") {
  DataTable table{"t",
                  "T",
                  {{"Unit", false, false}, {"Rate", true, true}},
                  {{{std::string("A"), Exact(5)}, 0, false}},
                  {}};
  CHECK(to_csv(table, {}) == "Unit,Rate (%)\nA,5\n");
  CHECK(to_csv(table, {false, "Made up.", "Caveat"}) ==
        "Unit,Rate (%),Caveat\nA,5,Made up.\n");
}

TEST_CASE("sheets have names that every program takes") {
  std::vector<DataTable> tables;
  for (const char* id :
       {"figures", "a-very-long-id-of-a-table-that-goes-on-1",
        "a-very-long-id-of-a-table-that-goes-on-2", "x/y:z*?[a]\\b"}) {
    DataTable table = one_cell(Cell());
    table.id = id;
    tables.push_back(std::move(table));
  }
  const auto names = sheet_names(tables);
  CHECK(names[0] == "figures");
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == 4);
  for (const std::string& name : names) {
    CHECK(name.size() <= 31);
    CHECK(name.find_first_of("[]:*?/\\'") == std::string::npos);
  }
}

TEST_CASE("documents are named in ASCII") {
  struct Line {
    const char* type;
    const char* year;
    const char* words;
    const char* extension;
    const char* name;
  };
  const Line lines[] = {
      {"BC", "2024", "hang-nam", "xlsx", "BC-2024-hang-nam.xlsx"},
      {"QĐ", "2024", "Khen thưởng đợt 1", "docx",
       "QD-2024-khen-thuong-dot-1.docx"},
      {"TTr", "2023-H1", "Đề nghị", "docx", "TTr-2023-h1-de-nghi.docx"},
      {"PCD", "2024", "the-duc/lung-cai", "xlsx",
       "PCD-2024-the-duc-lung-cai.xlsx"},
      {"", "2024", "", "csv", "2024.csv"},
      {"BC", "", "../../etc", "csv", "BC-etc.csv"},
  };
  for (const Line& line : lines) {
    CHECK(file_name(line.type, line.year, line.words, line.extension) ==
          line.name);
  }
  CHECK(file_name(ReportScope{ReportKind::final, 2025, {}, {}, {}, true},
                  "csv") == "BC-2025-tong-ket.csv");
}

TEST_CASE("a spreadsheet of the same tables is the same bytes") {
  DataTable table = one_cell(std::string("Xã A & <B>"));
  table.rows.push_back({{Exact(5)}, 1, true});
  table.rows.push_back({{Date{std::chrono::year(1899) / 12 / 31}}, 0, false});
  table.rows.push_back({{day("2024-12-31")}, 0, false});
  table.rows.push_back({{Exact::power_of_ten(20)}, 0, false});
  table.rows.push_back({{std::string(50000, 'x')}, 0, false});
  table.notes.push_back(std::string(40000, 'n'));
  const SpreadsheetFrame frame{"Kế hoạch", day("2024-12-31"), "Minh họa."};
  const auto once = to_xlsx({table, table}, frame);
  const auto again = to_xlsx({table, table}, frame);
  REQUIRE(once);
  REQUIRE(again);
  CHECK(once->starts_with("PK"));
  CHECK(*once == *again);
}
