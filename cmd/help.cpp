#include "help.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.hpp"
#include "render/outline.hpp"

namespace thidua::cmd {
namespace {

constexpr std::size_t left_column = 32;

// CLI11 counts bytes, which puts every Vietnamese line out of its column.
std::string help_line(const std::string& left, const std::string& right) {
  const std::string first = "  " + left;
  if (display_width(first) + 2 <= left_column) {
    return render::wrapped(pad_right(first, left_column), right);
  }
  return first + "\n" + render::wrapped(std::string(left_column, ' '), right);
}

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_description(const CLI::App* app) const override {
    return render::wrapped("", app->get_description()) + "\n";
  }
  std::string make_option(const CLI::Option* option,
                          bool is_positional) const override {
    return help_line(is_positional ? make_option_name(option, true)
                                   : make_option_name(option, false) +
                                         make_option_opts(option),
                     make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* sub) const override {
    return help_line(sub->get_name(), sub->get_description());
  }
};

}  // namespace

void set_up_help(CLI::App& app, const Words& words) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->label("Usage", words("Usage"));
  formatter->label("OPTIONS", words("OPTIONS"));
  formatter->label("SUBCOMMAND", words("COMMAND"));
  formatter->label("Positionals", words("Arguments"));
  formatter->label("REQUIRED", words("(required)"));
  app.formatter(formatter);
  app.option_defaults()->group(words("Options"));
  app.set_help_flag("-h,--help", words("print this help and exit"));
}

}  // namespace thidua::cmd
