// thidua list: units, criteria, awards, duties, targets, scores, proposals,
// successions, rule sets.
// What can be listed is in lib/render/listing.cpp; the page is
// man/thidua-list.1.
#include <algorithm>
#include <array>

#include "arguments.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "render/listing.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

struct ListOptions {
  std::string thing;
  std::string kind;
  std::string set;
  std::string unit;
  std::string form;
  std::string occasion;
  std::string period;
  std::string name;
  Format format = Format::text;
};

Result<const render::Listing*> find_listing(const std::string& thing) {
  std::vector<std::string_view> names;
  for (const render::Listing& listing : render::all_listings()) {
    if (listing.name == thing) {
      return &listing;
    }
    names.push_back(listing.name);
  }
  if (thing.empty()) {
    return Failure{ExitStatus::usage, msg("it is not said what to list"),
                   suggestion({}, names)};
  }
  return Failure{ExitStatus::usage, msg("`{0}` cannot be listed", thing),
                 suggestion(thing, names)};
}

// An option that says nothing about this listing is a mistake of the caller.
std::optional<Failure> refuse_idle_options(const ListOptions& options,
                                           const render::Listing& listing) {
  struct Given {
    const char* option;
    const std::string& value;
    bool fits;
  };
  const std::array<Given, 7> all{{
      {"--kind", options.kind, listing.by_kind},
      {"--set", options.set, listing.by_set},
      {"--unit", options.unit, listing.by_unit},
      {"--form", options.form, listing.by_form},
      {"--occasion", options.occasion, listing.by_occasion},
      {"--period", options.period, listing.by_period},
      {"--name", options.name, listing.by_name},
  }};
  const auto* const idle = std::find_if(
      all.begin(), all.end(),
      [](const Given& each) { return !each.value.empty() && !each.fits; });
  if (idle == all.end()) {
    return std::nullopt;
  }
  std::vector<std::string_view> fitting;
  for (const Given& each : all) {
    if (each.fits) {
      fitting.emplace_back(each.option);
    }
  }
  return Failure{
      ExitStatus::usage,
      msg("`{0}` does not narrow `{1}`", idle->option, listing.name),
      msg("what narrows it: {0}", fmt::format("{}", fmt::join(fitting, ", ")))};
}

Result<const CriteriaSet*> find_set(const Plan& plan, const std::string& id) {
  const CriteriaSet* set = plan.criteria_set(to_nfc(id));
  if (set != nullptr) {
    return set;
  }
  return Failure{ExitStatus::usage, msg("there is no criteria set `{0}`", id),
                 suggestion(id, ids_of(plan.criteria_sets))};
}

// Looks an option up, where it was given; false after a failure.
template <class Value, class Find>
bool take(const std::string& given, Value& value, Find find,
          std::optional<Failure>& failure) {
  if (given.empty()) {
    return true;
  }
  const auto found = find(given);
  if (!found) {
    failure = found.error();
    return false;
  }
  value = *found;
  return true;
}

Result<render::ListingFilter> read_filter(const ListOptions& options,
                                          const World& world) {
  const Plan& plan = world.plan();
  const auto in = [&](auto find) {
    return [&plan, find](const std::string& id) { return find(plan, id); };
  };
  const auto period = [&](const std::string& text) {
    return find_period(plan, text, world.today());
  };
  render::ListingFilter filter;
  filter.name = options.name;
  std::optional<Failure> failure;
  const bool read = take(options.kind, filter.kind, in(find_kind), failure) &&
                    take(options.set, filter.set, in(find_set), failure) &&
                    take(options.unit, filter.unit, in(find_unit), failure) &&
                    take(options.form, filter.form, in(find_form), failure) &&
                    take(options.occasion, filter.occasion,
                         in(find_occasion_date), failure) &&
                    take(options.period, filter.period, period, failure);
  if (!read) {
    return *failure;
  }
  return filter;
}

ExitStatus run(const ListOptions& options, World& world) {
  const auto listing = find_listing(options.thing);
  if (!listing) {
    return world.fail(listing.error());
  }
  if (const auto failure = refuse_idle_options(options, **listing)) {
    return world.fail(*failure);
  }
  const auto filter = read_filter(options, world);
  if (!filter) {
    return world.fail(filter.error());
  }
  const render::CardView view{world.plan(), world.language(), world.today()};
  world.print(options.format == Format::json
                  ? render::dump((*listing)->to_json(view, *filter))
                  : (*listing)->to_text(view, *filter, world.style()));
  return world.conclude(ExitStatus::ok);
}

}  // namespace

Run setup_list(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ListOptions>();
  syntax.argument(words("THING"), options->thing,
                  words("units, criteria, awards, duties, targets, scores, "
                        "proposals, successions or rule-sets"));
  syntax.option("--kind", options->kind, words("KIND"),
                words("only units of this kind"));
  syntax.option("--set", options->set, words("SET"),
                words("only this criteria set"));
  syntax.option("--unit", options->unit, words("UNIT"),
                words("only this unit and those below it"));
  syntax.option("--form", options->form, words("FORM"),
                words("only this award form"));
  syntax.option("--occasion", options->occasion, words("OCCASION"),
                words("only this occasion, such as annual-2024"));
  syntax.option("--period,--year", options->period, words("PERIOD"),
                words("only this year, or a shorter period"));
  syntax.option("--name", options->name, words("TEXT"),
                words("only units with this in their name"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
