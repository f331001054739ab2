// libxlsxwriter writes to a file that it is given the name of.  It gets one
// that is in memory only, so that nothing is left behind when the program is
// killed.
#include "document/spreadsheet.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

#include "base/text.hpp"
#include "document/spreadsheet_layout.hpp"

namespace thidua::document {
namespace {

constexpr const char* font = "Times New Roman";
constexpr double font_size = 12;
constexpr double title_size = 14;
constexpr double line_height = 16;
constexpr double title_line_height = 19;
constexpr double most_height = 409;  // of a row
constexpr std::uint8_t a4 = 9;
constexpr std::size_t longest_cell = 32000;  // bytes; Excel takes 32767
constexpr std::size_t most_digits = 15;

enum class LookKind { title, caveat, heading, text, whole, decimal, day, note };

struct Look {
  LookKind kind = LookKind::text;
  bool bold = false;
  int indent = 0;

  friend bool operator<(const Look& a, const Look& b) {
    return std::tie(a.kind, a.bold, a.indent) <
           std::tie(b.kind, b.bold, b.indent);
  }
};

void set_number_look(LookKind kind, lxw_format* format) {
  if (kind == LookKind::whole || kind == LookKind::decimal) {
    format_set_num_format(format,
                          kind == LookKind::whole ? "#,##0" : "#,##0.00");
  } else if (kind == LookKind::day) {
    format_set_num_format(format, "dd/mm/yyyy");
    format_set_align(format, LXW_ALIGN_CENTER);
  }
}

bool stands_in_table(LookKind kind) {
  return kind != LookKind::title && kind != LookKind::caveat &&
         kind != LookKind::note;
}

void set_look(const Look& look, lxw_format* format) {
  format_set_font_name(format, font);
  format_set_font_size(format,
                       look.kind == LookKind::title ? title_size : font_size);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (stands_in_table(look.kind)) {
    format_set_border(format, LXW_BORDER_THIN);
  }
  if (look.kind == LookKind::heading) {
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, 0xE7E6E6);
  }
  if (look.kind == LookKind::text || !stands_in_table(look.kind) ||
      look.kind == LookKind::heading) {
    format_set_text_wrap(format);
  }
  if (look.kind == LookKind::caveat || look.kind == LookKind::note) {
    format_set_italic(format);
  }
  if (look.bold || look.kind == LookKind::title ||
      look.kind == LookKind::heading) {
    format_set_bold(format);
  }
  if (look.indent > 0) {
    format_set_indent(format, static_cast<std::uint8_t>(look.indent));
  }
  set_number_look(look.kind, format);
}

// No letter is cut in two.
std::string fitting_text(const std::string& text) {
  if (text.size() <= longest_cell) {
    return text;
  }
  std::size_t end = longest_cell;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end) + "…";
}

bool fits_a_spreadsheet(const Exact& value) {
  const std::string digits = value.to_plain();
  return digits.size() <= most_digits;
}

class Book {
 public:
  explicit Book(const char* path) : book_(workbook_new(path)) {}
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (book_ != nullptr) {
      workbook_close(book_);
    }
  }

  [[nodiscard]] bool is_open() const { return book_ != nullptr; }
  [[nodiscard]] lxw_workbook* get() const { return book_; }

  void describe(const SpreadsheetFrame& frame) {
    std::string title = frame.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = static_cast<time_t>(
        std::chrono::sys_days(frame.made).time_since_epoch().count() * 86400);
    note(workbook_set_properties(book_, &properties));
  }

  [[nodiscard]] lxw_format* format(const Look& look) {
    lxw_format*& format = formats_[look];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      set_look(look, format);
    }
    return format;
  }

  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) {
      error_ = error;
    }
  }

  // Writes the file.
  [[nodiscard]] lxw_error close() {
    note(workbook_close(book_));
    book_ = nullptr;
    return error_;
  }

 private:
  lxw_workbook* book_;
  lxw_error error_ = LXW_NO_ERROR;
  std::map<Look, lxw_format*> formats_;
};

