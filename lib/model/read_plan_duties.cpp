// plan.yaml: who owes what to whom, and when.
#include "model/read_contact.hpp"
#include "model/read_plan_parts.hpp"

namespace thidua {

THIDUA_READS(TimelineEntry);
THIDUA_READS(DutyOwers);
THIDUA_READS(Due);
THIDUA_READS(Duty);
THIDUA_READS(Responsibility);
THIDUA_READS(LinkedMovement);
THIDUA_READS(Beneficiary);

std::optional<Absence> Read<Absence>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  Fields f(node, found);
  Absence absence;
  absence.span = f.span();
  f.require("none");
  f.stated("none");
  absence.source = read_source(f, false);
  absence.note = f.text_or_empty("note");
  return f.finish(std::move(absence));
}

std::optional<TimelineEntry> Read<TimelineEntry>::from(const yaml::Node& node,
                                                       Diagnostics& found) {
  Fields f(node, found);
  TimelineEntry entry;
  entry.id = f.section_id("id");
  entry.name = f.text("name");
  entry.occasion = f.maybe_id("occasion");
  entry.duty = f.maybe_id("duty");
  f.one_of({"when", "every", "not_stated"}, true);
  if (read_every_year(f)) {
    entry.when = EveryYear{};
  } else if (f.stated("not_stated")) {
    entry.when = NotStated{};
  } else {
    entry.when = f.maybe<PartialDate>("when").value_or(PartialDate{});
  }
  f.find("when");
  entry.who = f.text("who");
  entry.origin = read_origin(f);
  return f.finish(std::move(entry));
}

std::optional<DutyOwers> Read<DutyOwers>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  DutyOwers owers;
  if (f.has("kinds") && f.has("cluster_members")) {
    f.one_of({"kinds", "body"}, false);
  } else {
    f.one_of({"kinds", "cluster_members", "body"}, true);
  }
  f.find_some("kinds");
  owers.kinds = f.ids("kinds");
  owers.cluster_members = f.stated("cluster_members");
  owers.body = f.maybe_id("body");
  return f.finish(std::move(owers));
}

namespace {

// `once`: a time known in part, `{before: DAY}`, or `{not_stated: true}`.
void read_once(const yaml::Node& node, Diagnostics& found, Due& due) {
  due.rhythm = Rhythm::once;
  if (node.is_mapping()) {
    Fields f(node, found);
    f.one_of({"before", "not_stated"}, true);
    if (const auto day = f.maybe<Date>("before")) {
      due.once = PartialDate(*day);
      due.before = true;
    }
    f.stated("not_stated");
    f.only_with("strict", "before");
    due.strict = f.maybe<bool>("strict").value_or(true);
    f.done();
  } else {
    due.once = read_as<PartialDate>(node, found);
  }
  if (due.once) {
    due.last = static_cast<int>(due.once->last().year());
    due.first.year = due.last;
  }
}

OnDayOff read_on_day_off(Fields& f) {
  static constexpr std::array<std::string_view, 3> words{"unchanged", "before",
                                                         "after"};
  const yaml::Node* node = f.find("on_day_off");
  const auto index = node ? read_choice(*node, words, f.found()) : std::nullopt;
  return static_cast<OnDayOff>(index.value_or(0));
}

// `every: {not_stated: true}`
void read_no_rhythm(const yaml::Node& node, Diagnostics& found, Due& due) {
  due.rhythm = Rhythm::not_stated;
  Fields f(node, found);
  f.require("not_stated");
  f.stated("not_stated");
  f.done();
}

}  // namespace

