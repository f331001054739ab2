#include "base/csv.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/span.hpp"
#include "base/text.hpp"

namespace thidua {
namespace {

constexpr std::array<char, 3> csv_separators{',', ';', '\t'};

using CsvFaults = std::vector<CsvFault>;

Message save_as_utf8() {
  return msg("in the spreadsheet, save it as “CSV UTF-8”");
}

// What keeps the bytes from being text.
std::optional<CsvFault> refuse_bytes(std::string_view bytes) {
  if (bytes.size() > max_csv_bytes) {
    return CsvFault{1, msg("the sheet is larger than {0} bytes", max_csv_bytes),
                    msg("divide it into several")};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return CsvFault{1, msg("the sheet is UTF-16"), save_as_utf8()};
  }
  if (const auto at = find_invalid_utf8(bytes)) {
    return CsvFault{locate(bytes, *at).line, msg("this is not UTF-8"),
                    save_as_utf8()};
  }
  const auto control = std::find_if(bytes.begin(), bytes.end(), [](char each) {
    return (each >= 0 && each < ' ' && each != '\t' && each != '\r' &&
            each != '\n') ||
           each == '\x7F';
  });
  if (control != bytes.end()) {
    const auto at = static_cast<std::size_t>(control - bytes.begin());
    return CsvFault{locate(bytes, at).line,
                    msg("a control character stands here"),
                    bytes.find('\0') != std::string_view::npos ? save_as_utf8()
                                                               : Message{}};
  }
  return std::nullopt;
}

std::string heading_key(std::string_view heading) {
  std::string key = folded(heading);
  std::replace(key.begin(), key.end(), '_', '-');
  return key;
}

bool is_blank_row(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

// Cell after cell; stops at the first quote that is out of place.
class CsvScanner {
 public:
  explicit CsvScanner(std::string_view text)
      : text_(text), separator_(find_separator(text)) {}

  [[nodiscard]] char separator() const { return separator_; }
  [[nodiscard]] const std::optional<CsvFault>& fault() const { return fault_; }

  // The next row that is not empty; nothing at the end or at a fault.
  std::optional<CsvRow> next() {
    while (at_ < text_.size()) {
      CsvRow row{line_, take_row()};
      if (fault_) {
        return std::nullopt;
      }
      if (!is_blank_row(row.cells)) {
        return row;
      }
    }
    return std::nullopt;
  }

 private:
  static bool is_line_end(char sign) { return sign == '\r' || sign == '\n'; }

  // In the first line with anything on it, outside quotes.
  static char find_separator(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    std::array<std::size_t, csv_separators.size()> counts{};
    bool quoted = false;
    for (const char sign : text) {
      if (is_line_end(sign) && !quoted) {
        break;
      }
      quoted = quoted != (sign == '"');
      for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!quoted && sign == csv_separators.at(i)) {
          ++counts.at(i);
        }
      }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return csv_separators.at(static_cast<std::size_t>(most - counts.begin()));
  }

  [[nodiscard]] bool at_cell_end() const {
    return at_ == text_.size() || text_[at_] == separator_ ||
           is_line_end(text_[at_]);
  }

  void refuse(std::size_t line, Message what, Message hint) {
    fault_ = CsvFault{line, std::move(what), std::move(hint)};
  }

  // CRLF is one.
  void take_line_end() {
    at_ += std::size_t{text_.substr(at_).starts_with("\r\n") ? 2U : 1U};
    ++line_;
  }

  std::vector<std::string> take_row() {
    std::vector<std::string> cells;
    while (!fault_) {
      cells.push_back(to_nfc(trimmed(take_cell())));
      if (fault_ || at_ == text_.size()) {
        break;
      }
      if (text_[at_] != separator_) {
        take_line_end();
        break;
      }
      ++at_;
    }
    return cells;
  }

  std::string take_cell() {
    if (at_ < text_.size() && text_[at_] == '"') {
      return take_quoted();
    }
    const std::size_t begin = at_;
    while (!at_cell_end()) {
      if (text_[at_] == '"') {
        refuse(line_, msg("a quote stands in a cell without quotes"),
               msg("put the cell into quotes and write those in it twice"));
        return {};
      }
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string take_quoted() {
    const std::size_t begin = line_;
    std::string cell;
    ++at_;
    while (at_ < text_.size()) {
      if (is_line_end(text_[at_])) {
        take_line_end();
        cell += '\n';
        continue;
      }
      const char sign = text_[at_++];
      if (sign != '"') {
        cell += sign;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell += text_[at_++];
      } else {
        if (!at_cell_end()) {
          refuse(line_, msg("something stands behind the closing quote"),
                 msg("quotes in a cell are written twice"));
        }
        return cell;
      }
    }
    refuse(begin, msg("a quote is opened here and never closed"),
           msg("quotes in a cell are written twice"));
    return {};
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::optional<CsvFault> fault_;
};

void take_head(CsvRow row, CsvTable& table, CsvFaults& faults) {
  while (row.cells.back().empty()) {
    row.cells.pop_back();  // not the last: the row is not empty
  }
  table.line = row.line;
  table.head = std::move(row.cells);
  std::set<std::string> seen;
  for (const std::string& name : table.head) {
    if (!name.empty() && !seen.insert(heading_key(name)).second) {
      faults.push_back({row.line, msg("the heading `{0}` stands twice", name),
                        msg("rename or delete one of the two columns")});
    }
  }
}

void take_csv_row(CsvRow row, CsvTable& table, CsvFaults& faults) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool headed = i < table.head.size() && !table.head[i].empty();
    if (!headed && !row.cells[i].empty()) {
      faults.push_back(
          {row.line,
           msg("`{0}` stands in a column without a heading", row.cells[i]),
           msg("a cell with the separator in it must stand in quotes")});
      return;
    }
  }
  row.cells.resize(table.head.size());
  table.rows.push_back(std::move(row));
}

}  // namespace

bool same_heading(std::string_view a, std::string_view b) {
  return heading_key(a) == heading_key(b);
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const std::string wanted = heading_key(name);
  const auto at = std::find_if(
      head.begin(), head.end(),
      [&](const std::string& each) { return heading_key(each) == wanted; });
  return at == head.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(at - head.begin()));
}

Result<CsvTable, std::vector<CsvFault>> read_csv(std::string_view bytes) {
  if (auto fault = refuse_bytes(bytes)) {
    return CsvFaults{std::move(*fault)};
  }
  constexpr std::string_view bom = "\xEF\xBB\xBF";
  bytes.remove_prefix(bytes.starts_with(bom) ? bom.size() : 0);
  CsvScanner scanner(bytes);
  CsvTable table;
  CsvFaults faults;
  table.separator = scanner.separator();
  auto row = scanner.next();
  if (row) {
    take_head(std::move(*row), table, faults);
  } else if (!scanner.fault()) {
    faults.push_back({1, msg("the sheet is empty"), {}});
  }
  while ((row = scanner.next())) {
    take_csv_row(std::move(*row), table, faults);
  }
  if (scanner.fault()) {
    faults.push_back(*scanner.fault());
  }
  return faults.empty() ? Result<CsvTable, CsvFaults>(std::move(table))
                        : Result<CsvTable, CsvFaults>(std::move(faults));
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    line += i == 0 ? "" : ",";
    if (cell.find_first_of(",;\t\r\n\"") == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char sign : cell) {
      line += sign == '"' ? "\"\"" : std::string(1, sign);
    }
    line += '"';
  }
  return line + "\n";
}

}  // namespace thidua
