// The plans of the bodies below, in words: who is there, who has reported.
#include "render/report_children.hpp"

#include <algorithm>

#include "render/report_writer.hpp"
#include "render/status.hpp"

namespace thidua::render {
namespace {

class WhoWriter {
 public:
  explicit WhoWriter(const BelowView& view) : view_(view) {}

  void write() const {
    heading();
    view_.out.paragraph(without());
    troubles();
    added_up();
    plans();
    for (const ChildDuty& each : view_.below.duties) {
      duty(each);
    }
  }

 private:
  [[nodiscard]] std::string place(const ChildRow& row,
                                  const ChildPlace& where) const {
    const std::string& folder = row.folder->path;
    if (where.file.empty()) {
      return folder;
    }
    return where.line == 0
               ? fmt::format("{}/{}", folder, where.file)
               : fmt::format("{}/{}:{}", folder, where.file, where.line);
  }

  [[nodiscard]] std::string fault_text(const ChildRow& row,
                                       const ChildFault& fault) const {
    const std::string what = view_.say(fault.message);
    return fault.where.file.empty()
               ? what
               : fmt::format("{} ({})", what, place(row, fault.where));
  }

  [[nodiscard]] std::string state(const ChildRow& row) const {
    if (row.left_out) {
      return view_.say("not added up");
    }
    return row.summary->errors == 0
               ? view_.say("added up")
               : view_.say(msg("added up; has {0} {0:error|errors}",
                               row.summary->errors));
  }

  [[nodiscard]] std::string document(const ChildRow& row) const {
    if (row.summary == nullptr) {
      return "–";
    }
    const std::string text =
        fmt::format("{}, {}", number_words(row.summary->number, view_.language),
                    date_words(row.summary->date, view_.language));
    return row.has_issued(view_.as_of)
               ? text
               : view_.say(msg("not issued yet on this day ({0})", text));
  }

  void heading() const {
    const std::size_t units = static_cast<std::size_t>(
        std::count_if(view_.below.rows.begin(), view_.below.rows.end(),
                      [](const ChildRow& row) {
                        return row.unit != nullptr && !row.counted_elsewhere;
                      }));
    view_.heading(view_.say(msg("{0} of {1} have issued a plan",
                                view_.below.issued(view_.as_of), units)));
  }

  void plans() const {
    Grid grid{{Align::left, Align::left, Align::left, Align::left},
              {view_.say("Unit"), view_.say("Plan"), view_.say("Folder"),
               view_.say("State")},
              {}};
    for (const ChildRow& row : view_.below.rows) {
      grid.rows.push_back(
          {row.unit == nullptr ? "–" : row.unit->name.value, document(row),
           row.folder == nullptr ? "–" : row.folder->path, state(row)});
    }
    view_.out.table(std::move(grid));
  }

  // "Huyện A (../huyen/a)"
  [[nodiscard]] static std::string who(const ChildRow& row) {
    return row.folder == nullptr || row.name() == row.folder->path
               ? row.name()
               : fmt::format("{} ({})", row.name(), row.folder->path);
  }

  // What is to be mended, before the long lists.
  void troubles() const {
    std::vector<std::string> lines;
    for (const ChildRow& row : view_.below.rows) {
      if (row.left_out) {
        lines.push_back(view_.say(msg("not added up: {0}: {1}", who(row),
                                      fault_text(row, *row.left_out))));
      } else if (row.summary->first_error) {
        lines.push_back(view_.say(msg(
            "{0}: {1} {1:error|errors}, the first: {2}", who(row),
            row.summary->errors, fault_text(row, *row.summary->first_error))));
      }
    }
    view_.out.list(std::move(lines));
  }

  void added_up() const {
    std::vector<std::string> units;
    for (const ChildUnitCount& each : view_.below.units) {
      units.push_back(fmt::format("{} {}", each.count, each.name));
    }
    if (!units.empty()) {
      view_.out.paragraph(
          view_.say(msg("Units in these plans: {0}",
                        fmt::format("{}", fmt::join(units, "; ")))));
    }
    if (!view_.below.illustrative.empty()) {
      std::vector<std::string> names;
      for (const std::size_t row : view_.below.illustrative) {
        names.push_back(view_.name(row));
      }
      view_.out.paragraph(
          view_.say(msg("With made-up data: {0}",
                        fmt::format("{}", fmt::join(names, "; ")))));
    }
    if (!view_.below.unknown_figures.empty()) {
      view_.out.paragraph(view_.say(msg(
          "Figures below that this plan does not declare, and that are "
          "not added up: {0}",
          fmt::format("{}", fmt::join(view_.below.unknown_figures, ", ")))));
    }
  }

  [[nodiscard]] std::string without() const {
    return view_.below.missing() == 0
               ? view_.say(msg("Every sum is over {0} {0:folder|folders}.",
                               view_.below.added_up()))
               : view_.say(msg("Every sum is over {0} {0:folder|folders}; {1} "
                               "{1:is|are} missing.",
                               view_.below.added_up(), view_.below.missing()));
  }

  // "Huyện A (08/11/2023, 3 days late)"
  [[nodiscard]] std::string filed_text(const ChildFilingRow& each) const {
    std::string text = date(each.filing->date, view_.language);
    if (each.days_late > 0) {
      text += ", " + view_.say(msg("{0} {0:day|days} late", each.days_late));
    }
    return fmt::format("{} ({})", view_.name(each.row), text);
  }

  void duty(const ChildDuty& duty) const {
    view_.heading(view_.say(duty_title(
        duty.when, duty.count(ChildFilingState::filed), duty.rows.size())));
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&](const char* label, const auto& belongs,
                         const auto& text) {
      std::vector<std::string> texts;
      for (const ChildFilingRow& each : duty.rows) {
        if (belongs(each)) {
          texts.push_back(text(each));
        }
      }
      if (!texts.empty()) {
        facts.emplace_back(
            fmt::format("{} ({})", view_.say(label), texts.size()),
            fmt::format("{}", fmt::join(texts, "; ")));
      }
    };
    const auto named = [&](const ChildFilingRow& each) {
      return view_.name(each.row);
    };
    const auto filed = [&](const ChildFilingRow& each) {
      return filed_text(each);
    };
    const auto is = [](ChildFilingState state) {
      return
          [state](const ChildFilingRow& each) { return each.state == state; };
    };
    add(
        N_("Sent"),
        [](const ChildFilingRow& each) {
          return each.filing != nullptr && each.days_late == 0;
        },
        filed);
    add(
        N_("Sent late"),
        [](const ChildFilingRow& each) { return each.days_late > 0; }, filed);
    add(N_("Not sent"), is(ChildFilingState::not_filed), named);
    add(N_("Plan without this duty"), is(ChildFilingState::no_such_duty),
        named);
    add(N_("Folder not read"), is(ChildFilingState::not_read), named);
    add(
        N_("Sent, not recorded here as received"),
        [](const ChildFilingRow& each) {
          return each.filing != nullptr && each.received == nullptr;
        },
        named);
    view_.out.facts(std::move(facts));
  }

  const BelowView& view_;
};

}  // namespace

void ReportWriter::below() {
  if (!report_.below) {
    return;
  }
  open(ReportPart::children, 2);
  for (const ChildrenOfKind& kind : report_.below->kinds) {
    const BelowView view{kind, !view_.plan.sheet.figures.empty(),
                         report_.scope.as_of, view_.language, out_};
    WhoWriter(view).write();
    write_numbers_below(view);
  }
}

}  // namespace thidua::render
