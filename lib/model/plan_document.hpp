// What a plan says of itself as a document, and how those that follow it are
// headed, signed and sent (Nghị định 30/2020/NĐ-CP, Điều 8).
// Files    plan.yaml: `issuer`, `document`, `letterheads`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/fact.hpp"

namespace thidua {

// TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / a name; KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / a
// name.
struct Signature {
  std::optional<Fact<std::string>> form;  // TM., KT.; nothing: none is printed
  std::string signed_for;  // GIÁM ĐỐC, behind KT.; may be empty
  Fact<std::string> title;
  Fact<std::string> name;
};

// How documents that follow the plan are headed, signed and sent: not all are
// as the plan itself is, and who signs changes.
struct Letterhead {
  std::vector<At<std::string>> documents;  // empty: all that no other names
  std::optional<At<std::string>> body;     // who writes; nothing: the issuer
  std::optional<Date> from;                // on what days, both included
  std::optional<Date> to;
  std::string name;   // of who writes, as printed; empty: as it is called
  std::string under;  // the body above it
  std::string sign;   // behind the hyphen of the number: UBND-NV
  std::string place;
  std::vector<std::string> bases;  // laws and the like, without "Căn cứ"
  std::optional<Signature> signature;
  std::vector<std::string> recipients;
  Span span{};
};

struct PlanDocument {
  std::string type;  // KH
  Fact<std::string> number;
  Fact<PartialDate> date;
  std::optional<Fact<std::string>> place;
  std::optional<Signature> signature;
};

struct Issuer {
  std::string name;
  std::string level;
  std::optional<Fact<std::string>> province;
  std::string under;    // the body above it, as printed (cơ quan chủ quản)
  std::string printed;  // as the document prints it, where that differs
};

}  // namespace thidua
