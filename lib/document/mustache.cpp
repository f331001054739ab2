#include "document/mustache.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "base/text.hpp"
#include "render/outline.hpp"

namespace thidua::document {
namespace {

using kainjow::mustache::data;

// Around the name of a variable for which there is nothing, until it is known
// which those are; no record and no template may hold them.
constexpr char missing_begins = '\x01';
constexpr char missing_ends = '\x02';

Tag::Kind kind_of(char sign) {
  switch (sign) {
    case '#':
      return Tag::Kind::section;
    case '^':
      return Tag::Kind::inverted;
    case '/':
      return Tag::Kind::close;
    case '!':
      return Tag::Kind::remark;
    case '>':
    case '=':
    case '&':
    case '{':
      return Tag::Kind::refused;
    default:
      return Tag::Kind::variable;
  }
}

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t dot = std::min(name.find('.', at), name.size());
    parts.push_back(name.substr(at, dot - at));
    at = dot + 1;
  }
  return parts;
}

class TagChecker {
 public:
  explicit TagChecker(const Shape& shape) : scopes_{shape} {}

  void see(std::size_t index, const Tag& tag) {
    index_ = index;
    switch (tag.kind) {
      case Tag::Kind::refused:
        return add(msg("`{0}` cannot stand in a template", tag.name),
                   msg("of Mustache, names, sections and remarks are read"));
      case Tag::Kind::close:
        return close(tag);
      case Tag::Kind::variable:
        return variable(tag);
      case Tag::Kind::section:
      case Tag::Kind::inverted:
        return open(tag);
      case Tag::Kind::remark:
        return;
    }
  }

  std::vector<TagProblem> finish() {
    for (const Open& each : open_) {
      index_ = each.index;
      add(msg("the section `{0}` is not closed", each.name),
          msg("write {{{{/{0}}}}} where it ends", each.name));
    }
    return std::move(problems_);
  }

 private:
  struct Open {
    std::string name;
    std::size_t index;
  };

  void add(Message what, Message hint = {}) {
    problems_.push_back({index_, std::move(what), std::move(hint)});
  }

  void variable(const Tag& tag) {
    const auto shape = find(tag.name);
    if (!shape) {
      return;
    }
    if (shape->is_list() || shape->is_object() || shape->is_flag()) {
      add(msg("`{0}` is not a value that can be printed", tag.name),
          msg("open it as a section: {{{{#{0}}}}} … {{{{/{0}}}}}", tag.name));
    }
  }

  void open(const Tag& tag) {
    const auto shape = find(tag.name);
    open_.push_back({tag.name, index_});
    scopes_.push_back(shape && tag.kind == Tag::Kind::section &&
                              shape->is_list()
                          ? shape->item()
                          : shape);
  }

  void close(const Tag& tag) {
    if (open_.empty()) {
      return add(msg("the section `{0}` is not open here", tag.name));
    }
    if (open_.back().name != tag.name) {
      add(msg("`{0}` is closed, but `{1}` was opened last", tag.name,
              open_.back().name));
    }
    open_.pop_back();
    scopes_.pop_back();
  }

  // Says so where there is no such name.
  std::optional<Shape> find(const std::string& name) {
    if (name == ".") {
      return scopes_.back();
    }
    const auto parts = parts_of(name);
    std::optional<Shape> found;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend() && !found;
         ++scope) {
      if (!*scope) {
        return std::nullopt;  // inside an unknown section, anything may be
      }
      found = (*scope)->member(parts.front());
    }
    if (!found) {
      unknown(name, parts.front(), all_names());
      return std::nullopt;
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const Shape outer = *found;
      found = outer.member(parts[i]);
      if (!found) {
        const auto at = static_cast<std::size_t>(parts[i].data() - name.data());
        unknown(name, parts[i], outer.names(), name.substr(0, at));
        return std::nullopt;
      }
    }
    return found;
  }

  // `before`: what stands before the part, "document." or nothing.
  void unknown(const std::string& name, std::string_view part,
               const std::vector<std::string>& known,
               const std::string& before = {}) {
    const auto meant = nearest(
        part, std::vector<std::string_view>{known.begin(), known.end()});
    add(msg("there is no `{0}` here", name),
        meant
            ? msg("did you mean `{0}`?", before + std::string(*meant))
            : msg("there are: {0}", fmt::format("{}", fmt::join(known, ", "))));
  }

  [[nodiscard]] std::vector<std::string> all_names() const {
    std::vector<std::string> names;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      for (std::string& each : (*scope)->names()) {
        if (std::find(names.begin(), names.end(), each) == names.end()) {
          names.push_back(std::move(each));
        }
      }
    }
    return names;
  }

  std::vector<std::optional<Shape>> scopes_;  // nothing: an unknown section
  std::vector<Open> open_;
  std::vector<TagProblem> problems_;
  std::size_t index_ = 0;
};

