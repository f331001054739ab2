// What the commands ask a person at the terminal, and what the answers do.
#include <doctest/doctest.h>

#include <deque>
#include <filesystem>
#include <sstream>

#include "command.hpp"
#include "plan_folder.hpp"

namespace thidua {
namespace {

using test::PlanFolder;

// Runs a command in a folder; the person types the answers one after another
// and then ends the input.
class Session {
 public:
  Session(const PlanFolder& folder, std::deque<std::string> answers)
      : folder_(folder), answers_(std::move(answers)) {}

  int run(std::vector<std::string> arguments) {
    for (const char* word : {"--today", "2023-12-14", "--lang", "en"}) {
      arguments.emplace_back(word);
    }
    const cmd::Surroundings surroundings{
        out,
        err,
        false,
        [this](const std::string& question) { return answer(question); },
        [](const char*) { return std::nullopt; },
        folder_.path().string()};
    return cmd::run_program(arguments, surroundings);
  }

  std::ostringstream out;
  std::ostringstream err;
  std::vector<std::string> questions;

 private:
  std::optional<std::string> answer(const std::string& question) {
    questions.push_back(question);
    if (answers_.empty()) {
      return std::nullopt;
    }
    std::string next = std::move(answers_.front());
    answers_.pop_front();
    return next;
  }

  const PlanFolder& folder_;
  std::deque<std::string> answers_;
};

TEST_CASE("what is required and was not typed is asked for") {
  const PlanFolder folder(test::small_plan());
  Session session(folder, {"  Xã Thể Dục ", "commune"});
  CHECK(session.run({"add-unit"}) == 0);
  CHECK(session.questions ==
        std::vector<std::string>{"the name as the office writes it: ",
                                 "kind of unit, by its id or name: "});
  REQUIRE(folder.load()->unit("xa-the-duc") != nullptr);
  CHECK(folder.load()->unit("xa-the-duc")->name.value == "Xã Thể Dục");
}

TEST_CASE("what is required is asked for until it is answered or the end") {
  const PlanFolder folder(test::small_plan());
  Session session(folder, {"", "Xã Thể Dục", ""});
  CHECK(session.run({"add-unit"}) == 2);
  CHECK(session.questions.size() == 4);
  CHECK(session.err.str().find("an argument is missing: --kind") !=
        std::string::npos);
  CHECK(folder.load()->unit("xa-the-duc") == nullptr);
}

TEST_CASE("what was typed is not asked for") {
  const PlanFolder folder(test::small_plan());
  Session session(folder, {});
  CHECK(session.run({"add-unit", "Xã B", "--kind", "commune"}) == 0);
  CHECK(session.questions.empty());
}

TEST_CASE("the end of the input ends the questions") {
  const PlanFolder folder(test::small_plan());
  Session session(folder, {});
  CHECK(session.run({"add-unit"}) == 2);
  CHECK(session.questions.size() == 1);
  CHECK(session.err.str().find("an argument is missing: NAME") !=
        std::string::npos);
}

TEST_CASE("init-plan looks at each answer as it is given") {
  const PlanFolder beside(test::small_plan());
  const PlanFolder above({});
  const std::string place = (above.path() / "new").string();
  Session session(beside,
                  {beside.path().string(), place, "", "Thi đua yêu nước",
                   "Ủy ban nhân dân xã A", "năm năm", "2026..2030", "", "mai",
                   "15/11/2025", "một văn bản", ""});
  CHECK(session.run({"init-plan"}) == 0);
  CHECK(session.questions.size() == 12);
  const std::string said = session.err.str();
  for (const char* refused :
       {"`năm năm` is not a period", "an argument is missing: --title", "`mai`",
        "`một văn bản`"}) {
    INFO(refused);
    CHECK(said.find(refused) != std::string::npos);
  }
  CHECK(std::filesystem::exists(above.path() / "new" / "plan.yaml"));
}

TEST_CASE("init-plan refuses before it asks what no answer would mend") {
  const PlanFolder folder(test::small_plan());
  const PlanFolder above({});
  const std::string place = (above.path() / "new").string();
  Session session(folder, {"Thi đua yêu nước"});
  SUBCASE("a template that is not there") {
    CHECK(session.run({"init-plan", place, "--template", "xa"}) == 2);
  }
  SUBCASE("a source that is no plan folder") {
    CHECK(session.run({"init-plan", place, "--from", above.path().string()}) ==
          3);
  }
  SUBCASE("a folder that is taken") {
    CHECK(session.run({"init-plan", folder.path().string()}) == 5);
  }
  SUBCASE("a date that is none") {
    CHECK(session.run({"init-plan", place, "--date", "mai"}) == 2);
  }
  CHECK(session.questions.empty());
}

TEST_CASE("--ask goes from criterion to criterion until the answer is a mark") {
  PlanFolder folder(test::small_plan());
  folder.write("scores/2023/a.yaml", test::marks("a", "2023", true, "Tốt"));
  SUBCASE("a wrong mark is asked for again, another one than before for why") {
    Session session(folder, {"", "tuyệt vời", "Chưa đạt", "Mới bắt đầu"});
    CHECK(session.run({"score", "a", "--stage", "verified", "--ask"}) == 0);
    CHECK(session.questions.size() == 4);
    const auto plan = folder.load();
    const auto& stages = plan->scorecard_of("a", Period::year(2023))->stages;
    REQUIRE(stages.size() == 2);
    REQUIRE(stages[1].marks.size() == 1);
    CHECK(stages[1].marks[0].grade->value == "Chưa đạt");
    CHECK(stages[1].marks[0].remarks->reason == "Mới bắt đầu");
  }
  SUBCASE("what is given with --mark is not asked for, too") {
    Session session(folder, {});
    CHECK(session.run({"score", "a", "--stage", "verified", "--ask", "--mark",
                       "IV.2.b-1=yes"}) == 2);
    CHECK(session.questions.empty());
  }
  SUBCASE("the end of the input ends the asking") {
    Session session(folder, {});
    CHECK(session.run({"score", "a", "--stage", "verified", "--ask"}) == 0);
    CHECK(session.questions.size() == 1);
    CHECK(session.out.str() == "Nothing was marked.\n");
    CHECK(folder.load()->scorecard_of("a", Period::year(2023))->stages.size() ==
          1);
  }
}

TEST_CASE("--ask asks nothing where plan.yaml cannot be read") {
  const PlanFolder folder(test::small_plan());
  folder.write("plan.yaml", "title: [\n");
  Session session(folder, {"Tốt"});
  CHECK(session.run({"score", "a", "--stage", "verified", "--ask"}) == 1);
  CHECK(session.questions.empty());
  CHECK(session.out.str().empty());
  CHECK(session.err.str().find("plan.yaml cannot be read") !=
        std::string::npos);
}

}  // namespace
}  // namespace thidua
