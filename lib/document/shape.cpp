#include "document/shape.hpp"

#include "data/embedded.hpp"

namespace thidua::document {
namespace {

const Json& embedded_schema() {
  static const Json schema = Json::parse(embedded::context_schema());
  return schema;
}

// The node that a reference, or a choice between something and null, means.
const Json& resolved(const Json& schema, const Json& node) {
  if (const auto reference = node.find("$ref"); reference != node.end()) {
    // "#/$defs/NAME"
    const std::string pointer = reference->get<std::string>().substr(1);
    return resolved(schema, schema.at(Json::json_pointer(pointer)));
  }
  if (const auto choice = node.find("anyOf"); choice != node.end()) {
    for (const Json& each : *choice) {
      if (each.value("type", Json()) != "null") {
        return resolved(schema, each);
      }
    }
  }
  return node;
}

bool has_type(const Json& node, std::string_view type) {
  const Json types = node.value("type", Json());
  return types.is_array()
             ? std::find(types.begin(), types.end(), Json(type)) != types.end()
             : types == Json(type);
}

std::string number_words(const Json& value, Language language) {
  const auto exact = Exact::parse(
      value.is_number_integer() ? fmt::format("{}", value.get<long long>())
                                : fmt::format("{:.2f}", value.get<double>()));
  return exact ? render::number(*exact, language) : value.dump();
}

}  // namespace

Shape Shape::of(std::string_view definition) {
  return {embedded_schema(), definition};
}

Shape::Shape(const Json& schema, std::string_view definition)
    : Shape(&schema, &schema.at("$defs").at(std::string(definition))) {}

Shape::Shape(const Json* schema, const Json* node)
    : schema_(schema), node_(&resolved(*schema, *node)) {}

bool Shape::is_object() const { return has_type(*node_, "object"); }
bool Shape::is_list() const { return has_type(*node_, "array"); }
bool Shape::is_flag() const { return has_type(*node_, "boolean"); }

Shape Shape::item() const { return {schema_, &node_->at("items")}; }

std::optional<Shape> Shape::member(std::string_view name) const {
  const auto properties = node_->find("properties");
  if (properties == node_->end()) {
    return std::nullopt;
  }
  const auto found = properties->find(std::string(name));
  return found == properties->end()
             ? std::nullopt
             : std::optional<Shape>(Shape(schema_, &*found));
}

std::vector<std::string> Shape::names() const {
  std::vector<std::string> names;
  if (const auto properties = node_->find("properties");
      properties != node_->end()) {
    names.reserve(properties->size());
    for (const auto& [name, shape] : properties->items()) {
      names.push_back(name);
    }
  }
  return names;
}

std::string Shape::description_of(std::string_view name) const {
  const std::size_t dot = name.find('.');
  if (const auto found = member(name.substr(0, dot))) {
    return dot == name.npos
               ? found->node_->value("description", std::string(name))
               : found->description_of(name.substr(dot + 1));
  }
  // A name inside a section stands for one of the things that repeat there.
  for (const std::string& each : names()) {
    const Shape inside = *member(each);
    const Shape thing = inside.is_list() ? inside.item() : inside;
    std::string text = thing.description_of(name);
    if (text != name) {
      return text;
    }
  }
  return std::string(name);
}

std::string Shape::scalar(const Json& value, Language language) const {
  const std::string format = node_->value("format", "");
  if (value.is_number()) {
    return format == "year" ? value.dump() : number_words(value, language);
  }
  auto text = value.get<std::string>();
  if (format == "date") {
    if (const auto day = PartialDate::parse(text)) {
      return render::date(*day, language);
    }
  }
  if (const auto words = node_->find("x-words");
      words != node_->end() && words->contains(text)) {
    return words->at(text)
        .at(language == Language::vi ? "vi" : "en")
        .get<std::string>();
  }
  return text;
}

Json Shape::in_words(const Json& context, Language language) const {
  if (context.is_object()) {
    Json words = Json::object();
    for (const auto& [name, value] : context.items()) {
      if (const auto shape = member(name)) {
        words[name] = shape->in_words(value, language);
      }
    }
    return words;
  }
  if (context.is_array()) {
    Json words = Json::array();
    for (const Json& each : context) {
      words.push_back(item().in_words(each, language));
    }
    return words;
  }
  if (context.is_boolean() || context.is_null()) {
    return context;
  }
  const std::string text = scalar(context, language);
  return text.empty() ? Json() : Json(text);
}

}  // namespace thidua::document
