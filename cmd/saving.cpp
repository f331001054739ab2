#include "saving.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/system_errors.hpp"
#include "post/replace_file.hpp"

namespace thidua::cmd {
namespace {

namespace fs = std::filesystem;

// What the plan folder keeps for what the tool makes; git ignores it.
constexpr const char* outgoing = "out";

// Endings that say of what form a file is.
constexpr std::array<std::string_view, 7> known_endings{
    ".docx", ".pdf", ".xlsx", ".csv", ".html", ".md", ".json"};

// A file whose name says another form than it has would be opened as that.
std::optional<Failure> refuse_ending(const fs::path& to,
                                     const std::string& name) {
  const std::string asked = to.extension().string();
  const std::string made = fs::path(name).extension().string();
  const bool says_form = std::find(known_endings.begin(), known_endings.end(),
                                   asked) != known_endings.end();
  if (!says_form || asked == made) {
    return std::nullopt;
  }
  return Failure{
      ExitStatus::usage,
      msg("the name ends in {0}, but what is made is {1}", asked, made),
      msg("write a name that ends in {0}, or choose another --format", made)};
}

Result<fs::path> place_for(const World& world, const SaveOptions& options,
                           const std::string& name) {
  if (!options.to.empty()) {
    const fs::path to = options.to;
    if (is_folder(options.to)) {
      return to / name;
    }
    if (auto refused = refuse_ending(to, name)) {
      return std::move(*refused);
    }
    return to;
  }
  const fs::path folder = world.path_of(outgoing);
  std::error_code error;
  fs::create_directory(folder, error);
  if (error) {
    return post::not_written(folder, error.value());
  }
  return folder / name;
}

// The same, where nothing stands that may not be replaced.
Result<fs::path> free_place_for(const World& world, const SaveOptions& options,
                                const std::string& name) {
  auto place = place_for(world, options, name);
  std::error_code none;
  if (place && !options.force && fs::exists(fs::symlink_status(*place, none))) {
    return Failure{ExitStatus::io,
                   msg("`{0}` is there already", place->string()),
                   msg("name another file or folder with {0}, or add --force",
                       options.by)};
  }
  return place;
}

}  // namespace

bool is_folder(std::string_view to) {
  const fs::path path = to;
  std::error_code none;
  return !path.empty() &&
         (!path.has_filename() || fs::is_directory(path, none));
}

void add_save_options(Syntax& syntax, const Words& words,
                      SaveOptions& options) {
  syntax.option("--to", options.to, words("FILE|DIR"),
                words("where the document goes, a file or a folder"));
  syntax.flag("--force", options.force,
              words("replace what stands there already"));
  syntax.flag("--public", options.to_all,
              words("leave personal data out: people and households by number, "
                    "no contacts"));
}

std::optional<Failure> save(World& world, const SaveOptions& options,
                            const std::string& name, std::string_view bytes) {
  const auto place = free_place_for(world, options, name);
  if (!place) {
    return place.error();
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

std::optional<Failure> save_all(World& world, const SaveOptions& options,
                                const std::vector<NamedBytes>& files) {
  for (const NamedBytes& file : files) {
    if (const auto place = free_place_for(world, options, file.name); !place) {
      return place.error();
    }
  }
  for (const NamedBytes& file : files) {
    if (auto failure = save(world, options, file.name, file.bytes)) {
      return failure;
    }
  }
  return std::nullopt;
}

}  // namespace thidua::cmd
