// Letters and addresses; tests/remind has another program read them.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/text.hpp"
#include "post/mail.hpp"
#include "values.hpp"

using namespace thidua;
using post::Address;
using post::LineEnd;
using post::Mail;

namespace {

Mail some_mail() {
  return {.from = {"Office", "tdkt@example.vn"},
          .to = {"", "xa-mau@example.vn"},
          .subject = "Report is due",
          .body = "Hello\n",
          .message_id = "a-1",
          .date = test::day("2024-02-29")};
}

std::string letter(const Mail& mail) { return to_rfc5322(mail, LineEnd::lf); }

std::string body_of(const std::string& body) {
  Mail mail = some_mail();
  mail.body = body;
  const std::string text = letter(mail);
  return text.substr(text.find("\n\n") + 2);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("an address is one that every program understands") {
  const std::vector<const char*> good{
      "a@b.vn", "tdkt.nb_1+x-y@mail.caobang.gov.vn", "A.B@X-Y.Example.VN",
      "o'hara@example.com", "1@2.3a"};
  for (const char* email : good) {
    CAPTURE(email);
    CHECK(is_email(email));
    CHECK(post::parse_address(email) == Address{"", email});
  }
  const std::string label(63, 'x');
  CHECK(is_email(std::string(64, 'a') + "@b.vn"));
  CHECK_FALSE(is_email(std::string(65, 'a') + "@b.vn"));
  CHECK(is_email("a@" + label + ".vn"));
  CHECK_FALSE(is_email("a@" + label + "x.vn"));
  CHECK_FALSE(
      is_email("a@" + label + "." + label + "." + label + "." + label + ".vn"));
  const std::vector<std::string> bad{"",
                                     "a",
                                     "a@",
                                     "@b.vn",
                                     "a@b",
                                     "a@b.",
                                     "a@.vn",
                                     "a@b..vn",
                                     "a@-b.vn",
                                     "a@b-.vn",
                                     "a@b.1",
                                     "a@[1.2.3.4]",
                                     ".a@b.vn",
                                     "a.@b.vn",
                                     "a..b@b.vn",
                                     "-a@b.vn",
                                     "a b@b.vn",
                                     "a@b c.vn",
                                     "a@b.vn\n",
                                     "a@b.vn\nBcc: c@d.vn",
                                     "a\t@b.vn",
                                     "đ@b.vn",
                                     "a@đ.vn",
                                     "a@b@c.vn",
                                     "\"a\"@b.vn",
                                     "a|b@b.vn",
                                     "a@b.vn,c@d.vn",
                                     "(x)a@b.vn",
                                     std::string("a\0@b.vn", 7)};
  for (const std::string& text : bad) {
    CAPTURE(text);
    CHECK_FALSE(is_email(text));
    CHECK_FALSE(post::parse_address(text));
    CHECK_FALSE(post::parse_address("<" + text + ">"));
  }
}

TEST_CASE("an address may have a name") {
  struct Row {
    const char* text;
    std::optional<Address> expected;
  };
  const std::vector<Row> rows{
      {" a@b.vn ", Address{"", "a@b.vn"}},
      {"<a@b.vn>", Address{"", "a@b.vn"}},
      {"Phòng Nội vụ <a@b.vn>", Address{"Phòng Nội vụ", "a@b.vn"}},
      {"X<a@b.vn>", Address{"X", "a@b.vn"}},
      {R"("A, B" <a@b.vn>)", Address{"A, B", "a@b.vn"}},
      {R"("A \"B\" \\" <a@b.vn>)", Address{R"(A "B" \)", "a@b.vn"}},
      {"A  B <a@b.vn>", Address{"A B", "a@b.vn"}},
      {"A (B) <a@b.vn>", Address{"A (B)", "a@b.vn"}},
      {"A [B] <a@b.vn>", std::nullopt},
      {"A\\B <a@b.vn>", std::nullopt},
      {"A, B <a@b.vn>", std::nullopt},
      {"a@b.vn, X <c@d.vn>", std::nullopt},
      {"A <x@y.vn> <a@b.vn>", std::nullopt},
      {R"("A" B <a@b.vn>)", std::nullopt},
      {R"("A <a@b.vn>)", std::nullopt},
      {"A\nBcc: x <a@b.vn>", std::nullopt},
      {"A\tB <a@b.vn>", std::nullopt},
      {"A\x7F <a@b.vn>", std::nullopt},
      {"A\xFF <a@b.vn>", std::nullopt},
      {"A <a@b.vn", std::nullopt},
      {"A a@b.vn>", std::nullopt},
      {"A <a@b.vn> x", std::nullopt},
      {"A <>", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(post::parse_address(row.text) == row.expected);
  }
}

TEST_CASE("a letter in plain ASCII stands as it is") {
  Mail mail = some_mail();
  mail.reply_to = Address{"A \"B\" \\", "c@example.vn"};
  const std::string text =
      "Date: Thu, 29 Feb 2024 00:00:00 +0700\n"
      "From: \"Office\" <tdkt@example.vn>\n"
      "To: xa-mau@example.vn\n"
      "Reply-To: \"A \\\"B\\\" \\\\\" <c@example.vn>\n"
      "Subject: Report is due\n"
      "Message-ID: <a-1@example.vn>\n"
      "MIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: quoted-printable\n"
      "Auto-Submitted: auto-generated\n"
      "\n"
      "Hello\n";
  CHECK(letter(mail) == text);
  std::string other = to_rfc5322(mail, LineEnd::crlf);
  CHECK(std::count(other.begin(), other.end(), '\r') ==
        std::count(text.begin(), text.end(), '\n'));
  std::erase(other, '\r');
  CHECK(other == text);
}

TEST_CASE("names and subjects become encoded words of whole characters") {
  Mail mail = some_mail();
  mail.subject = "Hạn nộp";
  mail.to.name = "Xã Mẫu";
  CHECK(letter(mail).find("\nSubject: =?UTF-8?B?SOG6oW4gbuG7mXA=?=\n") !=
        std::string::npos);
  CHECK(letter(mail).find(
            "\nTo: =?UTF-8?B?WMOjIE3huqt1?= <xa-mau@example.vn>\n") !=
        std::string::npos);
  // What looks like an encoded word is none.
  mail.subject = "=?UTF-8?B?SOG6oW4=?=";
  CHECK(letter(mail).find(mail.subject) == std::string::npos);
}

TEST_CASE("lines of a letter are short, whatever is in it") {
  for (std::size_t before = 0; before < 8; ++before) {
    Mail mail = some_mail();
    mail.subject = std::string(before, 'x');
    for (int i = 0; i < 70; ++i) {
      mail.subject += "ế\U0001F33E =";
    }
    mail.from.name = mail.subject;
    mail.to.name = std::string(200, 'y');
    mail.body = mail.subject + mail.subject + "\n" + std::string(500, 'z');
    const std::string text = letter(mail);
    CHECK(is_ascii(text));
    for (const std::string& line : lines_of(text)) {
      CHECK(line.size() <= 76);
    }
  }
}

TEST_CASE("no text adds a header field or a line of another kind") {
  Mail mail = some_mail();
  mail.subject = "a\r\nBcc: x@y.vn\r\n\r\nbody";
  mail.to.name = "a\nBcc: x@y.vn";
  mail.from.name = "a\rBcc: x@y.vn\u2028Cc: z";
  mail.message_id = "đ/a_b>\r\nBcc: x";
  const std::string text = letter(mail);
  const auto lines = lines_of(text.substr(0, text.find("\n\n")));
  CHECK(lines.size() == 9);
  for (const std::string& line : lines) {
    CHECK_FALSE(line.starts_with("Bcc"));
    CHECK_FALSE(line.starts_with("Cc"));
  }
  CHECK(text.find("\nSubject: a Bcc: x@y.vn body\n") != std::string::npos);
  CHECK(text.find("\nMessage-ID: <_C4_91_2Fa_5Fb_3E_0D_0ABcc_3A_20x"
                  "@example.vn>\n") != std::string::npos);
}

TEST_CASE("a body is quoted so that no program on the way changes it") {
  struct Row {
    std::string body;
    std::string quoted;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"\n\n", "\n\n"},
      {"a=b", "a=3Db\n"},
      {"Xã", "X=C3=A3\n"},
      {"a \nb\t\r\n", "a=20\nb=09\n"},
      {".\n..\na.", "=2E\n=2E.\na.\n"},
      {"From a\nSee From a\n", "=46rom a\nSee From a\n"},
      {"bell\a", "bell\n"},
      {std::string(76, 'a'), std::string(75, 'a') + "=\na\n"},
      {std::string(75, 'a') + ".", std::string(75, 'a') + "=\n=2E\n"},
      {std::string(74, 'a') + "ế", std::string(74, 'a') + "=\n=E1=BA=BF\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.body);
    CHECK(body_of(row.body) == row.quoted);
  }
}

TEST_CASE("a letter without a good address or id is a mistake of the caller") {
  Mail mail = some_mail();
  mail.to.email = "a@b.vn\nBcc: c@d.vn";
  CHECK_THROWS_AS(static_cast<void>(letter(mail)), std::invalid_argument);
  mail = some_mail();
  mail.reply_to = Address{"x", ""};
  CHECK_THROWS_AS(static_cast<void>(letter(mail)), std::invalid_argument);
  mail = some_mail();
  mail.from.email = "đ@b.vn";
  CHECK_THROWS_AS(static_cast<void>(letter(mail)), std::invalid_argument);
  mail = some_mail();
  mail.message_id = "";
  CHECK_THROWS_AS(static_cast<void>(letter(mail)), std::invalid_argument);
}
