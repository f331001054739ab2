// thidua show: everything the folder says of one thing, whatever it is.
// What can be shown is in lib/render/show.cpp; the page is man/thidua-show.1.
#include "render/show.hpp"

#include "command.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

struct ShowOptions {
  std::string id = "plan";
  Format format = Format::text;
};

ExitStatus run(const ShowOptions& options, World& world) {
  const render::CardView view{world.plan(), world.language(), world.today()};
  const std::vector<render::Card> cards = render::find_cards(view, options.id);
  if (cards.empty()) {
    const std::vector<std::string> ids = render::known_ids(view);
    return world.fail({ExitStatus::usage,
                       msg("nothing has the id `{0}`", options.id),
                       suggestion(options.id, {ids.begin(), ids.end()})});
  }
  world.print(options.format == Format::json
                  ? render::dump(render::to_json(cards, view))
                  : render::cards_text(cards, view, world.style()));
  return world.conclude(ExitStatus::ok);
}

}  // namespace

Run setup_show(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ShowOptions>();
  syntax.argument(words("ID"), options->id,
                  words("the id of a unit, criterion, award form, duty …; "
                        "`plan`, the default, is the plan itself"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
