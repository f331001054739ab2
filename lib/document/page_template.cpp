#include "document/page_template.hpp"

#include <algorithm>
#include <cassert>
#include <kainjow/mustache.hpp>

#include "render/printable.hpp"

namespace thidua::document {
namespace {

using kainjow::mustache::data;

std::string shown(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return render::printable(text);
}

data value_of(std::string_view key, const render::Json& json) {
  if (json.is_object()) {
    data object(data::type::object);
    for (const auto& [name, value] : json.items()) {
      object.set(name, value_of(name, value));
    }
    return object;
  }
  if (json.is_array()) {
    data list(data::type::list);
    for (const render::Json& each : json) {
      list.push_back(value_of(key, each));
    }
    return list;
  }
  if (!json.is_string()) {
    return data(json.is_boolean() && json.get<bool>());
  }
  const auto& text = json.get_ref<const std::string&>();
  if (text.empty()) {
    return data(false);
  }
  return data(key == "svg" || key == "css" ? text : shown(text));
}

}  // namespace

std::string fill_page(std::string_view page, const render::Json& context) {
  kainjow::mustache::mustache filled{std::string(page)};
  assert(filled.is_valid());
  return filled.render(value_of({}, context));
}

}  // namespace thidua::document
