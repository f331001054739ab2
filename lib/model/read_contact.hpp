// Reading the contacts of a unit or body.
#pragma once

#include <vector>

#include "model/contact.hpp"
#include "model/fields.hpp"

namespace thidua {

std::vector<Contact> read_contacts(Fields& f);

}  // namespace thidua
