// TD02: the shape of a record.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo shape_table[] = {
    {code::unknown_key, Severity::error, N_("key that does not belong here"),
     N_("A key that nobody reads is a fact that gets lost: with `ilustrative` "
        "for `illustrative`, sample figures would go into a real report. For "
        "the same reason two keys that exclude each other, such as `before` "
        "and `by`, may not stand together."),
     N_("Correct the spelling, as the hint suggests, or take the line out. A "
        "remark goes in `note`, or in a comment after `#`.")},
    {code::missing_key, Severity::error, N_("key that must be here"),
     N_("Without this fact the record cannot be used, or its result cannot be "
        "explained to the council: a figure without a date, a rule without a "
        "section of the plan."),
     N_("Add the line with its value. Where the document is silent, say so: "
        "`assumed: true` for a rule, `{not_in_source: true}` for a number or a "
        "date.")},
    {code::wrong_kind, Severity::error, N_("value of the wrong kind"),
     N_("A key holds one value, a list, or further keys, and which of them is "
        "part of the record format. A list of one item and the item itself "
        "are not the same."),
     N_("Write one value after the colon, list items on lines that begin with "
        "`- `, or further keys indented below. thidua-plan(5) shows each "
        "record.")},
    {code::not_text, Severity::error,
     N_("number or true/false where text is due"),
     N_("Without quotes YAML reads numbers in texts: the document number `1e3` "
        "would come out as 1000, and `7.10` as 7.1."),
     N_("Put the text in double quotes: `number: \"0123\"`.")},
    {code::not_a_number, Severity::error, N_("not a number"),
     N_("Points, amounts and figures are added up exactly, so each of them "
        "must be one clear number. With thousands marks, as in "
        "`1.250.000`, it is none."),
     N_("Write digits with one decimal mark at most: `households: 1250`, or "
        "`\"86,25\"` with the comma in double quotes.")},
    {code::not_true_or_false, Severity::error, N_("neither true nor false"),
     N_("Words such as `yes`, `no` and `on` are true or false in one version "
        "of YAML and plain text in the next. A criterion must not be met or "
        "not met by the version of a program."),
     N_("Write `true` or `false`, without quotes: `done: true`.")},
    {code::not_a_date, Severity::error, N_("not a date"),
     N_("Deadlines and years of work are counted by dates, so a date has one "
        "of a few forms that cannot be misread. A plan often gives only a "
        "month, a quarter or a year, and some keys take those too."),
     N_("Write `\"2023-11-15\"` or `\"15/11/2023\"`. Where only a part is "
        "known and the key allows it: `\"2022-11\"`, `\"2022-Q4\"`, "
        "`\"2022\"`.")},
    {code::no_such_date, Severity::error, N_("day that does not exist"),
     N_("The text looks like a date, but the calendar has no such day, such as "
        "30/02 or 31/11. To move it to the next day would be a guess, and one "
        "day can make a report late."),
     N_("Look the date up in the document. Day comes before month: "
        "`\"15/11/2023\"`.")},
    {code::not_a_period, Severity::error, N_("not a period"),
     N_("Figures and marks count for a period: a month, a quarter, a "
        "half-year, "
        "a year, or the days from one date to another. Two records are "
        "compared only when their periods are clear."),
     N_("Write `\"2023\"`, `\"2023-11\"`, `\"2023-Q4\"`, `\"2023-H1\"` or "
        "`\"2022-11-15..2023-11-14\"`, the earlier day first.")},
    {code::not_a_choice, Severity::error, N_("not one of the allowed words"),
     N_("This key takes one word of a short list, because each word makes the "
        "program count differently: an `estimate` figure is shown as such, an "
        "`official` one is not."),
     N_("Choose one of the words that the message lists, spelt exactly as "
        "there.")},
    {code::not_an_id, Severity::error, N_("not an id"),
     N_("Records find one another by ids, and ids are also file names. Short "
        "words without spaces and capitals come through every computer and "
        "every program unchanged."),
     N_("Write lower-case letters, digits and inner hyphens: `xom-tren`, and "
        "with its parent `xa-mau/xom-tren`. A criterion has the section as "
        "printed: `IV.2.c-1a`.")},
    {code::empty_value, Severity::error, N_("empty value"),
     N_("A key with nothing after it leaves open whether the fact is zero, "
        "unknown, or forgotten. Absent is not zero: what is not known is not "
        "written."),
     N_("Write the value, or take the whole line out. A number left blank in "
        "the document is `number: {blank: \"/KH-UBND\"}`.")},
    {code::out_of_range, Severity::error, N_("value outside its limits"),
     N_("The value has the right form but cannot be: a year of five digits, a "
        "share above 1, a maximum of 0 points. Counting with it would spoil "
        "every total it enters."),
     N_("Write a value within the limits that the message names.")},
    {code::not_a_formula, Severity::error, N_("not a formula of figures"),
     N_("An indicator is a sum of figures, or one sum divided by another, and "
        "nothing else. So a rate can be shown step by step with the figures it "
        "was made from."),
     N_("Write ids of figures with `+` and one `/`: `of: poor / households`, "
        "or "
        "`of: (poor + near_poor) / households`.")},
    {code::thousands_mark, Severity::warning,
     N_("decimal mark that looks like a thousands mark"),
     N_("`1.250` is a thousand and more in one office, one and a quarter in "
        "another, and so is `1,250`. The program reads the mark as a decimal "
        "mark, "
        "so a commune of 1250 households would have one."),
     N_("Write a thousand without a mark: `households: 1250`. If three decimal "
        "places are really meant, write a fourth: `1.2500`.")},
    {code::not_an_email, Severity::error, N_("not an e-mail address"),
     N_("Reminders go to the addresses in `contacts`. What is no address "
        "reaches nobody, and the unit would be thought to have been told."),
     N_("Write one address in plain letters, such as "
        "`van-phong@example.vn`; a second person is a contact of their "
        "own.")},
};

}  // namespace

std::span<const CodeInfo> shape() { return shape_table; }

}  // namespace thidua::codes_table
