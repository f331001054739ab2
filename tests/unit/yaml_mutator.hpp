// Files broken by chance, the same for the same seed.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace thidua::yaml {

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string operator()(std::string text) {
    for (std::size_t times = 1 + below(4); times > 0; --times) {
      change(text);
    }
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void change(std::string& text) {
    static const std::vector<std::string> pieces = {"[",
                                                    "]",
                                                    "{",
                                                    "}",
                                                    ",",
                                                    ":",
                                                    ": ",
                                                    "- ",
                                                    "? ",
                                                    "#",
                                                    " #",
                                                    "&a ",
                                                    "*a",
                                                    "!b ",
                                                    "\"",
                                                    "'",
                                                    "|\n",
                                                    ">\n",
                                                    "%",
                                                    "@",
                                                    "`",
                                                    "\t",
                                                    "\n",
                                                    "\r",
                                                    "\r\n",
                                                    "  ",
                                                    "---\n",
                                                    "<<",
                                                    "...\n",
                                                    "~",
                                                    "\\",
                                                    "\\u0301",
                                                    "ế",
                                                    "\xCC\x81",
                                                    "\xE2\x80\xA8",
                                                    "\xEF\xBB\xBF",
                                                    "\xFF",
                                                    "unit: a\n"};
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(12);
    switch (below(5)) {
      case 0:
        text.insert(at, pieces[below(pieces.size())]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), length * 4));
        break;
      case 3:
        if (at < text.size()) {
          text[at] = static_cast<char>(below(256));
        }
        break;
      default:
        text.replace(at, length, pieces[below(pieces.size())]);
        break;
    }
  }

  std::mt19937 random_;
};

}  // namespace thidua::yaml