// One sheet, from above to below.
class SheetWriter {
 public:
  SheetWriter(Book& book, const DataTable& table, const std::string& name)
      : book_(book),
        table_(table),
        sheet_(workbook_add_worksheet(book.get(), name.c_str())),
        widths_(column_widths(table)),
        last_column_(static_cast<lxw_col_t>(table.columns.size() - 1)) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      book_.note(worksheet_set_column(sheet_, at, at, widths_[i], nullptr));
    }
  }

  void write(const std::string& caveat) {
    across(table_.title, {LookKind::title}, title_line_height);
    if (!caveat.empty()) {
      across(caveat, {LookKind::caveat}, line_height);
    }
    headings();
    const lxw_row_t heading = row_ - 1;
    for (const Row& row : table_.rows) {
      cells(row);
    }
    const lxw_row_t last_cells = row_ - 1;
    for (const std::string& note : table_.notes) {
      across(note, {LookKind::note}, line_height);
    }
    worksheet_freeze_panes(sheet_, heading + 1, 0);
    set_page(heading);
    take_numbers_as_texts(heading, last_cells);
  }

 private:
  // A text over the whole width; the row is as high as it needs.
  void across(const std::string& full, const Look& look, double height) {
    const std::string text = fitting_text(full);
    const double width =
        std::accumulate(widths_.begin(), widths_.end(), 0.0) *
        (look.kind == LookKind::title ? font_size / title_size : 1.0);
    const double rows = lines_in(text, width);
    set_height(rows * height);
    book_.note(last_column_ == 0
                   ? worksheet_write_string(sheet_, row_, 0, text.c_str(),
                                            book_.format(look))
                   : worksheet_merge_range(sheet_, row_, 0, row_, last_column_,
                                           text.c_str(), book_.format(look)));
    ++row_;
  }

  // Not every program makes a row as high as its texts need.
  void set_height(double height) {
    book_.note(worksheet_set_row(sheet_, row_, std::min(height, most_height),
                                 nullptr));
  }

  void headings() {
    std::vector<std::string> texts;
    texts.reserve(table_.columns.size());
    for (const Column& column : table_.columns) {
      texts.push_back(heading_of(column));
    }
    set_height(lines_in(texts, widths_) * line_height + 2);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      put_text(static_cast<lxw_col_t>(i), texts[i], {LookKind::heading});
    }
    ++row_;
  }

  void cells(const Row& row) {
    if (const int lines = lines_in(row, widths_); lines > 1) {
      set_height(lines * line_height);
    }
    bool indented = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool text = std::holds_alternative<std::string>(row.cells[i]);
      // Apart from a number that ends where the text begins.
      const int apart = i > 0 && table_.columns[i - 1].number ? 1 : 0;
      const int part = indented ? 0 : row.depth;
      const int indent = text ? std::max(apart, part) : 0;
      put(static_cast<lxw_col_t>(i), row.cells[i],
          {LookKind::text, row.total, indent});
      indented = indented || text;
    }
    ++row_;
  }

  void put(lxw_col_t at, const Cell& cell, Look look) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      put_text(at, *text, look);
    } else if (const auto* number = std::get_if<Exact>(&cell)) {
      put_number(at, *number, look);
    } else if (const auto* day = std::get_if<Date>(&cell)) {
      put_day(at, *day, look);
    } else {
      book_.note(worksheet_write_blank(sheet_, row_, at, book_.format(look)));
    }
  }

  void put_text(lxw_col_t at, const std::string& text, const Look& look) {
    book_.note(worksheet_write_string(
        sheet_, row_, at, fitting_text(text).c_str(), book_.format(look)));
  }

  void put_number(lxw_col_t at, const Exact& value, Look look) {
    if (!fits_a_spreadsheet(value)) {
      put_text(at, value.to_plain(), look);
      return;
    }
    look.kind =
        value.rounded(2).is_whole() ? LookKind::whole : LookKind::decimal;
    book_.note(worksheet_write_number(
        sheet_, row_, at, std::strtod(value.to_plain().c_str(), nullptr),
        book_.format(look)));
  }

  void put_day(lxw_col_t at, Date day, Look look) {
    if (day.year() < std::chrono::year(1900)) {
      put_text(at, to_iso(day), look);
      return;
    }
    look.kind = LookKind::day;
    lxw_datetime when{};
    when.year = static_cast<int>(day.year());
    when.month = static_cast<int>(static_cast<unsigned>(day.month()));
    when.day = static_cast<int>(static_cast<unsigned>(day.day()));
    book_.note(
        worksheet_write_datetime(sheet_, row_, at, &when, book_.format(look)));
  }

  void set_page(lxw_row_t heading) {
    constexpr double side = 0.6;  // inches: 15 mm
    constexpr double edge = 0.8;  // 20 mm
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, a4);
    worksheet_set_margins(sheet_, side, side, edge, edge);
    worksheet_fit_to_pages(sheet_, 1, 0);
    book_.note(worksheet_print_area(sheet_, 0, 0, row_ - 1, last_column_));
    book_.note(worksheet_repeat_rows(sheet_, heading, heading));
    book_.note(worksheet_set_footer(sheet_, "&C&P/&N"));
  }

  // Years and numbers of documents are texts, and no reason for a warning.
  void take_numbers_as_texts(lxw_row_t heading, lxw_row_t last) {
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
    lxw_rowcol_to_range(range.data(), heading, 0, last, last_column_);
    book_.note(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                       range.data()));
  }

  Book& book_;
  const DataTable& table_;
  lxw_worksheet* sheet_;
  std::vector<double> widths_;
  lxw_col_t last_column_;
  lxw_row_t row_ = 0;
};

class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("thidua-xlsx", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] std::string path() const {
    return fmt::format("/proc/self/fd/{}", descriptor_);
  }
  // Nothing where it cannot be read.
  [[nodiscard]] std::optional<std::string> bytes() const {
    struct stat about {};
    if (fstat(descriptor_, &about) != 0) {
      return std::nullopt;
    }
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t got = pread(descriptor_, bytes.data() + done,
                                bytes.size() - done, static_cast<off_t>(done));
      if (got <= 0) {
        return std::nullopt;
      }
      done += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int descriptor_;
};

Failure no_spreadsheet(const std::string& why) {
  return {ExitStatus::io, msg("the spreadsheet cannot be made: {0}", why), {}};
}

}  // namespace

Result<std::string> to_xlsx(const std::vector<DataTable>& tables,
                            const SpreadsheetFrame& frame) {
  const MemoryFile file;
  if (!file.is_open()) {
    return no_spreadsheet("memfd_create");
  }
  Book book(file.path().c_str());
  if (!book.is_open()) {
    return no_spreadsheet("workbook_new");
  }
  book.describe(frame);
  const std::vector<std::string> names = sheet_names(tables);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    SheetWriter(book, tables[i], names[i]).write(frame.caveat);
  }
  if (const lxw_error error = book.close(); error != LXW_NO_ERROR) {
    return no_spreadsheet(lxw_strerror(error));
  }
  auto bytes = file.bytes();
  return bytes ? Result<std::string>(std::move(*bytes))
               : Result<std::string>(no_spreadsheet("pread"));
}

}  // namespace thidua::document
