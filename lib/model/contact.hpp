// Contact: whom to ask or remind in a unit or body.
#pragma once

#include <string>

#include "model/fact.hpp"

namespace thidua {

struct Contact {
  std::string role;
  std::string name;       // may be empty
  At<std::string> email;  // is_email, or empty
  std::string phone;      // may be empty
};

}  // namespace thidua
