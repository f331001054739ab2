#include "rules/reminders.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace thidua {
namespace {

std::optional<int> last_step(const std::vector<int>& steps, int left) {
  std::optional<int> last;
  for (const int step : steps) {
    if (left <= step && (!last || step < *last)) {
      last = step;
    }
  }
  return last;
}

std::vector<const Contact*> contacts_of(const Plan& plan,
                                        const DutyState& state,
                                        const std::string& role) {
  if (state.heir_unclear) {
    return {};  // who has ended reads no letters
  }
  const Body* body = state.unit == nullptr ? plan.body(state.owner) : nullptr;
  const auto& lead = state.when.duty->lead;
  if (body != nullptr && body->contacts.empty() && lead) {
    body = plan.body(lead->value);
  }
  const std::vector<Contact>* all = state.unit != nullptr
                                        ? &state.unit->contacts
                                    : body != nullptr ? &body->contacts
                                                      : nullptr;
  std::vector<const Contact*> chosen;
  for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
    if (role.empty() || folded((*all)[i].role) == role) {
      chosen.push_back(&(*all)[i]);
    }
  }
  return chosen;
}

class ReminderFinder {
 public:
  ReminderFinder(const Plan& plan, const ReminderFilter& filter, Date today)
      : plan_(plan), filter_(filter), today_(today) {
    const bool is_owner =
        plan.unit(filter.to) != nullptr || plan.body(filter.to) != nullptr;
    (is_owner ? owner_ : role_) = is_owner ? filter.to : folded(filter.to);
  }

  std::vector<Reminder> find() {
    std::vector<Reminder> found;
    for (const DutyState& state : duty_states(plan_, today_)) {
      if (auto reminder = remind_of(state)) {
        found.push_back(std::move(*reminder));
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Reminder& a, const Reminder& b) {
                       return *a.deadline.day < *b.deadline.day;
                     });
    return found;
  }

 private:
  [[nodiscard]] bool is_wanted(const DutyState& state) const {
    return (state.status == DutyStatus::due ||
            state.status == DutyStatus::overdue) &&
           state.when.last_day &&
           (owner_.empty() || state.owner == owner_ ||
            (state.when.duty->lead && state.when.duty->lead->value == owner_));
  }

  [[nodiscard]] std::optional<Reminder> remind_of(
      const DutyState& state) const {
    if (!is_wanted(state)) {
      return std::nullopt;
    }
    const int left = days_between(today_, *state.when.last_day);
    if ((filter_.overdue && left >= 0) ||
        (filter_.within && *filter_.within < left)) {
      return std::nullopt;
    }
    const auto step = last_step(filter_.steps, left);
    if (!filter_.steps.empty() &&
        (!step || (filter_.on_the_day && *step != left))) {
      return std::nullopt;
    }
    auto contacts = contacts_of(plan_, state, role_);
    if (!role_.empty() && contacts.empty()) {
      return std::nullopt;
    }
    return Reminder{state,
                    deadline_of(plan_, *state.when.duty, state.when.year,
                                state.owner, state.ended, today_),
                    left, step, std::move(contacts)};
  }

  const Plan& plan_;
  const ReminderFilter& filter_;
  Date today_;
  std::string owner_;
  std::string role_;
};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter + 32)
                                          : letter;
  });
  return text;
}

}  // namespace

std::string Reminder::key() const {
  return fmt::format("{}/{}/{}{}{}", state.when.duty->id.value, state.when.year,
                     state.owner, state.ended.empty() ? "" : "+", state.ended);
}

std::string Reminder::key_with_day() const {
  return key() + "/" + to_iso(*deadline.day);
}

std::vector<Reminder> reminders(const Plan& plan, const ReminderFilter& filter,
                                Date today) {
  return ReminderFinder(plan, filter, today).find();
}

std::string plan_key(const PlanSheet& sheet) {
  return fmt::format("{}.{}.{}", sheet.movement, slug(sheet.issuer.name),
                     sheet.period.to_string());
}

std::vector<ReminderLetter> letters_of(const std::vector<Reminder>& reminders) {
  std::vector<ReminderLetter> letters;
  std::unordered_map<std::string, std::size_t> places;
  for (const Reminder& reminder : reminders) {
    for (const Contact* contact : reminder.contacts) {
      const std::string& email = contact->email.value;
      if (email.empty()) {
        continue;
      }
      const auto [at, is_new] =
          places.try_emplace(lower_case(email), letters.size());
      if (is_new) {
        letters.push_back({at->first, contact, {}});
      }
      auto& theirs = letters[at->second].reminders;
      if (theirs.empty() || theirs.back() != &reminder) {
        theirs.push_back(&reminder);
      }
    }
  }
  return letters;
}

std::vector<const Reminder*> unreachable(
    const std::vector<Reminder>& reminders) {
  std::vector<const Reminder*> found;
  for (const Reminder& reminder : reminders) {
    if (std::all_of(
            reminder.contacts.begin(), reminder.contacts.end(),
            [](const Contact* each) { return each->email.value.empty(); })) {
      found.push_back(&reminder);
    }
  }
  return found;
}

}  // namespace thidua
