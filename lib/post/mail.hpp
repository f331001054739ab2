// Letters: mail in the form that mail programs send and open (RFC 5322), pure
// text in memory.
//
// Header fields are ASCII: Vietnamese names and subjects become encoded words
// (RFC 2047).  The body is quoted-printable, so that what is ASCII in it can be
// read in the file as it is.  No line is longer than 76 characters, but for a
// long address or Message-ID, which cannot be cut.  The same letter gives the
// same bytes; no clock is read.
//
// Nothing that stands in a text can add a header field: a name or subject
// comes out on one line without control characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/email.hpp"

namespace thidua::post {

struct Address {
  std::string name;   // of a person or office, any text; may be empty
  std::string email;  // is_email
  friend bool operator==(const Address&, const Address&) = default;
};

// `a@b.vn`, `<a@b.vn>`, `Tên <a@b.vn>` or `"Tên, chức vụ" <a@b.vn>`.  Nothing
// for another text, for several addresses, and for a name that is no valid
// UTF-8 or has control characters.  Of several spaces in a name one stays.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);

struct Mail {
  Address from;
  Address to;
  std::optional<Address> reply_to{};
  std::string subject;
  std::string body;  // any text, any kind of line ends
  // What makes the letter this one: the part of the Message-ID before the `@`,
  // not empty.  Two texts never give the same; other characters than letters,
  // digits and hyphens are written by their numbers.
  std::string message_id;
  Date date;  // said as its midnight in Viet Nam
};

// A `sendmail` program takes the lines of this system from its input, and some
// keep a CR before the LF as a part of the text.  A file `.eml` is opened on
// other systems too, and has line ends as RFC 5322 wants them.
enum class LineEnd { lf, crlf };

// An address that is no is_email and an empty `message_id` are mistakes of the
// caller (std::invalid_argument).
[[nodiscard]] std::string to_rfc5322(const Mail& mail, LineEnd line_end);

}  // namespace thidua::post
