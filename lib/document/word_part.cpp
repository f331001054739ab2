#include "document/word_part.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>

#include "base/text.hpp"

namespace thidua::document {
namespace {

using pugi::xml_node;

bool is(xml_node node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

template <class Take>
void each_inside(xml_node node, const Take& take) {
  for (const xml_node child : node.children()) {
    take(child);
    each_inside(child, take);
  }
}

// Of a paragraph itself, not of one in a text box inside it.
void own_texts(xml_node node, std::vector<xml_node>& texts) {
  for (const xml_node child : node.children()) {
    if (is(child, "w:t")) {
      texts.push_back(child);
    } else if (!is(child, "w:p")) {
      own_texts(child, texts);
    }
  }
}

void set_text(xml_node text, const std::string& value) {
  text.text().set(value.c_str());
  if (!text.attribute("xml:space")) {
    text.append_attribute("xml:space") = "preserve";
  }
}

// Puts each tag into the node that it begins in; returns the tags with their
// places there.
class TagJoiner {
 public:
  explicit TagJoiner(std::vector<xml_node> texts) : texts_(std::move(texts)) {
    for (const xml_node text : texts_) {
      starts_.push_back(whole_.size());
      whole_ += text.text().get();
    }
  }

  std::vector<WordTag> join() {
    std::vector<Tag> tags = tags_in(whole_);
    std::vector<std::string> parts(texts_.size());
    std::vector<WordTag> joined;
    joined.reserve(tags.size());
    std::size_t done = 0;
    for (Tag& tag : tags) {
      spread(done, tag.begin, parts);
      const std::size_t at = node_of(tag.begin);
      done = tag.end;
      WordTag word{tag, texts_[at], {}, 0};
      word.tag.begin = parts[at].size();
      parts[at] += whole_.substr(tag.begin, tag.end - tag.begin);
      word.tag.end = parts[at].size();
      joined.push_back(std::move(word));
    }
    if (!tags.empty()) {
      spread(done, whole_.size(), parts);
      for (std::size_t i = 0; i < texts_.size(); ++i) {
        set_text(texts_[i], parts[i]);
      }
    }
    return joined;
  }

 private:
  [[nodiscard]] std::size_t node_of(std::size_t place) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), place);
    return static_cast<std::size_t>(after - starts_.begin()) - 1;
  }

  void spread(std::size_t from, std::size_t to,
              std::vector<std::string>& parts) const {
    for (std::size_t place = from; place < to; ++place) {
      parts[node_of(place)] += whole_[place];
    }
  }

  std::vector<xml_node> texts_;
  std::vector<std::size_t> starts_;
  std::string whole_;
};

std::vector<xml_node> ancestors(xml_node node) {
  std::vector<xml_node> path;
  for (; node; node = node.parent()) {
    path.push_back(node);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

// Sections that span elements: their tags leave the texts and stand between.
class SectionLifter {
 public:
  explicit SectionLifter(const std::vector<WordTag>& tags) : tags_(tags) {
    places_.resize(tags.size());
  }

  void lift() {
    find_places();
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (places_[i]) {
        put(tags_[i], *places_[i]);
      }
    }
    erase_from_texts();
    for (const xml_node node : emptied_) {
      node.parent().remove_child(node);
    }
  }

 private:
  struct Place {
    xml_node beside;
    bool marker = false;  // `beside` holds nothing but tags of sections
  };

  void find_places() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (tags_[i].tag.opens()) {
        open.push_back(i);
      } else if (tags_[i].tag.kind == Tag::Kind::close) {
        place_pair(open.back(), i);
        open.pop_back();
      }
    }
  }

  void place_pair(std::size_t first, std::size_t last) {
    if (tags_[first].paragraph == tags_[last].paragraph) {
      return;
    }
    const auto from = ancestors(tags_[first].paragraph);
    const auto to = ancestors(tags_[last].paragraph);
    std::size_t depth = 0;
    while (depth < from.size() && depth < to.size() &&
           from[depth] == to[depth]) {
      ++depth;
    }
    if (depth == from.size() || depth == to.size()) {
      return;  // a text box in the paragraph of the other
    }
    const xml_node common = from[depth - 1];
    if (is(common, "w:tr") && from[depth] == common.child("w:tc") &&
        to[depth] == common.last_child() &&
        !(is_marker(from[depth]) && is_marker(to[depth]))) {
      places_[first] = places_[last] = Place{common, false};
      return;
    }
    places_[first] = Place{from[depth], is_marker(from[depth])};
    places_[last] = Place{to[depth], is_marker(to[depth])};
  }

  // Nothing but tags of sections, and no section break or picture.
  [[nodiscard]] static bool is_marker(xml_node node) {
    const std::string text = text_in(node);
    std::string left;
    std::size_t done = 0;
    bool tags = false;
    for (const Tag& tag : tags_in(text)) {
      if (!tag.is_structure()) {
        return false;
      }
      left += text.substr(done, tag.begin - done);
      done = tag.end;
      tags = true;
    }
    left += text.substr(done);
    bool more = false;
    each_inside(node, [&](xml_node child) {
      more = more || is(child, "w:drawing") || is(child, "w:sectPr");
    });
    return tags && !more && trimmed(left).empty();
  }

  void put(const WordTag& tag, const Place& place) {
    const std::string raw = raw_of(tag);
    xml_node parent = place.beside.parent();
    xml_node put;
    if (place.marker || tag.tag.opens()) {
      put = parent.insert_child_before(pugi::node_pcdata, place.beside);
    } else {
      xml_node& last = behind_[place.beside];
      put = parent.insert_child_after(pugi::node_pcdata,
                                      last ? last : place.beside);
      last = put;
    }
    put.set_value(raw.c_str());
    lifted_[tag.text].push_back(tag.tag);
    if (place.marker && std::find(emptied_.begin(), emptied_.end(),
                                  place.beside) == emptied_.end()) {
      emptied_.push_back(place.beside);
    }
  }

  [[nodiscard]] static std::string raw_of(const WordTag& tag) {
    return std::string(tag.text.text().get())
        .substr(tag.tag.begin, tag.tag.end - tag.tag.begin);
  }

  void erase_from_texts() {
    for (auto& [node, tags] : lifted_) {
      std::string text = node.text().get();
      for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {
        text.erase(tag->begin, tag->end - tag->begin);
      }
      set_text(node, text);
    }
  }

  const std::vector<WordTag>& tags_;
  std::vector<std::optional<Place>> places_;
  std::map<xml_node, xml_node> behind_;  // the last tag put behind an element
  std::map<xml_node, std::vector<Tag>> lifted_;
  std::vector<xml_node> emptied_;
};

