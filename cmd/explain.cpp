// thidua explain: what a diagnostic code means, why, and how to mend it.
// The texts are in lib/base/codes*.cpp; the page is man/thidua-explain.1.
#include "base/codes.hpp"
#include "command.hpp"
#include "render/diagnostics.hpp"
#include "render/values.hpp"

namespace thidua::cmd {
namespace {

struct ExplainOptions {
  std::string code;
  Format format = Format::text;
};

std::string page(const World& world, const CodeInfo& info) {
  return fmt::format("{} ({}): {}\n\n{}\n\n{}: {}\n", to_string(info.code),
                     world.say(render::word(info.severity)),
                     world.say(info.title), world.say(info.why),
                     world.say("How to mend it"), world.say(info.mend));
}

render::Json json_page(const World& world, const CodeInfo& info) {
  return {{"code", to_string(info.code)},
          {"severity", render::word(info.severity)},
          {"title", world.say(info.title)},
          {"why", world.say(info.why)},
          {"mend", world.say(info.mend)}};
}

void print_all(World& world, Format format) {
  if (format == Format::json) {
    render::Json all = render::Json::array();
    for (const CodeInfo& info : all_codes()) {
      all.push_back(json_page(world, info));
    }
    world.print(render::dump(all));
    return;
  }
  for (const CodeInfo& info : all_codes()) {
    world.print(
        fmt::format("{}  {}\n", to_string(info.code), world.say(info.title)));
  }
}

ExitStatus run(const ExplainOptions& options, World& world) {
  if (options.code.empty()) {
    print_all(world, options.format);
    return ExitStatus::ok;
  }
  const CodeInfo* info = find_code(options.code);
  if (info == nullptr) {
    return world.fail({ExitStatus::usage,
                       msg("there is no code `{0}`", options.code),
                       msg("`thidua explain` lists the codes")});
  }
  world.print(options.format == Format::json
                  ? render::dump(json_page(world, *info))
                  : page(world, *info));
  return ExitStatus::ok;
}

}  // namespace

Run setup_explain(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ExplainOptions>();
  syntax.argument(words("CODE"), options->code, words("a code such as TD0203"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
