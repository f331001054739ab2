#include "model/read_contact.hpp"

#include "base/codes.hpp"
#include "base/email.hpp"
#include "model/scalars.hpp"

namespace thidua {
namespace {

At<std::string> read_email(Fields& f) {
  auto email = f.maybe<At<std::string>>("email").value_or(At<std::string>{});
  if (!email.value.empty() && !is_email(email.value)) {
    report(f.found(), code::not_an_email, email.span,
           msg("`{0}` is no e-mail address", email.value),
           msg("write one address, such as van-phong@example.vn"));
    email.value.clear();
  }
  return email;
}

}  // namespace

std::vector<Contact> read_contacts(Fields& f) {
  std::vector<Contact> contacts;
  for_each_item(f, "contacts", [&](Fields& item) {
    contacts.push_back({item.text("role"), item.text_or_empty("name"),
                        read_email(item), item.text_or_empty("phone")});
  });
  return contacts;
}

}  // namespace thidua
