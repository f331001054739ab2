// thidua compare: plans side by side.
// What is the same is found by lib/rules/comparing; the page is
// man/thidua-compare.1.
#include "command.hpp"
#include "render/comparison.hpp"

namespace thidua::cmd {
namespace {

struct CompareOptions {
  std::vector<std::string> folders;
  Format format = Format::text;
};

std::optional<Failure> check_folders(const CompareOptions& options) {
  if (options.folders.size() < 2) {
    return Failure{ExitStatus::usage,
                   msg("comparing takes two plan folders or more"),
                   msg("name them: `thidua compare FOLDER FOLDER`")};
  }
  return std::nullopt;
}

ExitStatus run(const CompareOptions& options, World& world) {
  if (const auto failure = check_folders(options)) {
    return world.fail(*failure);
  }
  std::vector<std::unique_ptr<const Plan>> loaded;
  std::vector<const Plan*> plans;
  for (const std::string& folder : options.folders) {
    auto plan = World::rules_in(folder);
    if (!plan) {
      return world.fail(plan.error());
    }
    plans.push_back(plan->get());
    loaded.push_back(std::move(*plan));
  }
  const SideBySide comparison = compare_plans(plans);
  const render::ComparisonView view{options.folders, world.language(),
                                    world.today()};
  world.print(options.format == Format::json
                  ? render::dump(render::to_json(comparison, view))
                  : render::to_text(comparison, view, world.style()));
  return ExitStatus::ok;
}

}  // namespace

Run setup_compare(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<CompareOptions>();
  syntax.arguments("FOLDER", options->folders, words("plan folders"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
