// The head and the foot of documents: who writes, signs and receives them.
#include <doctest/doctest.h>

#include "document/head.hpp"
#include "plan_folder.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using namespace thidua::document;
using test::day;
using test::Files;
using test::PlanFolder;
using test::small_plan;

// The small plan with more lines in plan.yaml, as of a day.
Json head_of(const std::string& more, const char* document,
             const char* today = "2023-12-05", Files files = small_plan()) {
  std::string& sheet = files["plan.yaml"];
  const std::string number = R"(number: {blank: "/KH"}, date: "2022-11"})";
  sheet.replace(sheet.find(number), number.size(),
                R"(number: {blank: "/KH-UBND"}, date: "2022-11"})");
  sheet += more;
  const PlanFolder folder(files);
  const auto plan = folder.load();
  return document_json({*plan, day(today), Language::vi},
                       *find_document(document), {});
}

constexpr const char* two_heads = R"(letterheads:
  - sign: UBND-VP
    signed: {title: CHỦ TỊCH, name: Nguyễn Văn A}
    to: "2023-12-31"
  - sign: UBND-VP
    signed: {title: CHỦ TỊCH, name: Trần Thị B}
    from: "2024-01-01"
  - documents: [quyet-dinh-khen-thuong]
    sign: UBND
    bases: ["Luật Thi đua, khen thưởng"]
    recipients: [Như Điều 3, "Lưu: VT."]
)";

}  // namespace

TEST_CASE("what no letterhead says is the plan's") {
  const Json head =
      head_of("recipients: [Huyện ủy, \"Lưu: VT, NV\"]\n", "ke-hoach");
  CHECK(head["issuer"] == "Ủy ban");
  CHECK(head["number"] == "        /KH-UBND");
  CHECK(head["superior"].is_null());
  CHECK(head["signature"]["name"].is_null());
  CHECK(head["recipients"] == Json({"Huyện ủy;", "Lưu: VT, NV."}));
  CHECK(head["law_stated"] == false);
  CHECK(head["bases"] ==
        Json::array({"KH số ……/KH-UBND tháng 11/2022 của Ủy ban về kế hoạch "
                     "thử"}));
}

TEST_CASE("a letterhead is for its days, and for the documents it names") {
  CHECK(head_of(two_heads, "ke-hoach")["signature"]["name"] == "Nguyễn Văn A");
  const Json later = head_of(two_heads, "ke-hoach", "2024-01-01");
  CHECK(later["signature"]["name"] == "Trần Thị B");
  CHECK(later["number"] == "        /KH-UBND-VP");
  const Json decision = head_of(two_heads, "quyet-dinh-khen-thuong");
  CHECK(decision["number"] == "        /QĐ-UBND");
  CHECK(decision["law_stated"] == true);
  CHECK(decision["bases"].front() == "Luật Thi đua, khen thưởng");
  CHECK(decision["recipients"] == Json({"Như Điều 3;", "Lưu: VT."}));
}

TEST_CASE("a parent that the plan does not name is no basis") {
  const std::string parents = R"(parents:
  - {type: Kế hoạch, number: 1/KH-UBND, date: "2022-01-05", issuer: Tỉnh, held: false, source: I}
  - {type: Quyết định, number: 2/QĐ, date: "2022-06-02", issuer: Trung ương, held: false, through: 1/KH-UBND, assumed: true, source: I}
)";
  const Json head = head_of(parents, "ke-hoach");
  REQUIRE(head["bases"].size() == 2);
  CHECK(head["bases"][0] == "Kế hoạch số 1/KH-UBND ngày 05/01/2022 của Tỉnh");
}

TEST_CASE(
    "an heir writes for a body that has ended, and is not given its "
    "number or its chair") {
  Files files = small_plan();
  std::string& sheet = files["plan.yaml"];
  const std::string district = "district: {name: Huyện}";
  sheet.replace(sheet.find(district), district.size(),
                "district: {name: Huyện, acts_as: [Ủy ban]}");
  files["successions.yaml"] =
      "successions:\n  - {date: \"2025-07-01\", from: [district], to: "
      "[office], source: X}\n";
  const std::string more =
      "letterheads:\n  - {body: office, place: Xã A, sign: PNV}\n";
  const Json before = head_of(more, "ke-hoach", "2025-06-30", files);
  CHECK(before["issuer"] == "Ủy ban");
  CHECK(before["number"] == "        /KH-UBND");
  const Json after = head_of(more, "ke-hoach", "2025-07-01", files);
  CHECK(after["issuer"] == "Phòng Nội vụ");
  CHECK(after["number"] == "        /KH-PNV");
  CHECK(after["place"] == "Xã A");
  CHECK(after["signature"]["lines"].empty());
  CHECK(after["recipients"].empty());
}

TEST_CASE("a long name comes in two lines, the kind of place in the second") {
  const auto lines = [](const std::string& name) {
    return head_of("letterheads:\n  - {name: " + name + "}\n",
                   "ke-hoach")["issuer_lines"];
  };
  CHECK(lines("Ủy ban nhân dân huyện") == Json({"Ủy ban nhân dân huyện"}));
  CHECK(lines("Ủy ban nhân dân huyện Mẫu Sơn") ==
        Json({"Ủy ban nhân dân", "huyện Mẫu Sơn"}));
  CHECK(lines("Sở Nội vụ tỉnh Mẫu Sơn Hạ") ==
        Json({"Sở Nội vụ", "tỉnh Mẫu Sơn Hạ"}));
  CHECK(lines("Hội Liên hiệp Phụ nữ Việt Nam") ==
        Json({"Hội Liên hiệp", "Phụ nữ Việt Nam"}));
}
