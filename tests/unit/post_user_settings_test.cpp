// Where the user's own settings are, and what may be in them.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "post/user_settings.hpp"

using namespace thidua;
using post::Address;
using post::SettingsPlaces;
using post::UserSettings;
using test::PlanFolder;

namespace {

// Files in the places where settings may be, each naming itself.
const std::map<std::string, std::string> everywhere{
    {"given.toml", "[mail]\nsendmail = \"given\"\n"},
    {"xdg/thidua/config.toml", "[mail]\nsendmail = \"xdg\"\n"},
    {"home/.config/thidua/config.toml", "[mail]\nsendmail = \"home\"\n"},
    {"etc.toml", "[mail]\nsendmail = \"etc\"\n"}};

std::string sendmail_of(const SettingsPlaces& places) {
  const auto settings = read_user_settings(places);
  REQUIRE(settings);
  return settings->sendmail.value_or("none");
}

Result<UserSettings> read(const PlanFolder& folder) {
  return post::read_user_settings(
      {.file = (folder.path() / "config.toml").string()});
}

}  // namespace

TEST_CASE("the nearest settings of the user are taken") {
  const PlanFolder folder(everywhere);
  const std::string at = folder.path().string() + "/";
  SettingsPlaces places{.file = at + "given.toml",
                        .xdg_config_home = at + "xdg",
                        .home = at + "home",
                        .of_all_users = at + "etc.toml"};
  CHECK(sendmail_of(places) == "given");
  places.file.reset();
  CHECK(sendmail_of(places) == "xdg");
  places.xdg_config_home = at + "none";
  CHECK(sendmail_of(places) == "etc");
  for (const char* no_folder : {"", "xdg"}) {
    places.xdg_config_home = no_folder;
    CHECK(sendmail_of(places) == "home");
  }
  places.home = at + "none";
  CHECK(sendmail_of(places) == "etc");
  places.home = at + "etc.toml";  // a file on the way
  CHECK(sendmail_of(places) == "etc");
  places.of_all_users = at + "none";
  CHECK(sendmail_of(places) == "none");
}

TEST_CASE("settings that are named must be there, and others readable") {
  const PlanFolder folder({});
  folder.write("home/.config/thidua/config.toml/x", "");
  const auto missing = read(folder);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().status == ExitStatus::io);
  CHECK(say(missing.error().what, Language::en)
            .ends_with("config.toml`: no such file or directory"));
  const auto no_file =
      post::read_user_settings({.home = (folder.path() / "home").string()});
  REQUIRE_FALSE(no_file);
  CHECK(say(no_file.error().what, Language::en).ends_with("is a directory"));
  folder.write("config.toml", std::string(2U << 20U, '\n'));
  const auto large = read(folder);
  REQUIRE_FALSE(large);
  CHECK(
      say(large.error().what, Language::en).ends_with("the file is too large"));
}

TEST_CASE("settings say how mail is sent, and who sends it") {
  const PlanFolder folder({});
  folder.write("config.toml", R"(# mine
[mail]
sendmail = "msmtp -t"
from = "Phòng Nội vụ <pnv@example.vn>"
reply_to = 'x@example.vn'
)");
  const auto settings = read(folder);
  REQUIRE(settings);
  CHECK(settings->sendmail == "msmtp -t");
  CHECK(settings->from == Address{"Phòng Nội vụ", "pnv@example.vn"});
  CHECK(settings->reply_to == Address{"", "x@example.vn"});
  folder.write("config.toml", "");
  const auto none = read(folder);
  REQUIRE(none);
  CHECK_FALSE(none->sendmail);
  CHECK_FALSE(none->from);
}

TEST_CASE("settings that are wrong are refused with their line") {
  struct Row {
    const char* text;
    const char* what;
  };
  const std::vector<Row> rows{
      {"x = 1\n", "1: there is no setting `x`"},
      {"mail = 1\n", "1: `mail` is a table"},
      {"[mail]\n\nsendmial = \"x\"\n", "3: there is no setting `sendmial`"},
      {"[mail]\nsendmail = 1\n", "2: `sendmail` is a command line in quotes"},
      {"[mail]\nsendmail = [\"x\"]\n",
       "2: `sendmail` is a command line in quotes"},
      {"[mail]\nsendmail = \" \"\n",
       "2: `sendmail` is a command line in quotes"},
      {"[mail]\nsendmail = \"a\\u0000b\"\n",
       "2: `sendmail` is a command line in quotes"},
      {"[mail]\nfrom = \"x\"\n", "2: `from` is one e-mail address in quotes"},
      {"[mail]\nfrom = \"A <a@b.vn>\\nBcc: x@y.vn\"\n",
       "2: `from` is one e-mail address in quotes"},
      {"[mail]\nreply_to = true\n",
       "2: `reply_to` is one e-mail address in quotes"},
      // The first of several, though it comes later by its name.
      {"[mail]\nsendmail = 1\nfrom = 1\n",
       "2: `sendmail` is a command line in quotes"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const PlanFolder folder({});
    folder.write("config.toml", row.text);
    const auto settings = read(folder);
    REQUIRE_FALSE(settings);
    CHECK(settings.error().status == ExitStatus::usage);
    CHECK(say(settings.error().what, Language::en) ==
          "`" + (folder.path() / "config.toml").string() + "`, line " +
              row.what);
    CHECK_FALSE(settings.error().hint.empty());
  }
  const PlanFolder folder({});
  folder.write("config.toml", "[mail]\nsendmail = \n");
  const auto broken = read(folder);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().status == ExitStatus::usage);
  CHECK(say(broken.error().what, Language::en)
            .find("line 2: this is no TOML: ") != std::string::npos);
}
