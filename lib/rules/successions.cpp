#include "rules/successions.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua {
namespace {

// The earliest event by which it handed over everything, or one duty.
const Succession* hand_over(const std::vector<Succession>& events,
                            std::string_view id, Date day,
                            std::string_view duty) {
  const Succession* first = nullptr;
  for (const Succession& event : events) {
    const bool passes = event.ends() || names(event.duties, duty);
    const bool earlier = first == nullptr || event.on.value < first->on.value;
    if (passes && earlier && event.on.value <= day && names(event.from, id) &&
        !names(event.to, id)) {
      first = &event;
    }
  }
  return first;
}

class HeirSearch {
 public:
  HeirSearch(const Plan& plan, Date day, std::string_view duty)
      : plan_(plan), day_(day), duty_(duty) {}

  Heirs run(std::string_view id) {
    heirs_.by = hand_over(plan_.successions, id, day_, duty_);
    add(id);
    return std::move(heirs_);
  }

 private:
  void add(std::string_view id) {
    // An office may come back to an earlier one only by a fault of the record.
    if (std::find(seen_.begin(), seen_.end(), id) != seen_.end()) {
      return;
    }
    seen_.push_back(id);
    const Succession* event = hand_over(plan_.successions, id, day_, duty_);
    if (event == nullptr) {
      heirs_.parties.push_back(party(plan_, id, day_));
      return;
    }
    if (event->to.empty()) {
      heirs_.unclear = event;
    }
    for (const At<std::string>& heir : event->to) {
      add(heir.value);
    }
  }

  const Plan& plan_;
  Date day_;
  std::string_view duty_;
  std::vector<std::string_view> seen_;
  Heirs heirs_;
};

}  // namespace

Party party(const Plan& plan, std::string_view id, Date day) {
  if (const Unit* unit = plan.unit(id)) {
    return {unit->id, unit->name_on(day), unit};
  }
  const Body* body = plan.body(id);
  return {id, body == nullptr ? id : std::string_view(body->name), nullptr};
}

const Succession* ended_by(const Plan& plan, std::string_view id, Date day) {
  return ended_by(plan.successions, id, day);
}

const Succession* ended_by(const std::vector<Succession>& events,
                           std::string_view id, Date day) {
  return hand_over(events, id, day, {});
}

std::vector<std::string_view> predecessors_of(const Plan& plan,
                                              std::string_view id, Date day,
                                              std::string_view duty) {
  std::vector<std::string_view> found{id};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Succession& event : plan.successions) {
      if (event.on.value > day || !names(event.to, found[i]) ||
          !(event.ends() || names(event.duties, duty))) {
        continue;
      }
      for (const At<std::string>& from : event.from) {
        if (std::find(found.begin(), found.end(), from.value) == found.end()) {
          found.push_back(from.value);
        }
      }
    }
  }
  found.erase(found.begin());
  return found;
}

Heirs heirs_of(const Plan& plan, std::string_view id, Date day,
               std::string_view duty) {
  return HeirSearch(plan, day, duty).run(id);
}

bool takes_part_to_end(const Plan& plan, const Unit& unit,
                       const Period& period) {
  return unit.enrolled_within(period.first(), period.last()) &&
         ended_by(plan, unit.id, period.last()) == nullptr;
}

BodyNames::BodyNames(const Plan& plan) {
  for (const Body& body : plan.sheet.bodies) {
    bodies_.emplace(folded(body.name), &body);
    for (const std::string& name : body.acts_as) {
      bodies_.emplace(folded(name), &body);
    }
  }
}

const Body* BodyNames::called(std::string_view text) const {
  const auto at = bodies_.find(folded(text));
  return at == bodies_.end() ? nullptr : at->second;
}

namespace {

// "Xã A (`xa-a-moi`), Xã B": what is called the same needs its id.
std::string names_beside(std::string_view name,
                         const std::vector<Party>& parties) {
  std::string text;
  for (const Party& each : parties) {
    text += text.empty() ? "" : ", ";
    text += each.name;
    if (each.name == name) {
      text += fmt::format(" (`{}`)", each.id);
    }
  }
  return text;
}

}  // namespace

Message what_became(const Plan& plan, std::string_view id,
                    const Succession& ended, Date day) {
  const Heirs heirs = heirs_of(plan, id, std::max(day, ended.on.value));
  const std::string_view name = party(plan, id, ended.on.value).name;
  const Date last = add_days(ended.on.value, -1);
  return heirs.parties.empty()
             ? msg("`{0}` ended on {1}; it is not known who succeeds it", name,
                   last)
             : msg("`{0}` ended on {1}; its work passed to: {2}", name, last,
                   names_beside(name, heirs.parties));
}

std::string names_of(const std::vector<Party>& parties) {
  std::string text;
  for (const Party& each : parties) {
    text += text.empty() ? "" : ", ";
    text += each.name;
  }
  return text;
}

}  // namespace thidua
