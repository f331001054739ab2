// Files of lib/data that the build puts into the binary.
#pragma once

#include <span>
#include <string_view>

namespace thidua::embedded {

// The Vietnamese messages, as a compiled gettext catalogue.
std::string_view messages_vi();

// A file of a folder that is embedded whole.
struct File {
  std::string_view path;  // in that folder
  std::string_view bytes;
};

// lib/data/templates: NAME/plan.yaml, NAME/criteria/…
std::span<const File> templates();
// The .gitignore of a new plan folder.
std::string_view gitignore();
// Words for the level of an office, a list in YAML.
std::string_view levels();
// lib/data/rule-sets: ID.yaml
std::span<const File> rule_sets();
std::string_view base_wage();
// lib/data/documents: NAME.txt, as lib/document/layout.hpp describes them.
std::span<const File> documents();
// schemas/documents/context.schema.json
std::string_view context_schema();
// lib/data/page: a report as a page, its structure and its looks.
std::string_view page_html();
std::string_view page_css();

}  // namespace thidua::embedded
