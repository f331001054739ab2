// Whose folder is whose.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "rules/roll_up_parts.hpp"

namespace thidua::rolling {
namespace {

using State = ChildFolder::State;

std::string_view last_segment(std::string_view id) {
  const std::size_t slash = id.rfind('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

// Units of one kind by what a folder may be known by.
class Owners {
 public:
  Owners(const Plan& plan, const UnitKind& kind) : plan_(plan) {
    for (const Unit& unit : plan.units) {
      if (unit.kind.value == kind.id.value) {
        units_.push_back(&unit);
        names_.push_back(folded(unit.name.value));
      }
    }
  }

  [[nodiscard]] const Unit* owner(const ChildFolder& folder,
                                  const ChildSummary* summary) const {
    const ChildGroup& group = plan_.sheet.children[folder.group];
    if (group.unit) {
      return plan_.unit(group.unit->value);
    }
    const Unit* by_name = only([&](std::size_t i) {
      return last_segment(units_[i]->id) == folder.name;
    });
    if (by_name != nullptr || summary == nullptr) {
      return by_name;
    }
    const std::string issuer = folded(summary->issuer);
    return only([&](std::size_t i) {
      return issuer == names_[i] || issuer.ends_with(" " + names_[i]);
    });
  }

  [[nodiscard]] const std::vector<const Unit*>& units() const { return units_; }

 private:
  // Null where none fits, or several do.
  template <class Fits>
  [[nodiscard]] const Unit* only(const Fits& fits) const {
    const Unit* found = nullptr;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (fits(i) && std::exchange(found, units_[i]) != nullptr) {
        return nullptr;
      }
    }
    return found;
  }

  const Plan& plan_;
  std::vector<const Unit*> units_;
  std::vector<std::string> names_;
};

std::optional<ChildFault> why_not_there(const ChildFolder& folder) {
  switch (folder.state) {
    case State::there:
      return std::nullopt;
    case State::missing:
      return ChildFault{msg("there is no such folder"), {}};
    case State::no_match:
      return ChildFault{msg("no folder fits this pattern"), {}};
    case State::own:
      return ChildFault{msg("it is the folder of this plan itself"), {}};
    case State::again:
      return ChildFault{msg("it is named a second time"), {}};
    case State::beyond:
      break;
  }
  return ChildFault{msg("there are more than {0} folders: the rest is not read",
                        most_children),
                    {}};
}

ChildRow row_of(const ChildFolder& folder, const GatheredChild& child,
                const Owners& owners) {
  ChildRow row;
  row.folder = &folder;
  row.summary = child.summary ? &*child.summary : nullptr;
  row.left_out = why_not_there(folder);
  row.counted_elsewhere =
      folder.state == State::own || folder.state == State::again;
  if (!row.left_out) {
    row.left_out = child.trouble;
  }
  if (!row.left_out && row.summary == nullptr) {
    row.left_out = ChildFault{msg("it has not been read"), {}};
  }
  if (folder.state == State::there || folder.state == State::missing) {
    row.unit = owners.owner(folder, row.summary);
  }
  if (!row.left_out && row.unit == nullptr) {
    row.left_out = ChildFault{msg("it belongs to no unit of the plan"), {}};
  }
  return row;
}

// Of several folders of one unit only the first is added up.
void leave_out_second_folders(std::vector<ChildRow>& rows) {
  std::set<const Unit*> added;
  for (ChildRow& row : rows) {
    if (!row.left_out && !added.insert(row.unit).second) {
      row.left_out =
          ChildFault{msg("another folder of the same unit is added up"), {}};
      row.counted_elsewhere = true;
    }
  }
}

bool comes_first(const ChildRow& a, const ChildRow& b) {
  if ((a.unit == nullptr) != (b.unit == nullptr)) {
    return b.unit == nullptr;
  }
  const auto by_name =
      a.unit == nullptr
          ? std::strong_ordering::equal
          : compare_vietnamese(a.unit->name.value, b.unit->name.value);
  if (by_name != 0) {
    return by_name < 0;
  }
  const auto path = [](const ChildRow& row) {
    return row.folder == nullptr ? std::string_view() : row.folder->path;
  };
  return path(a) < path(b);
}

}  // namespace

std::vector<ChildRow> rows_of(const Plan& plan, const UnitKind& kind,
                              const Period& stretch,
                              const std::vector<GatheredChild>& children) {
  const Owners owners(plan, kind);
  std::vector<ChildRow> rows;
  std::set<const Unit*> with_folder;
  for (std::size_t i = 0; i < plan.children.size(); ++i) {
    const ChildFolder& folder = plan.children[i];
    if (plan.sheet.children[folder.group].kind.value == kind.id.value) {
      rows.push_back(row_of(folder, children[i], owners));
      with_folder.insert(rows.back().unit);
    }
  }
  for (const Unit* unit : owners.units()) {
    if (!with_folder.contains(unit) &&
        unit->enrolled_within(stretch.first(), stretch.last())) {
      ChildRow& row = rows.emplace_back();
      row.unit = unit;
      row.left_out = ChildFault{msg("it has no plan folder"), {}};
    }
  }
  leave_out_second_folders(rows);
  std::stable_sort(rows.begin(), rows.end(), comes_first);
  return rows;
}

}  // namespace thidua::rolling
