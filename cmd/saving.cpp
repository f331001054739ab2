#include "saving.hpp"

#include <filesystem>

#include "base/system_errors.hpp"
#include "post/replace_file.hpp"

namespace thidua::cmd {
namespace {

namespace fs = std::filesystem;

// What the plan folder keeps for what the tool makes; git ignores it.
constexpr const char* outgoing = "out";

bool is_folder(const fs::path& path) {
  std::error_code none;
  return !path.has_filename() || fs::is_directory(path, none);
}

Result<fs::path> place_for(const World& world, const SaveOptions& options,
                           const std::string& name) {
  if (!options.to.empty()) {
    const fs::path to = options.to;
    return is_folder(to) ? to / name : to;
  }
  const fs::path folder = world.path_of(outgoing);
  std::error_code error;
  fs::create_directory(folder, error);
  if (error) {
    return post::not_written(folder, error.value());
  }
  return folder / name;
}

}  // namespace

void add_save_options(Syntax& syntax, const Words& words,
                      SaveOptions& options) {
  syntax.option("--to", options.to, words("FILE|DIR"),
                words("where the document goes, a file or a folder"));
  syntax.flag("--force", options.force,
              words("replace what stands there already"));
}

std::optional<Failure> save(World& world, const SaveOptions& options,
                            const std::string& name, std::string_view bytes) {
  const auto place = place_for(world, options, name);
  if (!place) {
    return place.error();
  }
  std::error_code none;
  if (!options.force && fs::exists(fs::symlink_status(*place, none))) {
    return Failure{ExitStatus::io,
                   msg("`{0}` is there already", place->string()),
                   msg("name another file with --to, or add --force")};
  }
  if (const int error = post::replace_file(*place, bytes); error != 0) {
    return post::not_written(*place, error);
  }
  return world.print_now(
      fmt::format("{}\n", world.say(msg("written: {0}", place->string()))));
}

std::optional<Failure> save_or_print(World& world, const SaveOptions& options,
                                     const std::string& name,
                                     std::string_view text) {
  return options.to.empty() ? world.print_now(text)
                            : save(world, options, name, text);
}

}  // namespace thidua::cmd