int columns_of(xml_node row) {
  int columns = 0;
  for (const xml_node cell : row.children("w:tc")) {
    columns +=
        cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
  }
  return columns;
}

int columns_in(xml_node table) {
  int most = 0;
  for (const xml_node row : table.children("w:tr")) {
    most = std::max(most, columns_of(row));
  }
  return most;
}

// Rows of its head and no other: the list they are about is empty.
bool is_head_only(xml_node table) {
  return std::all_of(
      table.children("w:tr").begin(), table.children("w:tr").end(),
      [](xml_node row) { return row.child("w:trPr").child("w:tblHeader"); });
}

// Repeated cells share the width that the table has.
void fit_grid(xml_node table) {
  const xml_node grid = table.child("w:tblGrid");
  int width = 0;
  int columns = 0;
  for (const xml_node column : grid.children("w:gridCol")) {
    width += column.attribute("w:w").as_int();
    ++columns;
  }
  const int wanted = columns_in(table);
  if (!grid || columns == wanted || wanted == 0) {
    return;
  }
  // The first column names the rows and keeps its width.
  const int first = grid.child("w:gridCol").attribute("w:w").as_int();
  const int other = wanted > 1 ? (width - first) / (wanted - 1) : 0;
  xml_node parent = grid;
  while (parent.last_child()) {
    parent.remove_child(parent.last_child());
  }
  for (int i = 0; i < wanted; ++i) {
    parent.append_child("w:gridCol").append_attribute("w:w") =
        i == 0 ? first : other;
  }
  for (const xml_node row : table.children("w:tr")) {
    int at = 0;
    for (xml_node cell : row.children("w:tc")) {
      xml_node cell_width = cell.child("w:tcPr").child("w:tcW");
      if (cell_width) {
        cell_width.attribute("w:w") = at == 0 ? first : other;
      }
      ++at;
    }
  }
}

}  // namespace

std::string text_in(xml_node node) {
  std::string text;
  each_inside(node, [&](xml_node child) {
    if (is(child, "w:t")) {
      text += child.text().get();
    }
  });
  return text;
}

std::size_t offset_of(const WordTag& tag) {
  std::size_t before = 0;
  bool found = false;
  each_inside(tag.paragraph, [&](xml_node child) {
    found = found || child == tag.text;
    if (!found && is(child, "w:t")) {
      before += std::string_view(child.text().get()).size();
    }
  });
  return before + tag.tag.begin;
}

std::vector<WordTag> gather_tags(xml_node part) {
  std::vector<WordTag> all;
  std::size_t number = 0;
  each_inside(part, [&](xml_node node) {
    if (!is(node, "w:p")) {
      return;
    }
    ++number;
    std::vector<xml_node> texts;
    own_texts(node, texts);
    if (texts.empty()) {
      return;
    }
    for (WordTag& each : TagJoiner(std::move(texts)).join()) {
      each.paragraph = node;
      each.paragraph_number = number;
      all.push_back(std::move(each));
    }
  });
  return all;
}

std::string to_mustache(pugi::xml_document& part,
                        const std::vector<WordTag>& tags) {
  SectionLifter(tags).lift();
  std::ostringstream out;
  part.save(out, "", pugi::format_raw | pugi::format_no_empty_element_tags,
            pugi::encoding_utf8);
  return out.str();
}

std::string escape_for_word(const std::string& value) {
  std::string out;
  out.reserve(value.size());
  for (const char c : value) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\n':
        out += "</w:t><w:br/><w:t xml:space=\"preserve\">";
        break;
      default:
        // XML has no way to write the other control characters.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
          out += c;
        }
    }
  }
  return out;
}

void mend_tables(xml_node part) {
  std::vector<xml_node> tables;
  std::vector<xml_node> cells;
  each_inside(part, [&](xml_node node) {
    if (is(node, "w:tbl")) {
      tables.push_back(node);
    } else if (is(node, "w:tc")) {
      cells.push_back(node);
    }
  });
  for (xml_node cell : cells) {
    if (!is(cell.last_child(), "w:p")) {
      cell.append_child("w:p");
    }
  }
  // Inner tables stand behind the outer ones that they may go with.
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    if (columns_in(*table) == 0 || is_head_only(*table)) {
      table->parent().remove_child(*table);
    } else {
      fit_grid(*table);
    }
  }
}

}  // namespace thidua::document
