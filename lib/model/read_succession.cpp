// successions.yaml.
#include "model/read.hpp"
#include "model/read_measure.hpp"

namespace thidua {
namespace {

Succession read_succession(Fields& f) {
  Succession event;
  event.span = f.span();
  event.on = f.need<At<Date>>("date");
  f.require_some("from");
  event.from = f.unit_ids("from");
  event.outside = f.list<std::string>("outside");
  event.to = f.unit_ids("to");
  f.find_some("duties");
  event.duties = f.ids("duties");
  event.figures_comparable = f.flag("figures_comparable");
  event.origin = read_origin(f);
  return event;
}

}  // namespace

std::optional<std::vector<Succession>> read_successions(const yaml::Node& root,
                                                        Diagnostics& found) {
  Fields f(root, found);
  std::vector<Succession> events;
  for_each_needed(f, "successions", [&](Fields& item) {
    events.push_back(read_succession(item));
    // Nothing can be told of a day that is not known, or of nobody.
    if (!events.back().on.span.known() || events.back().from.empty()) {
      events.pop_back();
    }
  });
  return f.finish(std::move(events));
}

}  // namespace thidua
