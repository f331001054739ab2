// The papers of a commendation: which proposals each step is about, who decides
// a form, and to whom a letter goes.
#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "folder/load.hpp"
#include "proposal_records.hpp"
#include "rules/commendations.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;

std::unique_ptr<const Plan> example() {
  auto plan = folder::load_plan(THIDUA_SOURCE_DIR "/tests/bases/commendation");
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

OccasionDate occasion_of(const Plan& plan) {
  return find_occasion(plan, "annual-2024").value();
}

// "giay-khen-huyen: xa-an xa-binh"
std::string list_of(const Plan& plan, CommendationStage stage,
                    const Author& author = {}) {
  std::string text;
  for (const CommendedForm& form :
       commended(plan, occasion_of(plan), {}, stage, author, day("2025-01-15"))
           .forms) {
    text += (text.empty() ? "" : "; ") + form.form->form->id.value + ":";
    for (const CouncilRow* row : form.rows) {
      text += " " + row->candidate.unit->id;
    }
  }
  return text;
}

// "Phòng Nội vụ <- giay-khen-huyen bang-khen-tinh"
std::string letters_of(const Plan& plan, const Author& author) {
  std::vector<const AwardForm*> forms;
  for (const AwardForm& form : plan.awards.forms) {
    forms.push_back(&form);
  }
  std::string text;
  for (const Addressed& each :
       addressees(plan, author, occasion_of(plan), forms, day("2025-01-15"))) {
    text += (text.empty() ? "" : "; ") +
            fmt::format("{} <-", fmt::join(each.to, " + "));
    for (const AwardForm* form : each.forms) {
      text += " " + form->id.value;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("every step of a commendation has its proposals") {
  const auto plan = example();
  struct Row {
    CommendationStage stage;
    const char* list;
  };
  for (const Row& row :
       {Row{CommendationStage::under_way,
            "giay-khen-xa: xa-an/xom-mot; giay-khen-huyen: xa-an xa-binh "
            "xa-cao; bang-khen-tinh: xa-an; bang-khen-thu-tuong: xa-binh"},
        Row{CommendationStage::ready,
            "giay-khen-xa: xa-an/xom-mot; giay-khen-huyen: xa-an xa-binh; "
            "bang-khen-tinh: xa-an"},
        Row{CommendationStage::voted,
            "giay-khen-xa: xa-an/xom-mot; giay-khen-huyen: xa-an xa-binh; "
            "bang-khen-tinh: xa-an"},
        Row{CommendationStage::to_decide, "giay-khen-huyen: xa-an"},
        Row{CommendationStage::granted, "giay-khen-huyen: xa-dong"}}) {
    CHECK(list_of(*plan, row.stage) == row.list);
  }
}

TEST_CASE("what a step leaves out is counted by its state") {
  const auto plan = example();
  const auto made =
      commended(*plan, occasion_of(*plan), {}, CommendationStage::granted, {},
                day("2025-01-07"));
  CHECK(made.forms.empty());
  CHECK(made.others_decide == 3);
  std::string states;
  for (const StateCount& each : made.left_out) {
    states += fmt::format(" {} {}", each.count, to_string(each.state));
  }
  CHECK(states == " 1 drafted 3 submitted 1 returned");
}

TEST_CASE("a form is the issuer's by its level or by its authority") {
  const auto plan = example();
  struct Row {
    const char* form;
    DecidedBy who;
  };
  for (const Row& row : {Row{"giay-khen-xa", DecidedBy::below},
                         Row{"giay-khen-huyen", DecidedBy::issuer},
                         Row{"co-huyen", DecidedBy::issuer},
                         Row{"bang-khen-tinh", DecidedBy::elsewhere},
                         Row{"bang-khen-thu-tuong", DecidedBy::elsewhere}}) {
    CAPTURE(row.form);
    CHECK(decided_by(*plan, *plan->form(row.form)) == row.who);
  }
}

TEST_CASE("a letter goes to the next step of the path") {
  const auto plan = example();
  struct Row {
    Author author;
    const char* letters;
  };
  for (const Row& row :
       {Row{{},
            "Chủ tịch Ủy ban nhân dân tỉnh <- bang-khen-tinh; Thủ tướng Chính "
            "phủ <- bang-khen-thu-tuong"},
        Row{{plan->body("phong-noi-vu"), nullptr},
            "Ủy ban nhân dân huyện <- giay-khen-huyen co-huyen bang-khen-tinh "
            "bang-khen-thu-tuong"},
        Row{{plan->body("phong-xa-hoi"), nullptr},
            "Phòng Nội vụ <- giay-khen-huyen co-huyen bang-khen-tinh "
            "bang-khen-thu-tuong"},
        Row{{nullptr, plan->unit("xa-an")},
            "Chủ tịch xã <- giay-khen-xa; Phòng Xã hội <- giay-khen-huyen "
            "co-huyen bang-khen-tinh bang-khen-thu-tuong"}}) {
    CHECK(letters_of(*plan, row.author) == row.letters);
  }
}

TEST_CASE("a unit puts forward itself, units below it and what it proposed") {
  const auto plan = example();
  CHECK(list_of(*plan, CommendationStage::under_way,
                {nullptr, plan->unit("xa-an")}) ==
        "giay-khen-xa: xa-an/xom-mot; giay-khen-huyen: xa-an; bang-khen-tinh: "
        "xa-an; bang-khen-thu-tuong: xa-binh");
  CHECK(list_of(*plan, CommendationStage::under_way,
                {nullptr, plan->unit("xa-an/xom-mot")}) ==
        "giay-khen-xa: xa-an/xom-mot");
}

TEST_CASE("the issuer decides on the proposal of the step before its own") {
  const auto plan = example();
  const auto proposers = [&](std::vector<const AwardForm*> forms) {
    return fmt::format(
        "{}", fmt::join(proposers_to_issuer(*plan, occasion_of(*plan), forms,
                                            day("2025-01-15")),
                        ", "));
  };
  CHECK(proposers({plan->form("giay-khen-huyen"), plan->form("co-huyen")}) ==
        "Phòng Nội vụ");
  CHECK(proposers({}).empty());
}
