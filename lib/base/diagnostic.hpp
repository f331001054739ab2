// Diagnostic: one thing that is wrong with, or worth knowing about, a plan
// folder.  Plain data; lib/render/diagnostics.hpp turns it into words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "base/span.hpp"

namespace thidua {

enum class Severity { error, warning, info };

// A stable number, printed TD0123.  codes.hpp names them all.
enum class Code : std::uint16_t;

struct Diagnostic {
  Code code{};
  Span where{};           // file known, even where offset and length are 0
  Message message{};      // lower case, no full stop, names the value
  Message hint{};         // how to mend it
  std::string section{};  // of the plan, where the rule comes from one
};

// What is collected while a folder is read and checked.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void add(Diagnostics more);

  // By file, offset, code; the same finding twice is one.
  void sort();

  [[nodiscard]] const std::vector<Diagnostic>& all() const& { return all_; }
  // Not of a temporary: the list would end with it.
  void all() const&& = delete;
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool empty() const { return all_.empty(); }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace thidua
