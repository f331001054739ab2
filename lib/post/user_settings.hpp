// The settings of the person who runs the program, apart from every plan
// folder: a folder may come from anywhere and must not name commands to run.
//
//   [mail]
//   sendmail = "msmtp -t"  # a command line for /bin/sh
//   from = "Văn phòng <vp@example.vn>"
//   reply_to = "vp@example.vn"
//
// Errors  A file that is there and cannot be read is a Failure (io); what is no
//         TOML, an unknown key, a value of a wrong type and an address that is
//         none are Failures (usage) with the line.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "post/mail.hpp"

namespace thidua::post {

struct UserSettings {
  std::optional<std::string> sendmail;
  std::optional<Address> from;
  std::optional<Address> reply_to;
};

// Where the settings may be.  What is empty or no absolute path in the
// environment counts as not set.
struct SettingsPlaces {
  std::optional<std::string> file{};             // given explicitly
  std::optional<std::string> xdg_config_home{};  // the variables of these names
  std::optional<std::string> home{};             // else as the system knows it
  std::string of_all_users = "/etc/thidua/config.toml";
};

// The explicit file, which must be there.  Else the first that is there of
// thidua/config.toml in $XDG_CONFIG_HOME (or ~/.config where that is not set)
// and the file of all users; no file means no settings.
[[nodiscard]] Result<UserSettings> read_user_settings(
    const SettingsPlaces& places);

}  // namespace thidua::post
