// TD09: the folder and its files.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo files_table[] = {
    {code::cannot_read, Severity::error,
     N_("file or folder that cannot be read"),
     N_("The computer refused to open it. What is in it is not counted, so "
        "totals and ranks may be incomplete."),
     N_("Ask for the right to read it, then run `thidua check` again.")},
    {code::not_a_regular_file, Severity::error, N_("not a regular file"),
     N_("A pipe, a device, or a link that leads to a folder or to nothing "
        "stands where a file is due. Reading from such a thing could wait "
        "forever, and a record behind it could change unseen."),
     N_("Put a regular file there, or take it away.")},
    {code::link_leaves_folder, Severity::error,
     N_("link that leads out of the plan folder"),
     N_("A plan folder is complete in itself: copied to another computer or to "
        "another office it says the same. A link to somewhere else would "
        "break there, or show a file that was not meant to be seen."),
     N_("Put a copy of the file in the folder instead of the link.")},
    {code::misplaced_file, Severity::error,
     N_("record file where no record lives"),
     N_("The path of a record says what it is. A .yaml file anywhere else "
        "would "
        "be passed over in silence, and its facts would be missing from every "
        "total."),
     N_("Move it to the folder of its kind, such as "
        "`figures/2023/xa-mau.yaml`. If it is no record, put it in "
        "`evidence/` or give it another ending.")},
    {code::bad_file_name, Severity::error, N_("file name that cannot be an id"),
     N_("The name of a file is the id of its record. Spaces, capitals and "
        "Vietnamese marks are not the same on every computer, and the record "
        "would get lost on the way."),
     N_("Rename the file with lower-case letters, digits and hyphens: "
        "`xom-tren.yaml`, not `Xóm Trên.yaml`.")},
    {code::settings_unreadable, Severity::error,
     N_("settings that cannot be read"),
     N_("thidua.toml is not understood, so none of the office's settings hold: "
        "neither the language nor the days ahead of a reminder."),
     N_("Write one setting to a line, texts in double quotes: "
        "`language = \"vi\"`, `due_within_days = 30`.")},
    {code::unknown_setting, Severity::warning, N_("unknown setting"),
     N_("thidua does not know this setting, so it changes nothing. Mostly the "
        "name is misspelt."),
     N_("Correct the name or take the line out. The settings are `language` "
        "and `due_within_days`.")},
    {code::template_of_nothing, Severity::warning,
     N_("template that no document uses"),
     N_("A template in templates/ stands for the document whose name it has. "
        "thidua makes no document of this name, so the file is never used, and "
        "the shipped template is."),
     N_("Give the file the name of the document and the ending .docx; `thidua "
        "document` lists the names.")},
};

}  // namespace

std::span<const CodeInfo> files() { return files_table; }

}  // namespace thidua::codes_table
