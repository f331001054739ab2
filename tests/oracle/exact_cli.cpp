// Works out sheets of exact numbers for exact_oracle.py.
//
// Each line of standard input is a program in reverse Polish notation; its
// line of output is what stays on the stack, values as Exact::to_fraction()
// writes them.  A word is a number (Exact::parse_fraction) or:
//   + - * /     of the two values on top
//   neg floor   of the value on top
//   round       of the value on top, to 2 places
//   first       a copy of the first value, at the bottom
//   cmp         -1, 0 or 1 for the two values on top; 9 if == disagrees
//   plain       takes the value on top and writes it with to_plain(2)
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/exact.hpp"

namespace {

using thidua::Exact;

class Sheet {
 public:
  // False for a word that is neither a number nor an operation.
  bool take(std::string_view word) {
    if (word == "+") {
      const Exact b = pop();
      stack_.back() += b;
    } else if (word == "-") {
      const Exact b = pop();
      stack_.back() -= b;
    } else if (word == "*") {
      const Exact b = pop();
      stack_.back() *= b;
    } else if (word == "/") {
      const Exact b = pop();
      stack_.back() /= b;
    } else if (word == "cmp") {
      compare();
    } else if (word == "first") {
      stack_.push_back(Exact(stack_.front()));
    } else if (word == "neg") {
      stack_.back() = -stack_.back();
    } else if (word == "floor") {
      stack_.back() = stack_.back().floor();
    } else if (word == "round") {
      stack_.back() = stack_.back().rounded(2);
    } else if (word == "plain") {
      printed_ += pop().to_plain(2) + ' ';
    } else {
      return push(word);
    }
    return true;
  }

  [[nodiscard]] std::string result() const {
    std::string text = printed_;
    for (const Exact& value : stack_) {
      text += value.to_fraction() + ' ';
    }
    return text;
  }

 private:
  Exact pop() {
    Exact top = std::move(stack_.back());
    stack_.pop_back();
    return top;
  }

  bool push(std::string_view word) {
    auto value = Exact::parse_fraction(word);
    if (value) {
      stack_.push_back(std::move(*value));
    }
    return value.has_value();
  }

  void compare() {
    const Exact b = pop();
    const Exact a = pop();
    const auto order = a <=> b;
    if ((a == b) != (order == 0)) {
      stack_.emplace_back(9);
    } else if (order == 0) {
      stack_.emplace_back(0);
    } else {
      stack_.emplace_back(order < 0 ? -1 : 1);
    }
  }

  std::vector<Exact> stack_;
  std::string printed_;
};

// The word at the front of `line`, which loses it and the space behind it.
std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    Sheet sheet;
    std::string_view rest = line;
    while (!rest.empty()) {
      const std::string_view word = take_word(rest);
      if (!sheet.take(word)) {
        std::cerr << "exact_cli: cannot read `" << word << "`\n";
        return EXIT_FAILURE;
      }
    }
    std::cout << sheet.result() << '\n';
  }
  return EXIT_SUCCESS;
}
