// Writes records for write_oracle.py.
//
// Each line of standard input is a value in JSON, or {"file": PATH} for what
// the file holds.  A value is {"s": TEXT}, {"n": LITERAL},
// {"l": [VALUE ...]} or {"m": [[KEY, VALUE, COMMENT] ...]}, the last two with
// "flow": true for brackets.  Its line of output is {"yaml": the record as it
// is written, "cpp": that record as yaml-cpp loads it, "file": a file's record
// as the library reads it}, or {"refused": PLACE}.  Loaded values have the same
// form, their literals under "b" (true or false), "n" (a number) and "z".
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "yaml/tree.hpp"
#include "yaml/value.hpp"
#include "yaml/write.hpp"

namespace {

using Json = nlohmann::json;
using thidua::yaml::CoreType;
using thidua::yaml::Kind;
using thidua::yaml::Value;

Value value_in(const Json& json) {
  if (json.contains("s")) {
    return Value::text(json["s"].get<std::string>());
  }
  if (json.contains("n")) {
    return Value::literal(json["n"].get<std::string>());
  }
  Value value = json.contains("l") ? Value::list({}) : Value::map({});
  value.flow = json.value("flow", false);
  for (const Json& item : json.value("l", Json::array())) {
    value.items.push_back(value_in(item));
  }
  for (const Json& member : json.value("m", Json::array())) {
    value.members.push_back({member[0].get<std::string>(), value_in(member[1]),
                             member[2].get<std::string>()});
  }
  return value;
}

Json scalar_out(const Value& value) {
  switch (value.type) {
    case CoreType::null:
      return {{"z", 0}};
    case CoreType::boolean:
      return {{"b", value.scalar == "true"}};
    case CoreType::text:
      return {{"s", value.scalar}};
    default:
      return {{"n", value.scalar}};
  }
}

Json value_out(const Value& value) {
  Json all = Json::array();
  switch (value.kind) {
    case Kind::scalar:
      return scalar_out(value);
    case Kind::sequence:
      for (const Value& item : value.items) {
        all.push_back(value_out(item));
      }
      return {{"l", all}};
    case Kind::mapping:
      for (const auto& member : value.members) {
        all.push_back(Json::array({member.key, value_out(member.value)}));
      }
      return {{"m", all}};
  }
  return all;
}

Json plain_scalar_of_yaml_cpp(const YAML::Node& node) {
  bool truth = false;
  double number = 0;
  if (YAML::convert<bool>::decode(node, truth)) {
    return {{"b", truth}};
  }
  if (YAML::convert<double>::decode(node, number)) {
    return {{"n", node.Scalar()}};
  }
  return {{"s", node.Scalar()}};
}

Json loaded_by_yaml_cpp(const YAML::Node& node) {
  Json all = Json::array();
  if (node.IsNull()) {
    return {{"z", 0}};
  }
  if (node.IsScalar()) {
    return node.Tag() == "?" ? plain_scalar_of_yaml_cpp(node)
                             : Json{{"s", node.Scalar()}};
  }
  for (const auto& each : node) {
    if (node.IsSequence()) {
      all.push_back(loaded_by_yaml_cpp(each));
    } else {
      // A key that is no text would come out under another name.
      const Json key = loaded_by_yaml_cpp(each.first);
      all.push_back(Json::array(
          {key.value("s", "not a text"), loaded_by_yaml_cpp(each.second)}));
    }
  }
  return {{node.IsSequence() ? "l" : "m", all}};
}

Json answer(const Json& asked) {
  Json out = Json::object();
  Value value;
  if (asked.contains("file")) {
    std::ifstream file(asked["file"].get<std::string>(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    thidua::Diagnostics found;
    const auto tree = thidua::yaml::read(bytes, 0, found);
    if (!tree) {
      return {{"refused", "unreadable"}};
    }
    value = thidua::yaml::value_of(tree->root());
    out["file"] = value_out(value);
  } else {
    value = value_in(asked);
  }
  const auto written = thidua::yaml::write(value, "ghi chú đầu tệp");
  if (!written) {
    return {{"refused", written.error().place}};
  }
  out["yaml"] = *written;
  out["cpp"] = loaded_by_yaml_cpp(YAML::Load(*written));
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::cout << answer(Json::parse(line)).dump() << '\n';
  }
  return EXIT_SUCCESS;
}
