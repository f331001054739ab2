file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
       "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "// Made from ${NAME} by lib/data/embed_file.cmake.
#include \"data/embedded.hpp\"

namespace thidua::embedded {
namespace {
constexpr unsigned char bytes[] = {
${bytes}};
}  // namespace

std::string_view ${NAME}() {
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}
}  // namespace thidua::embedded
")
