// Targets assigned for a year, for the decision that assigns them.
#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "document/plan_parts.hpp"
#include "render/successions.hpp"
#include "rules/successions.hpp"

namespace thidua::document {
namespace {

using render::Json;

struct AssignedRow {
  const Unit* unit;
  const AssignedTarget* target;
};

// Of a year that is known on the day, by name.
std::vector<AssignedRow> rows_of(const ContextView& view,
                                 const Assignment& assignment,
                                 const Period& year) {
  std::vector<AssignedRow> rows;
  for (const Figures& figures : view.plan.figures) {
    const Unit* unit = view.plan.unit(figures.unit.value);
    if (unit == nullptr || figures.period.value != year) {
      continue;
    }
    for (const AssignedTarget& target : figures.assigned) {
      if (target.assignment.value == assignment.id.value &&
          (!target.date || *target.date <= view.today)) {
        rows.push_back({unit, &target});
      }
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const AssignedRow& a, const AssignedRow& b) {
                     return compare_vietnamese(a.unit->name_on(year.last()),
                                               b.unit->name_on(year.last())) <
                            0;
                   });
  return rows;
}

// From when to when within the year a unit is there; null: all of it.
Json stretch_of(const ContextView& view, const Unit& unit, const Period& year) {
  std::optional<Date> last;
  if (const Succession* event = ended_by(view.plan, unit.id, year.last())) {
    last = add_days(*event->on, -1);
  } else if (unit.enrolled_to && unit.enrolled_to->last() < year.last()) {
    last = unit.enrolled_to->last();
  }
  std::string words;
  if (unit.enrolled_from && year.first() < unit.enrolled_from->first()) {
    words = say(msg("from {0}", unit.enrolled_from->first()), view.language);
  }
  if (last) {
    render::append(words, say(msg("through {0}", *last), view.language), " ");
  }
  return render::or_null(words);
}

const char* unit_of(MeasureUnit unit) {
  switch (unit) {
    case MeasureUnit::points:
      return N_("percentage points");
    case MeasureUnit::percent:
      return N_("%");
    case MeasureUnit::count:
      break;
  }
  return "";
}

Json kinds_of(const ContextView& view, const std::vector<AssignedRow>& rows,
              const Period& year) {
  Json kinds = Json::array();
  for (const UnitKind& kind : view.plan.sheet.kinds) {
    Json units = Json::array();
    for (const AssignedRow& row : rows) {
      if (row.unit->kind_in(year) != kind.id.value) {
        continue;
      }
      Json each{{"number", units.size() + 1},
                {"name", row.unit->name_on(year.last())},
                {"parent", render::or_null(render::parent_words(
                               view.plan, row.unit->parent(), year.last()))},
                {"stretch", stretch_of(view, *row.unit, year)}};
      render::set_number(each, "value", row.target->value.value);
      units.push_back(std::move(each));
    }
    if (!units.empty()) {
      kinds.push_back({{"name", kind.name}, {"units", std::move(units)}});
    }
  }
  return kinds;
}

// "Quyết định giao chỉ tiêu …" of the same year is what is being drafted, and
// no basis of itself.
bool is_the_decision(std::string_view document, const Period& year) {
  const std::string text = without_marks(document);
  return text.starts_with("quyet dinh giao") &&
         text.find("chi tieu") != text.npos &&
         text.find(year.to_string()) != text.npos;
}

// The documents that the targets rest on, each once.
Json bases_of(const std::vector<AssignedRow>& rows, const Period& year) {
  Json bases = Json::array();
  for (const AssignedRow& row : rows) {
    const std::string& document = row.target->document;
    if (!document.empty() && !is_the_decision(document, year) &&
        std::find(bases.begin(), bases.end(), Json(document)) == bases.end()) {
      bases.push_back(document);
    }
  }
  return bases;
}

}  // namespace

Json assigned_json(const ContextView& view, int year) {
  const Period period = Period::year(year);
  Json json = Json::array();
  for (const Assignment& each : view.plan.sheet.assignments) {
    const std::vector<AssignedRow> rows = rows_of(view, each, period);
    const char* unit = unit_of(each.unit);
    json.push_back(
        {{"name", each.name},
         {"unit", *unit == '\0' ? Json() : Json(say(unit, view.language))},
         {"bases", bases_of(rows, period)},
         {"kinds", kinds_of(view, rows, period)}});
  }
  return json;
}

}  // namespace thidua::document
