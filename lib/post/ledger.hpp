// What was sent to whom: the memory between one run and the next.
//
// A text file that only grows, a JSON object on each line:
//
//   {"format":"thidua letters","version":1}
//   {"event":"sending","key":…,"recipient":…,"step":1,"day":"2023-11-15"}
//   {"event":"sent",…}
//
// A letter is written down before it is handed over (`sending`) and after
// (`sent`), each time confirmed by the disk before the call comes back.  What
// is `sending` only was interrupted: nobody knows whether it went out.
//
// Errors  A Failure names the file, and the line of one that is broken; the
//         file is left as it is.  A last line without its line end was torn by
//         a power cut and never confirmed: it does not count, `torn` says so,
//         and the next addition takes its place.
// Files   made when something is first written, readable for its owner only
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.hpp"
#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace thidua::post {

// One reminder to one person.  Key, recipient and step together say which;
// texts are valid UTF-8.
struct LedgerEntry {
  std::string key;        // what is reminded of
  std::string recipient;  // an e-mail address
  int step = 0;           // which of its reminders
  Date day;               // when it was written down

  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

class Ledger {
 public:
  // For one run alone, until the end of its scope: another that opens the file
  // meanwhile fails at once (ExitStatus::locked).  Where there is no file yet,
  // two runs may both come in; the second to write then fails so, before it
  // has written anything.
  [[nodiscard]] static Result<Ledger> open(const std::string& path);

  // Only looks, and waits for nobody; begin and done are mistakes of the
  // caller then (std::logic_error).
  [[nodiscard]] static Result<Ledger> read(const std::string& path);

  [[nodiscard]] bool was_sent(std::string_view key, std::string_view recipient,
                              int step) const;
  // Begun and not done, by key, recipient and step.
  [[nodiscard]] std::vector<LedgerEntry> in_flight() const;
  // That a torn line at the end does not count, for the user.
  [[nodiscard]] const std::optional<Message>& torn() const { return torn_; }

  // Entries of one letter, before and after it is handed over: all of them or,
  // with a Failure, none.
  [[nodiscard]] std::optional<Failure> begin(
      const std::vector<LedgerEntry>& entries);
  [[nodiscard]] std::optional<Failure> done(
      const std::vector<LedgerEntry>& entries);
  // The last begin was for nothing: its letter was not handed over.  The file
  // is as it was before, or says as much to the next run where the disk does
  // not let it be.
  void undo();

 private:
  using Identity = std::tuple<std::string, std::string, int>;
  struct State {
    Date day;
    bool is_sent = false;
  };

  explicit Ledger(std::string path) : path_(std::move(path)) {}

  // Nothing is read where there is no file.
  std::optional<Failure> load(int flags);
  std::optional<Failure> make();
  std::optional<Failure> take_in(std::string_view bytes);
  std::optional<Failure> take_line(std::string_view line, std::size_t number);
  void note(const LedgerEntry& entry, bool is_sent);
  std::optional<Failure> add(const std::vector<LedgerEntry>& entries,
                             bool is_sent);
  // 0 or errno.
  int append(std::string_view lines);
  // False with errno.
  bool cut_tail();

  std::string path_;
  Descriptor file_;
  bool may_write_ = false;
  std::size_t size_ = 0;    // bytes that count
  std::size_t before_ = 0;  // of them, those before the last addition
  bool has_tail_ = false;   // others behind them
  std::optional<Message> torn_;
  std::map<Identity, State> letters_;
};

}  // namespace thidua::post
