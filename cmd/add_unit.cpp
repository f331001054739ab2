// thidua add-unit: enrol a unit.
// The record is made in lib/change/units; the page is man/thidua-add-unit.1.
#include "change/units.hpp"
#include "writing.hpp"

namespace thidua::cmd {
namespace {

struct AddUnitOptions {
  change::NewUnit unit;
  std::vector<std::string> settings;
  WriteOptions writing;
};

ExitStatus run(const AddUnitOptions& options, World& world) {
  change::NewUnit unit = options.unit;
  unit.illustrative = options.writing.illustrative;
  auto settings = change::parse_settings(options.settings);
  if (!settings) {
    return world.fail(settings.error());
  }
  unit.settings = std::move(*settings);
  const auto id = change::id_of(unit);
  if (!id) {
    return world.fail(id.error());
  }
  return write_all(world, {*id}, options.writing, [&](const Plan& plan) {
    return change::add_unit(plan, unit);
  });
}

}  // namespace

Run setup_add_unit(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<AddUnitOptions>();
  change::NewUnit& unit = options->unit;
  syntax.required_argument(words("NAME"), unit.name,
                           words("the name as the office writes it"));
  syntax.required_option("--kind", unit.kind, words("KIND"),
                         words("kind of unit, by its id or name"));
  syntax.option("--parent", unit.parent, words("UNIT"),
                words("the unit it belongs to"));
  syntax.option("--cluster", unit.cluster, words("CLUSTER"),
                words("the cluster it is ranked in, by its id or name"));
  syntax.option("--id", unit.id, words("ID"),
                words("its id (else made from the name)"));
  syntax.options("--set", options->settings, words("KEY=VALUE"),
                 words("subkind, class, from, to, note, contact.email … or an "
                       "attribute of your own"));
  add_write_options(syntax, words, options->writing);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
