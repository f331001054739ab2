// TD01: the bytes and the YAML of a file.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo bytes_table[] = {
    {code::invalid_utf8, Severity::error, N_("bytes that are not UTF-8 text"),
     N_("Records are UTF-8, the one encoding that holds every Vietnamese "
        "letter. Text typed for an old font (TCVN3, VNI) or saved as UTF-16 "
        "would print as wrong letters in a dossier."),
     N_("Save the file again with the encoding UTF-8. Text typed for TCVN3 or "
        "VNI fonts must be converted to Unicode first.")},
    {code::control_character, Severity::error, N_("hidden control character"),
     N_("A character that nobody can see came in, mostly with copied text. "
        "Two names that look the same would then be different names, and the "
        "character can break a printed document. An escape for it, such as "
        "`\"\\b\"`, is refused for the same reason."),
     N_("Delete the character, or type the line again.")},
    {code::line_separator, Severity::error, N_("hidden line separator"),
     N_("The characters U+0085, U+2028 and U+2029 end a line in some programs "
        "and not in others, so the line numbers of a finding would be wrong in "
        "half of them. They come in with text copied from web pages and PDF "
        "files."),
     N_("Delete the character and break the line with the Enter key.")},
    {code::lone_carriage_return, Severity::error,
     N_("carriage return without a line feed"),
     N_("A carriage return alone was the line end of old computers. Git and "
        "most other programs take the whole file for one line, so no change "
        "in it can be seen or merged."),
     N_("Save the file with the line ends LF or CRLF.")},
    {code::conflict_marker, Severity::error, N_("git conflict marker"),
     N_("Two people changed the same lines and git could not choose between "
        "them. Until a person does, nobody knows which figure or mark is the "
        "true one."),
     N_("Keep the right lines of the two versions, delete the lines that begin "
        "with `<<<<<<<`, `=======` or `>>>>>>>`, then run `thidua check`.")},
    {code::tab_indentation, Severity::error,
     N_("tab where only spaces may stand"),
     N_("Indentation says which lines belong together, and a tab is as wide "
        "as each editor likes. A mark could slip under another criterion "
        "without anybody seeing it."),
     N_("Indent with spaces: two for each level.")},
    {code::file_too_large, Severity::error,
     N_("file larger than a record may be"),
     N_("A record holds the facts of one unit for one period and is far "
        "smaller than 1 MiB. A larger file is a scan or an export with the "
        "wrong ending, or many records in one."),
     N_("Put attachments in `evidence/`, and split the record into one file "
        "for each unit, such as `figures/2023/xa-mau.yaml`.")},
    {code::too_deep, Severity::error, N_("lists and groups nested too deeply"),
     N_("No record needs more than 32 levels. More of them are indentation "
        "gone wrong, or a file made to exhaust the computer."),
     N_("Bring the record into the shape that thidua-plan(5) shows.")},
    {code::several_documents, Severity::error,
     N_("several records in one file"),
     N_("A file holds one record, because its path says whose it is: "
        "`scores/2023/xa-mau.yaml` is the scorecard of `xa-mau` for 2023. A "
        "second record after `---` would belong to nobody."),
     N_("Move what follows `---` to a file of its own.")},
    {code::duplicate_key, Severity::error, N_("key that stands twice"),
     N_("Most programs silently keep only one of two equal keys, so a mark or "
        "a figure would vanish without a word. Only a person can say which of "
        "the two is right."),
     N_("Keep the right line and delete the other. Two marks for one criterion "
        "belong to two stages, such as `self` and `verified`.")},
    {code::anchor_or_alias, Severity::error, N_("YAML anchor or alias"),
     N_("With `&name` and `*name` one place of a file stands for another. "
        "Whoever reads or audits a record must see each value where it counts, "
        "and a correction must not change another line unseen."),
     N_("Write the value out wherever it counts. Text that really begins with "
        "`&` or `*` goes in double quotes.")},
    {code::tag, Severity::error, N_("YAML tag"),
     N_("A word that begins with `!` tells a program how to read the value "
        "after it. What kind of value a key has is settled by the record "
        "format, the same for every office."),
     N_("Delete the word. Text that really begins with `!` goes in double "
        "quotes.")},
    {code::syntax_error, Severity::error, N_("not understood as YAML"),
     N_("From this place on nobody can say for sure what the file means, so "
        "nothing in it is counted: a guess could give a unit a mark that "
        "nobody gave."),
     N_("Look at the marked place and the line above it. Most often the space "
        "after a colon is missing, the lines of one group begin in different "
        "columns, or a text with `: ` or ` #` in it needs double quotes.")},
    {code::empty_file, Severity::error, N_("file without a record"),
     N_("An empty file says nothing, yet it looks as if the unit had been "
        "recorded. Absent is not zero: what is not known is not written."),
     N_("Write the record, or delete the file.")},
    {code::complex_key, Severity::error, N_("key that is not plain text"),
     N_("A key is a word of the record format or an id of the plan, such as "
        "`name` or `IV.2.c-3`. Nothing can be found by a list, an empty word "
        "or a text of several lines."),
     N_("Write one short text before the colon, in double quotes if it holds "
        "brackets.")},
    {code::not_nfc, Severity::warning,
     N_("letters and marks that are not joined"),
     N_("A Vietnamese letter can be typed as one character, or as a letter "
        "followed by its marks. Both look the same, and thidua reads both as "
        "the same, but git and the search of other programs do not."),
     N_("Set the keyboard to precomposed Unicode and type the text again, or "
        "let the editor convert the file to the form NFC.")},
};

}  // namespace

std::span<const CodeInfo> bytes() { return bytes_table; }

}  // namespace thidua::codes_table
