# Shipped data becomes part of the binary: each file turns into a byte array
# that lib/data/embedded.hpp declares.

set(EMBED_DIR ${CMAKE_BINARY_DIR}/embedded)
file(MAKE_DIRECTORY ${EMBED_DIR})

# embed(NAME FILE): defines `std::string_view thidua::embedded::NAME()`.
function(embed name file)
  set(out ${EMBED_DIR}/${name}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DIN=${file} -DOUT=${out}
            -P ${CMAKE_SOURCE_DIR}/lib/data/embed_file.cmake
    DEPENDS ${file} ${CMAKE_SOURCE_DIR}/lib/data/embed_file.cmake
    VERBATIM)
  set(EMBEDDED_SOURCES ${EMBEDDED_SOURCES} ${out} PARENT_SCOPE)
endfunction()

# Messages: English is the key in the code, Vietnamese is lib/data/vi.po.
set(VI_MO ${EMBED_DIR}/vi.mo)
add_custom_command(
  OUTPUT ${VI_MO}
  COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check-format --check-header
          -o ${VI_MO} ${CMAKE_SOURCE_DIR}/lib/data/vi.po
  DEPENDS ${CMAKE_SOURCE_DIR}/lib/data/vi.po
  VERBATIM)
embed(messages_vi ${VI_MO})

# embed_folder(NAME FOLDER): defines `std::span<const File> NAME()`, every file
# of the folder and the folders in it.
function(embed_folder name folder)
  file(GLOB_RECURSE paths RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*)
  list(SORT paths)
  set(declared "")
  set(rows "")
  foreach(path ${paths})
    string(MAKE_C_IDENTIFIER ${name}_${path} function)
    embed(${function} ${folder}/${path})
    string(APPEND declared "std::string_view ${function}();\n")
    string(APPEND rows "      File{\"${path}\", ${function}()},\n")
  endforeach()
  set(out ${EMBED_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made from lib/data by lib/data/embed.cmake.
#include <array>

#include \"data/embedded.hpp\"

namespace thidua::embedded {

@declared@
std::span<const File> @name@() {
  static const std::array files{
@rows@  };
  return files;
}
}  // namespace thidua::embedded
")
  set(EMBEDDED_SOURCES ${EMBEDDED_SOURCES} ${out} PARENT_SCOPE)
endfunction()

# What a new plan folder begins with.
embed_folder(templates ${CMAKE_SOURCE_DIR}/lib/data/templates)
embed(gitignore ${CMAKE_SOURCE_DIR}/lib/data/plan-folder.gitignore)
embed(levels ${CMAKE_SOURCE_DIR}/lib/data/levels.yaml)
# Rules of the law by date.
embed_folder(rule_sets ${CMAKE_SOURCE_DIR}/lib/data/rule-sets)
embed(base_wage ${CMAKE_SOURCE_DIR}/lib/data/base-wage.yaml)
# What an office signs, and the shapes of what is put into it.
embed_folder(documents ${CMAKE_SOURCE_DIR}/lib/data/documents)
embed(context_schema ${CMAKE_SOURCE_DIR}/schemas/documents/context.schema.json)
# A report as a page.
embed(page_html ${CMAKE_SOURCE_DIR}/lib/data/page/page.html)
embed(page_css ${CMAKE_SOURCE_DIR}/lib/data/page/page.css)
