#include "folder/settings.hpp"

#include <toml++/toml.h>

#include <array>

#include "base/codes.hpp"
#include "base/text.hpp"

namespace thidua::folder {
namespace {

constexpr std::array<std::string_view, 2> known_keys{"language",
                                                     "due_within_days"};

// toml++ counts lines from 1 and columns in code points from 1.
Span span_at(std::string_view bytes, std::uint32_t file,
             const toml::source_region& region) {
  std::size_t offset = 0;
  for (toml::source_index line = 1; line < region.begin.line; ++line) {
    offset = std::min(bytes.find('\n', offset), bytes.size() - 1) + 1;
  }
  for (toml::source_index column = 1;
       column < region.begin.column && offset < bytes.size(); ++column) {
    ++offset;
    while (offset < bytes.size() &&
           (static_cast<unsigned char>(bytes[offset]) & 0xC0U) == 0x80U) {
      ++offset;
    }
  }
  return {file, static_cast<std::uint32_t>(offset), 1};
}

class SettingsReader {
 public:
  SettingsReader(std::string_view bytes, std::uint32_t file, Diagnostics& found)
      : bytes_(bytes), file_(file), found_(found) {}

  Settings read() {
    Settings settings;
    try {
      const toml::table table = toml::parse(bytes_);
      for (const auto& [key, value] : table) {
        take(key, value, settings);
      }
    } catch (const toml::parse_error& error) {
      add(code::settings_unreadable, error.source(),
          msg("thidua.toml cannot be read: {0}", error.description()),
          msg("write lines such as `language = \"vi\"`"));
    }
    return settings;
  }

 private:
  void take(const toml::key& name, const toml::node& value,
            Settings& settings) {
    const std::string_view key = name.str();
    if (key == "language") {
      take_language(value, settings);
    } else if (key == "due_within_days") {
      const auto days = value.value_exact<std::int64_t>();
      if (days && *days >= 0 && *days <= 3660) {
        settings.due_within_days = static_cast<int>(*days);
      } else {
        add(code::out_of_range, value.source(),
            msg("`due_within_days` is a whole number from 0 to 3660"),
            msg("write `due_within_days = 30`"));
      }
    } else {
      const auto meant = nearest(key, known_keys);
      add(code::unknown_setting, name.source(),
          msg("there is no setting `{0}`", key),
          meant ? msg("did you mean `{0}`?", *meant)
                : msg("the settings are: language, due_within_days"));
    }
  }

  void take_language(const toml::node& value, Settings& settings) {
    const auto word = value.value_exact<std::string>();
    if (word == "vi" || word == "en") {
      settings.language = *word == "vi" ? Language::vi : Language::en;
    } else {
      add(code::not_a_choice, value.source(),
          msg("`language` is \"vi\" or \"en\""),
          msg("write `language = \"vi\"`"));
    }
  }

  void add(Code code, const toml::source_region& region, Message message,
           Message hint) {
    found_.add({code,
                span_at(bytes_, file_, region),
                std::move(message),
                std::move(hint),
                {}});
  }

  std::string_view bytes_;
  std::uint32_t file_;
  Diagnostics& found_;
};

}  // namespace

Settings read_settings(std::string_view bytes, std::uint32_t file,
                       Diagnostics& found) {
  return SettingsReader(bytes, file, found).read();
}

}  // namespace thidua::folder
