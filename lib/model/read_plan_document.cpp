// plan.yaml: what the document says of itself, and its text by sections.
#include "model/read_plan_parts.hpp"

namespace thidua {

template <>
struct Choices<Section> {
  static constexpr auto words = section_words;
};

THIDUA_READS(Signature);
THIDUA_READS(PlanDocument);
THIDUA_READS(Issuer);
THIDUA_READS(Reading);

std::optional<Signature> Read<Signature>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  Signature signature;
  signature.form = f.maybe<Fact<std::string>>("form");
  f.only_with("for", "form");
  signature.signed_for = f.text_or_empty("for");
  signature.title = f.need<Fact<std::string>>("title");
  signature.name = f.need<Fact<std::string>>("name");
  return f.finish(std::move(signature));
}

std::optional<PlanDocument> Read<PlanDocument>::from(const yaml::Node& node,
                                                     Diagnostics& found) {
  Fields f(node, found);
  PlanDocument document;
  document.type = f.text("type");
  document.number = f.need<Fact<std::string>>("number");
  document.date = f.need<Fact<PartialDate>>("date");
  document.place = f.maybe<Fact<std::string>>("place");
  document.signature = f.maybe<Signature>("signed");
  return f.finish(std::move(document));
}

std::optional<Issuer> Read<Issuer>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  Fields f(node, found);
  Issuer issuer;
  issuer.name = f.text("name");
  issuer.level = f.text("level");
  issuer.province = f.maybe<Fact<std::string>>("province");
  issuer.under = f.text_or_empty("under");
  issuer.printed = f.text_or_empty("printed");
  return f.finish(std::move(issuer));
}

std::optional<Reading> Read<Reading>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  Fields f(node, found);
  Reading reading;
  reading.where = f.text("where");
  reading.printed = f.text_or_empty("printed");
  reading.scanned = f.text_or_empty("scanned");
  reading.read = f.text_or_empty("read");
  reading.reason = f.text("reason");
  return f.finish(std::move(reading));
}

