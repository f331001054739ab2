// yaml-cpp's Emitter writes every text.  Lines and brackets are laid out by
// this room: the Emitter puts a comment above an inner key at the margin of the
// outer one, an empty list on a line of its own, a list in a list below its
// dash, and cannot leave the dashes of a list under its key, as Editor needs
// it.

#include "yaml/write.hpp"

#include "base/text.hpp"
#include "yaml/block.hpp"
#include "yaml/quoting.hpp"

namespace thidua::yaml {
namespace {

void add_lines(std::string& out, const LineList& lines) {
  for (const std::string& line : lines) {
    out += line;
    out += '\n';
  }
}

std::string laid_out(const Value& record) {
  if (record.kind == Kind::scalar) {
    return inline_scalar(record, Where::block) + '\n';
  }
  if (record.flow || record.is_empty_collection()) {
    return flow_text(record) + '\n';
  }
  std::string out;
  if (record.kind == Kind::sequence) {
    add_lines(out, block_lines(record, 0, {}));
  }
  for (const Member& member : record.members) {
    if (!out.empty() && !member.comment.empty()) {
      out += '\n';
    }
    add_lines(out, block_entry(member, 0, {}));
  }
  return out;
}

// Not a fault of the caller but of this room, or a record without bounds.
bool reads_as(const std::string& bytes, const Value& record) {
  Diagnostics found;
  const auto tree = read(bytes, 0, found);
  return tree && found.empty() && same(tree->root(), record);
}

}  // namespace

Result<std::string, Refused> write(const Value& record,
                                   std::string_view comment) {
  if (has_bad_character(comment)) {
    return Refused{Refusal::bad_character, {}};
  }
  if (auto refused = find_refusal(record)) {
    return std::move(*refused);
  }
  const Value clean = normalized(record);
  std::string out;
  add_lines(out, comment_lines(to_nfc(comment), 0));
  if (!out.empty()) {
    out += '\n';
  }
  out += laid_out(clean);
  if (!reads_as(out, clean)) {
    return Refused{Refusal::unsafe, {}};
  }
  return out;
}

}  // namespace thidua::yaml
