#include "post/user_settings.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <span>
#include <vector>

#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"
#include "base/text.hpp"

namespace thidua::post {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20U;
constexpr const char* name_in_config = "/thidua/config.toml";
constexpr std::array<std::string_view, 1> known_tables{"mail"};
constexpr std::array<std::string_view, 3> known_mail_keys{"sendmail", "from",
                                                          "reply_to"};

bool is_set(const std::optional<std::string>& folder) {
  return folder && folder->starts_with('/');
}

std::optional<std::string> home_of_user() {
  std::array<char, 16384> texts{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(getuid(), &entry, texts.data(), texts.size(), &found) != 0 ||
      found == nullptr || found->pw_dir == nullptr) {
    return std::nullopt;
  }
  return found->pw_dir;
}

std::vector<std::string> candidates(const SettingsPlaces& places) {
  std::vector<std::string> files;
  if (is_set(places.xdg_config_home)) {
    files.push_back(*places.xdg_config_home + name_in_config);
  } else {
    const auto home = is_set(places.home) ? places.home : home_of_user();
    if (is_set(home)) {
      files.push_back(*home + "/.config" + name_in_config);
    }
  }
  files.push_back(places.of_all_users);
  return files;
}

Failure unreadable_settings(const std::string& path, Argument reason) {
  return {ExitStatus::io,
          msg("cannot read the settings `{0}`: {1}", path, reason),
          msg("check that the file is there and that you may read it")};
}

class UserSettingsReader {
 public:
  UserSettingsReader(std::string path, std::string_view bytes)
      : path_(std::move(path)), bytes_(bytes) {}

  Result<UserSettings> read() {
    try {
      take(toml::parse(bytes_));
    } catch (const toml::parse_error& error) {
      fail(error.source().begin.line,
           msg("`{0}`, line {1}: this is no TOML: {2}", path_,
               error.source().begin.line, error.description()),
           msg("write lines such as `sendmail = \"msmtp -t\"`"));
    }
    return failure_ ? Result<UserSettings>(*failure_)
                    : Result<UserSettings>(std::move(settings_));
  }

 private:
  void take(const toml::table& root) {
    for (const auto& [key, value] : root) {
      const toml::table* table = value.as_table();
      if (key.str() != "mail") {
        unknown(key, known_tables);
      } else if (table == nullptr) {
        fail(value.source().begin.line,
             msg("`{0}`, line {1}: `mail` is a table", path_,
                 value.source().begin.line),
             msg("write `[mail]` above its settings"));
      } else {
        take_mail(*table);
      }
    }
  }

  void take_mail(const toml::table& mail) {
    for (const auto& [key, value] : mail) {
      if (key.str() == "sendmail") {
        settings_.sendmail = command(value);
      } else if (key.str() == "from") {
        settings_.from = address(key, value);
      } else if (key.str() == "reply_to") {
        settings_.reply_to = address(key, value);
      } else {
        unknown(key, known_mail_keys);
      }
    }
  }

  std::optional<std::string> command(const toml::node& value) {
    auto text = value.value_exact<std::string>();
    if (!text || trimmed(*text).empty() ||
        text->find('\0') != std::string::npos) {
      fail(value.source().begin.line,
           msg("`{0}`, line {1}: `sendmail` is a command line in quotes", path_,
               value.source().begin.line),
           msg("write `sendmail = \"msmtp -t\"`"));
    }
    return text;
  }

  std::optional<Address> address(const toml::key& key,
                                 const toml::node& value) {
    const auto text = value.value_exact<std::string>();
    auto parsed = parse_address(text.value_or(""));
    if (!parsed) {
      fail(value.source().begin.line,
           msg("`{0}`, line {1}: `{2}` is one e-mail address in quotes", path_,
               value.source().begin.line, key.str()),
           msg("write `{0} = \"Name <name@example.vn>\"`", key.str()));
    }
    return parsed;
  }

  void unknown(const toml::key& key, std::span<const std::string_view> known) {
    const auto meant = nearest(key.str(), known);
    fail(key.source().begin.line,
         msg("`{0}`, line {1}: there is no setting `{2}`", path_,
             key.source().begin.line, key.str()),
         meant ? msg("did you mean `{0}`?", *meant)
               : msg("the settings are: sendmail, from and reply_to below "
                     "`[mail]`"));
  }

  // The first by line is told: they come by their names.
  void fail(toml::source_index line, Message what, Message hint) {
    if (failure_ && line_ <= line) {
      return;
    }
    line_ = line;
    failure_ = {ExitStatus::usage, std::move(what), std::move(hint)};
  }

  std::string path_;
  std::string_view bytes_;
  UserSettings settings_;
  std::optional<Failure> failure_;
  toml::source_index line_ = 0;
};

Result<UserSettings> read_bytes(const std::string& path,
                                const FileBytes& file) {
  if (!file.ok) {
    return unreadable_settings(path, reason_of(file.error));
  }
  if (file.bytes.size() > largest_file) {
    return unreadable_settings(path, Word{N_("the file is too large")});
  }
  return UserSettingsReader(path, file.bytes).read();
}

}  // namespace

Result<UserSettings> read_user_settings(const SettingsPlaces& places) {
  if (places.file) {
    return read_bytes(*places.file,
                      read_file(AT_FDCWD, *places.file, largest_file));
  }
  for (const std::string& path : candidates(places)) {
    const FileBytes file = read_file(AT_FDCWD, path, largest_file);
    if (file.ok || (file.error != ENOENT && file.error != ENOTDIR)) {
      return read_bytes(path, file);
    }
  }
  return UserSettings{};
}

}  // namespace thidua::post
