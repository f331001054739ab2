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