data data_of(const Json& words) {
  if (words.is_object()) {
    data object;
    for (const auto& [name, value] : words.items()) {
      object.set(name, data_of(value));
    }
    return object;
  }
  if (words.is_array()) {
    data list{data::type::list};
    for (const Json& each : words) {
      list.push_back(data_of(each));
    }
    return list;
  }
  return words.is_string() ? data(words.get<std::string>())
                           : data(words.is_boolean() && words.get<bool>());
}

std::string mark_of(std::string_view name) {
  return fmt::format("{}{}{}", missing_begins, name, missing_ends);
}

// Marks where something is missing, so that it is known what: a variable
// without a value, and [CHƯA CÓ] that a template says of an empty section.
class Marker {
 public:
  std::string mark(std::string_view text) {
    std::string out;
    std::size_t done = 0;
    for (const Tag& tag : tags_in(text)) {
      out += marked(text.substr(done, tag.begin - done));
      out += text.substr(tag.begin, tag.end - tag.begin);
      done = tag.end;
      if (tag.kind == Tag::Kind::variable && tag.name != ".") {
        out += fmt::format("{{{{^{0}}}}}{1}{{{{/{0}}}}}", tag.name,
                           mark_of(tag.name));
      } else if (tag.opens()) {
        open_.push_back(tag);
      } else if (tag.kind == Tag::Kind::close) {
        open_.pop_back();
      }
    }
    return out += text.substr(done);
  }

 private:
  [[nodiscard]] std::string marked(std::string_view text) const {
    if (open_.empty() || open_.back().kind != Tag::Kind::inverted) {
      return std::string(text);
    }
    std::string out;
    for (std::size_t at = text.find(render::not_there); at != text.npos;
         at = text.find(render::not_there)) {
      out += text.substr(0, at);
      out += mark_of(open_.back().name);
      text.remove_prefix(at + render::not_there.size());
    }
    return out += text;
  }

  std::vector<Tag> open_;
};

Filled without_marks_of(std::string_view text) {
  Filled filled;
  std::size_t done = 0;
  for (std::size_t at = text.find(missing_begins); at != text.npos;
       at = text.find(missing_begins, done)) {
    filled.text += text.substr(done, at - done);
    const std::size_t end = text.find(missing_ends, at);
    const std::string name(text.substr(at + 1, end - at - 1));
    filled.text += render::not_there;
    if (std::find(filled.missing.begin(), filled.missing.end(), name) ==
        filled.missing.end()) {
      filled.missing.push_back(name);
    }
    done = end + 1;
  }
  filled.text += text.substr(done);
  return filled;
}

}  // namespace

std::vector<Tag> tags_in(std::string_view text) {
  std::vector<Tag> tags;
  for (std::size_t at = text.find("{{"); at != text.npos;
       at = text.find("{{", at)) {
    const std::size_t close = text.find("}}", at + 2);
    if (close == text.npos) {
      tags.push_back({Tag::Kind::refused, std::string(text.substr(at, 20)), at,
                      text.size()});
      break;
    }
    const std::string_view inside =
        trimmed(text.substr(at + 2, close - at - 2));
    const Tag::Kind kind =
        inside.empty() ? Tag::Kind::refused : kind_of(inside.front());
    const std::size_t end =
        close +
        (inside.starts_with('{') && text.substr(close).starts_with("}}}") ? 3
                                                                          : 2);
    const bool plain =
        kind == Tag::Kind::variable || kind == Tag::Kind::refused;
    tags.push_back({kind,
                    std::string(trimmed(plain ? inside : inside.substr(1))), at,
                    end});
    at = end;
  }
  return tags;
}

std::vector<TagProblem> problems_of(const std::vector<Tag>& tags,
                                    const Shape& shape) {
  TagChecker checker(shape);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    checker.see(i, tags[i]);
  }
  return checker.finish();
}

Filled fill(std::string_view text, const Json& words,
            const std::function<std::string(const std::string&)>& escape) {
  kainjow::mustache::mustache engine(Marker().mark(text));
  engine.set_custom_escape(escape);
  return without_marks_of(engine.render(data_of(words)));
}

}  // namespace thidua::document
