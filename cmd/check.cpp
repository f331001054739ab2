// thidua check: read every record and say what is wrong.
// The checks are in lib/rules/check_*.cpp; the page is man/thidua-check.1.
#include "base/codes.hpp"
#include "command.hpp"
#include "render/diagnostics.hpp"
#include "render/values.hpp"

namespace thidua::cmd {
namespace {

enum class CheckFormat { text, json, sarif };

struct CheckOptions {
  CheckFormat format = CheckFormat::text;
  Severity level = Severity::info;
  bool strict = false;
};

std::vector<Diagnostic> shown(const Diagnostics& found, Severity least) {
  std::vector<Diagnostic> kept;
  for (const Diagnostic& diagnostic : found.all()) {
    if (info_of(diagnostic.code).severity <= least) {
      kept.push_back(diagnostic);
    }
  }
  return kept;
}

void print_findings(World& world, const CheckOptions& options) {
  const render::DiagnosticView view{world.plan().sources, world.language(),
                                    world.style()};
  const auto found = shown(world.findings(), options.level);
  if (options.format == CheckFormat::sarif) {
    world.print(render::dump(render::to_sarif(found, view, THIDUA_VERSION)));
    return;
  }
  if (options.format == CheckFormat::json) {
    render::Json all = render::Json::array();
    for (const Diagnostic& diagnostic : found) {
      all.push_back(render::to_json(diagnostic, view));
    }
    world.print(render::dump(all));
    return;
  }
  for (const Diagnostic& diagnostic : found) {
    world.print(render::to_text(diagnostic, view));
  }
  world.print(render::summary(world.findings(), world.plan().sources.size(),
                              world.language()) +
              "\n");
}

ExitStatus status_of(const World& world, bool strict) {
  const ExitStatus status = world.state_of_data();
  const bool warned = strict && world.findings().count(Severity::warning) > 0;
  return status == ExitStatus::ok && warned ? ExitStatus::findings : status;
}

ExitStatus run(const CheckOptions& options, World& world) {
  print_findings(world, options);
  return status_of(world, options.strict);
}

}  // namespace

Run setup_check(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<CheckOptions>();
  syntax.flag("--strict", options->strict, words("count warnings as errors"));
  syntax.choice<Severity>("--level", options->level,
                          words("show from this level up"),
                          {{"error", Severity::error},
                           {"warning", Severity::warning},
                           {"info", Severity::info}});
  syntax.choice<CheckFormat>("--format", options->format,
                             words("form of the output"),
                             {{"text", CheckFormat::text},
                              {"json", CheckFormat::json},
                              {"sarif", CheckFormat::sarif}});
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