namespace {

// Does a path mean the same on every machine that holds both folders?
bool is_from_here(const std::string& path) {
  return path.front() != '/' && path.front() != '~' &&
         path.find('\\') == std::string::npos;
}

std::optional<At<std::string>> read_folder(Fields& f) {
  auto folder = f.maybe<At<std::string>>("folder");
  if (folder && !is_from_here(folder->value)) {
    report(f.found(), code::out_of_range, folder->span,
           msg("the folder of a plan above is found from this one"),
           msg("write the way from here, such as `../ubnd-tinh`"));
    return std::nullopt;
  }
  return folder;
}

std::vector<Delegation> read_delegates(Fields& f) {
  std::vector<Delegation> delegates;
  for_each_item(f, "delegates", [&](Fields& item) {
    Delegation delegation;
    delegation.span = item.span();
    delegation.sections = item.need_list<At<Section>>("sections");
    delegation.to = item.maybe<At<std::string>>("to");
    delegation.source = read_source(item, true);
    delegation.note = item.text_or_empty("note");
    delegates.push_back(std::move(delegation));
  });
  return delegates;
}

std::vector<At<std::string>> read_child_folders(Fields& f) {
  auto folders = f.need_list<At<std::string>>("folders");
  std::erase_if(folders, [&](const At<std::string>& folder) {
    const bool wrong = !is_from_here(folder.value);
    if (wrong) {
      report(f.found(), code::out_of_range, folder.span,
             msg("the folder of a plan below is found from this one"),
             msg("write the way from here, such as `../huyen/*`"));
    }
    return wrong;
  });
  return folders;
}

std::vector<ChildGroup> read_children(Fields& f) {
  std::vector<ChildGroup> children;
  for_each_item(f, "children", [&](Fields& item) {
    ChildGroup group;
    group.span = item.span();
    group.folders = read_child_folders(item);
    group.kind = item.id("kind");
    group.unit = item.maybe_unit_id("unit");
    group.sum_over = item.maybe_id("sum_over");
    group.source = read_source(item, false);
    group.note = item.text_or_empty("note");
    children.push_back(std::move(group));
  });
  return children;
}

// A fact that is left out where the document does not state it.
template <class T>
Fact<T> read_stated(Fields& f, std::string_view key) {
  Fact<T> left_out;
  left_out.state = Fact<T>::State::not_stated;
  return f.maybe<Fact<T>>(key).value_or(std::move(left_out));
}

std::vector<DocumentReference> read_references(Fields& f, std::string_view key,
                                               bool parents) {
  std::vector<DocumentReference> references;
  for_each_item(f, key, [&](Fields& item) {
    DocumentReference reference;
    reference.span = item.span();
    reference.type = item.text("type");
    reference.number = read_stated<std::string>(item, "number");
    reference.date = read_stated<PartialDate>(item, "date");
    reference.issuer = item.text("issuer");
    reference.subject = item.text_or_empty("subject");
    reference.held = !parents || item.need<bool>("held");
    if (parents) {
      reference.folder = read_folder(item);
    }
    if (reference.folder && !reference.held) {
      report(f.found(), code::out_of_range, reference.folder->span,
             msg("a plan whose folder is here is held"),
             msg("write `held: true`, or take `folder` out"));
    }
    if (parents) {
      reference.through = item.maybe<At<std::string>>("through");
      reference.assumed = item.flag("assumed");
    }
    reference.source = read_source(item, true);
    references.push_back(std::move(reference));
  });
  return references;
}

std::optional<MovedDay> read_moved_day(Fields& f) {
  f.only_with("before", "duty");
  f.only_with("by", "duty");
  f.only_with("year", "duty");
  f.only_with("strict", "before");
  if (!f.has("duty")) {
    return std::nullopt;
  }
  MovedDay moved;
  moved.duty = f.id("duty");
  f.one_of({"before", "by"}, true);
  const auto before = f.maybe<MonthDay>("before");
  const auto by = f.maybe<MonthDay>("by");
  moved.before = before.has_value();
  moved.strict = f.maybe<bool>("strict").value_or(true);
  moved.year = f.maybe<int>("year");
  if (!before && !by) {
    return std::nullopt;
  }
  moved.day = before ? *before : *by;
  return moved;
}

std::vector<Amendment> read_amendments(Fields& f) {
  std::vector<Amendment> amendments;
  for_each_item(f, "amendments", [&](Fields& item) {
    Amendment amendment;
    amendment.span = item.span();
    amendment.type = item.text("type");
    amendment.number = item.need<Fact<std::string>>("number");
    amendment.date = item.need<Fact<PartialDate>>("date");
    amendment.from = item.need<At<Date>>("from");
    for_each_needed(item, "changes", [&](Fields& part) {
      amendment.changes.push_back(
          {part.text("section"), part.text("text"), read_moved_day(part)});
    });
    amendment.source = read_source(item, false);
    if (amendment.from.span.known()) {
      amendments.push_back(std::move(amendment));
    }
  });
  return amendments;
}

std::vector<Letterhead> read_letterheads(Fields& f) {
  std::vector<Letterhead> letterheads;
  for_each_item(f, "letterheads", [&](Fields& item) {
    Letterhead head;
    head.span = item.span();
    head.documents = item.list<At<std::string>>("documents");
    head.body = item.maybe_id("body");
    head.from = item.maybe<Date>("from");
    head.to = item.maybe<Date>("to");
    head.name = item.text_or_empty("name");
    head.under = item.text_or_empty("under");
    head.sign = item.text_or_empty("sign");
    head.place = item.text_or_empty("place");
    head.bases = item.list<std::string>("bases");
    head.signature = item.maybe<Signature>("signed");
    head.recipients = item.list<std::string>("recipients");
    letterheads.push_back(std::move(head));
  });
  return letterheads;
}

std::vector<Clause> read_clauses(Fields& f, std::string_view key,
                                 std::span<const std::string_view> types) {
  std::vector<Clause> clauses;
  for_each_item(f, key, [&](Fields& item) {
    Clause clause;
    clause.id = item.section_id("id");
    clause.type = item.word("type", types);
    clause.text = item.text("text");
    clause.by = item.text_or_empty("by");
    clause.source = read_source(item, true);
    clauses.push_back(std::move(clause));
  });
  return clauses;
}

Period read_plan_period(Fields& f) {
  const yaml::Node* node = f.require("period");
  if (node == nullptr) {
    return {};
  }
  Fields inner(*node, f.found());
  const Date from = inner.need<Date>("from");
  const Date to = inner.need<Date>("to");
  inner.done();
  if (!from.ok() || !to.ok()) {
    return {};
  }
  if (to < from) {
    report(f.found(), code::period_reversed, node->span(),
           msg("the plan ends ({0}) before it begins ({1})", to_iso(to),
               to_iso(from)),
           msg("exchange `from` and `to`"));
    return {};
  }
  return Period::window(from, to);
}

}  // namespace

void read_plan_document(Fields& f, PlanSheet& sheet) {
  static constexpr std::array<std::string_view, 4> objective_types{
      "purpose", "requirement", "general", "specific"};
  static constexpr std::array<std::string_view, 2> content_types{"content",
                                                                 "solution"};
  sheet.title = f.text("title");
  sheet.movement = f.id("movement").value;
  sheet.issuer = f.need<Issuer>("issuer");
  sheet.document = f.need<PlanDocument>("document");
  sheet.letterheads = read_letterheads(f);
  sheet.period = read_plan_period(f);
  sheet.parents = read_references(f, "parents", true);
  sheet.delegates = read_delegates(f);
  sheet.amendments = read_amendments(f);
  sheet.children = read_children(f);
  sheet.cites = read_references(f, "cites", false);
  sheet.readings = f.list<Reading>("readings");
  sheet.objectives = read_clauses(f, "objectives", objective_types);
  sheet.contents = read_clauses(f, "contents", content_types);
}

}  // namespace thidua
