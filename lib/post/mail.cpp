#include "post/mail.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "base/plain_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace thidua::post {
namespace {

constexpr std::size_t longest_line = 76;

// A header field on its way; it is folded where the next word has no room.
class HeaderField {
 public:
  explicit HeaderField(std::string_view name) : text_(name) {
    text_ += ':';
    column_ = text_.size();
  }

  void word(std::string_view word) {
    if (column_ + 1 + word.size() > longest_line) {
      fold();
    }
    text_.append(" ").append(word);
    column_ += 1 + word.size();
  }

  // Any text on one line, as words of base64: of Vietnamese they are shorter
  // than those of the other encoding.
  void encoded(std::string_view text) {
    while (!text.empty()) {
      if (column_ + 1 + shortest_encoded > longest_line) {
        fold();
      }
      const std::size_t room = longest_line - 1 - column_ - around_encoded;
      const std::size_t length = whole_characters(text, room / 4 * 3);
      word(fmt::format("=?UTF-8?B?{}?=", base64(text.substr(0, length))));
      text.remove_prefix(length);
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_) + '\n'; }

 private:
  static constexpr std::size_t around_encoded = 12;  // =?UTF-8?B? and ?=
  // With room for any one character.
  static constexpr std::size_t shortest_encoded = around_encoded + 8;

  static std::string base64(std::string_view bytes);

  void fold() {
    text_ += '\n';
    column_ = 0;
  }

  std::string text_;
  std::size_t column_;
};

std::string HeaderField::base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view three = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const char byte = i < three.size() ? three[i] : '\0';
      bits = bits << 8U | static_cast<std::uint8_t>(byte);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t digit = bits >> (18U - 6U * i) & 0x3FU;
      text += i <= three.size() ? digits[digit] : '=';
    }
  }
  return text;
}

// May it stand in a header field as it is?  What looks like an encoded word
// would be decoded.
bool is_plain(std::string_view text) {
  constexpr std::size_t longest = 60;
  return is_ascii(text) && text.size() <= longest &&
         text.find("=?") == std::string_view::npos;
}

std::string quoted_name(std::string_view name) {
  std::string text = "\"";
  for (const char character : name) {
    if (character == '"' || character == '\\') {
      text += '\\';
    }
    text += character;
  }
  return text + '"';
}

std::string field_of(std::string_view name, const Address& address) {
  HeaderField field(name);
  const std::string words = plain_line(address.name);
  if (words.empty()) {
    field.word(address.email);
    return field.take();
  }
  if (is_plain(words)) {
    field.word(quoted_name(words));
  } else {
    field.encoded(words);
  }
  field.word(fmt::format("<{}>", address.email));
  return field.take();
}

std::string subject_field(std::string_view subject) {
  HeaderField field("Subject");
  const std::string words = plain_line(subject);
  if (is_plain(words)) {
    field.word(words);
  } else {
    field.encoded(words);
  }
  return field.take();
}

std::string date_field(Date date) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed",
                                            "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr",
                                               "May", "Jun", "Jul", "Aug",
                                               "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::weekday day{std::chrono::sys_days(date)};
  return fmt::format("Date: {}, {:02} {} {:04} 00:00:00 +0700\n",
                     days[day.c_encoding()], unsigned(date.day()),
                     months[unsigned(date.month()) - 1], int(date.year()));
}

std::string id_field(const Mail& mail) {
  std::string left;
  for (const char character : mail.message_id) {
    const bool stays = (character >= 'a' && character <= 'z') ||
                       (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9') ||
                       character == '-';
    left += stays
                ? std::string(1, character)
                : fmt::format("_{:02X}", static_cast<unsigned char>(character));
  }
  return fmt::format("Message-ID: <{}@{}>\n", left,
                     mail.from.email.substr(mail.from.email.find('@') + 1));
}

// One line of a body.
//
// At the beginning of a line, a dot alone would end the letter for some
// sendmail programs, and “From ” begins another one in a mailbox.
class BodyLine {
 public:
  explicit BodyLine(std::string_view line) : rest_(line) {}

  [[nodiscard]] std::string quoted() {
    while (!rest_.empty()) {
      const std::size_t length = decode_utf8(rest_, 0).length;
      add(length == 1 && may_stay() ? std::string(rest_.substr(0, 1))
                                    : numbers(rest_.substr(0, length)));
      rest_.remove_prefix(length);
    }
    return std::move(text_) + '\n';
  }

 private:
  [[nodiscard]] bool may_stay() const {
    const char character = rest_.front();
    if (character == ' ' || character == '\t') {
      return rest_.size() > 1;
    }
    return character > ' ' && character <= '~' && character != '=' &&
           (!begins_line() ||
            !(character == '.' || rest_.starts_with("From ")));
  }

  // A soft line break is put before what has no room.
  [[nodiscard]] bool begins_line() const {
    return column_ == 0 || column_ + 1 >= longest_line;
  }

  static std::string numbers(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
      text += fmt::format("={:02X}", static_cast<unsigned char>(byte));
    }
    return text;
  }

  void add(const std::string& piece) {
    if (column_ + piece.size() >= longest_line) {
      text_ += "=\n";
      column_ = 0;
    }
    text_ += piece;
    column_ += piece.size();
  }

  std::string_view rest_;
  std::string text_;
  std::size_t column_ = 0;
};

std::string quoted_printable(std::string_view body) {
  const std::string plain = plain_text(body);
  std::string_view rest = plain;
  std::string text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text += BodyLine(rest.substr(0, end)).quoted();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

std::string with_crlf(std::string_view text) {
  std::string lines;
  for (const char character : text) {
    lines += character == '\n' ? "\r" : "";
    lines += character;
  }
  return lines;
}

void refuse_mistakes(const Mail& mail) {
  if (!is_email(mail.from.email) || !is_email(mail.to.email) ||
      (mail.reply_to && !is_email(mail.reply_to->email))) {
    throw std::invalid_argument("a letter with an address that is none");
  }
  if (mail.message_id.empty()) {
    throw std::invalid_argument("a letter without a Message-ID");
  }
}

}  // namespace

std::string to_rfc5322(const Mail& mail, LineEnd line_end) {
  refuse_mistakes(mail);
  std::string text = date_field(mail.date);
  text += field_of("From", mail.from);
  text += field_of("To", mail.to);
  if (mail.reply_to) {
    text += field_of("Reply-To", *mail.reply_to);
  }
  text += subject_field(mail.subject);
  text += id_field(mail);
  text +=
      "MIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: quoted-printable\n"
      "Auto-Submitted: auto-generated\n"
      "\n";
  text += quoted_printable(mail.body);
  return line_end == LineEnd::crlf ? with_crlf(text) : text;
}

}  // namespace thidua::post