std::optional<Due> Read<Due>::from(const yaml::Node& node, Diagnostics& found) {
  Fields f(node, found);
  Due due;
  f.one_of({"every", "once"}, true);
  due.on_day_off = read_on_day_off(f);
  due.exceptional = f.maybe<MonthDay>("exceptional");
  if (const yaml::Node* once = f.find("once")) {
    read_once(*once, found, due);
    return f.finish(due);
  }
  const yaml::Node* every = f.find("every");
  if (every != nullptr && every->is_mapping()) {
    read_no_rhythm(*every, found, due);
    return f.finish(due);
  }
  read_every_year(f);
  f.one_of({"before", "by", "not_stated"}, true);
  const auto before = f.maybe<MonthDay>("before");
  const auto by = f.maybe<MonthDay>("by");
  due.before = before.has_value();
  due.day = before ? before : by;
  f.stated("not_stated");
  f.only_with("strict", "before");
  due.strict = f.maybe<bool>("strict").value_or(true);
  due.first = f.need<AssumableYear>("first");
  due.last = f.need<int>("last");
  return f.finish(due);
}

std::optional<Duty> Read<Duty>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  Fields f(node, found);
  Duty duty;
  duty.id = f.id("id");
  duty.name = f.text("name");
  duty.from = f.need<DutyOwers>("from");
  f.one_of({"to", "to_not_stated"}, true);
  duty.to = f.maybe_id("to");
  f.stated("to_not_stated");
  duty.via = f.maybe_id("via");
  duty.lead = f.maybe_id("lead");
  duty.with = f.ids("with");
  duty.due = f.need<Due>("due");
  duty.uses = f.ids("uses");
  duty.carries = f.maybe_id("carries");
  duty.content = f.text_or_empty("content");
  duty.source = read_source(f, true);
  duty.note = f.text_or_empty("note");
  return f.finish(std::move(duty));
}

std::optional<Responsibility> Read<Responsibility>::from(const yaml::Node& node,
                                                         Diagnostics& found) {
  static constexpr std::array<std::string_view, 8> forces{
      "assign", "request",    "require",  "direct",
      "lead",   "coordinate", "solution", "not_stated"};
  Fields f(node, found);
  Responsibility task;
  task.id = f.section_id("id");
  task.by = f.need_ids("by");
  task.force = f.word("force", forces);
  task.with = f.ids("with");
  task.text = f.text("text");
  task.source = read_source(f, true);
  return f.finish(std::move(task));
}

std::optional<LinkedMovement> Read<LinkedMovement>::from(const yaml::Node& node,
                                                         Diagnostics& found) {
  static constexpr std::array<std::string_view, 6> types{
      "movement", "campaign", "fund", "programme", "slogan", "theme"};
  Fields f(node, found);
  LinkedMovement linked;
  linked.name = f.text("name");
  linked.type = f.word("type", types);
  linked.also = f.list<std::string>("also");
  linked.source = read_source(f, true);
  return f.finish(std::move(linked));
}

std::optional<Beneficiary> Read<Beneficiary>::from(const yaml::Node& node,
                                                   Diagnostics& found) {
  Fields f(node, found);
  Beneficiary beneficiary;
  beneficiary.name = f.text("name");
  beneficiary.source = read_source(f, true);
  return f.finish(std::move(beneficiary));
}

namespace {

Body read_body(At<std::string> id, Fields& f) {
  return {std::move(id),
          f.text("name"),
          f.list<std::string>("acts_as"),
          f.text_or_empty("role"),
          read_contacts(f),
          read_source(f, false),
          f.flag("assumed"),
          f.text_or_empty("note")};
}

}  // namespace

void read_plan_duties(Fields& f, PlanSheet& sheet) {
  sheet.timeline =
      read_list_or_none<TimelineEntry>(f, "timeline", sheet.no_timeline);
  sheet.bodies = read_map<Body>(f, "bodies", read_body);
  sheet.duties = read_list_or_none<Duty>(f, "duties", sheet.no_duties);
  sheet.no_reporting = f.maybe<Absence>("reporting");
  sheet.responsibilities = f.list<Responsibility>("responsibilities");
  sheet.recipients = f.maybe<Fact<std::vector<std::string>>>("recipients");
  sheet.linked = f.list<LinkedMovement>("linked");
  sheet.beneficiaries = f.list<Beneficiary>("beneficiaries");
}

}  // namespace thidua
