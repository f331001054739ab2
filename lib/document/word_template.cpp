#include "document/word_template.hpp"

#include <algorithm>
#include <sstream>

#include "document/word_part.hpp"

namespace thidua::document {
namespace {

bool has_text(std::string_view name) {
  constexpr std::string_view folder = "word/";
  if (!name.starts_with(folder) || !name.ends_with(".xml")) {
    return false;
  }
  name.remove_prefix(folder.size());
  return name == "document.xml" || name.starts_with("header") ||
         name.starts_with("footer") || name == "footnotes.xml" ||
         name == "endnotes.xml";
}

// Spaces between words are text; those that indent the XML are not.
constexpr unsigned how_to_read = pugi::parse_default | pugi::parse_declaration |
                                 pugi::parse_ws_pcdata_single;

// No byte of a character is cut off.
std::size_t character_at(const std::string& text, std::size_t at) {
  while (at > 0 && at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return std::min(at, text.size());
}

// A line of a long text, with what stands at an offset in it.
std::string excerpt(const std::string& text, std::size_t offset) {
  constexpr std::size_t longest = 80;
  constexpr std::size_t before = 24;
  if (text.size() <= longest) {
    return text;
  }
  const std::size_t latest = text.size() - longest;
  const std::size_t wanted = offset > before ? offset - before : 0;
  const std::size_t begin = character_at(text, std::min(wanted, latest));
  const std::size_t end = character_at(text, begin + longest);
  return fmt::format("{}{}{}", begin > 0 ? "…" : "",
                     text.substr(begin, end - begin),
                     end < text.size() ? "…" : "");
}

std::string mended(const std::string& xml) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(), how_to_read);
  mend_tables(document);
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

}  // namespace

class WordTemplate::Part {
 public:
  static std::unique_ptr<Part> read(std::size_t entry,
                                    const std::string& bytes) {
    auto part = std::make_unique<Part>();
    part->entry_ = entry;
    if (!part->document_.load_buffer(bytes.data(), bytes.size(), how_to_read)) {
      return nullptr;
    }
    part->tags_ = gather_tags(part->document_);
    return part;
  }

  void add_faults(const std::string& name, const Shape& shape,
                  std::vector<TemplateFault>& faults) const {
    std::vector<Tag> tags;
    tags.reserve(tags_.size());
    for (const WordTag& each : tags_) {
      tags.push_back(each.tag);
    }
    for (TagProblem& each : problems_of(tags, shape)) {
      const WordTag& at = tags_[each.tag];
      faults.push_back({name, at.paragraph_number,
                        excerpt(text_in(at.paragraph), offset_of(at)),
                        std::move(each.what), std::move(each.hint)});
    }
  }

  [[nodiscard]] Filled fill(const Json& words) const {
    // Lifting changes the tree, which may be filled again.
    pugi::xml_document copy;
    copy.reset(document_);
    const std::string text = to_mustache(copy, gather_tags(copy));
    Filled filled = document::fill(text, words, escape_for_word);
    filled.text = mended(filled.text);
    return filled;
  }

  [[nodiscard]] std::size_t entry() const { return entry_; }

 private:
  std::size_t entry_ = 0;
  pugi::xml_document document_;
  std::vector<WordTag> tags_;
};

WordTemplate::WordTemplate(WordTemplate&&) noexcept = default;
WordTemplate& WordTemplate::operator=(WordTemplate&&) noexcept = default;
WordTemplate::~WordTemplate() = default;

Result<WordTemplate> WordTemplate::open(std::string_view docx) {
  auto entries = unzip(docx);
  if (!entries) {
    return entries.error();
  }
  WordTemplate opened;
  opened.entries_ = std::move(*entries);
  bool body = false;
  for (std::size_t i = 0; i < opened.entries_.size(); ++i) {
    const ZipEntry& entry = opened.entries_[i];
    if (!has_text(entry.name)) {
      continue;
    }
    auto part = Part::read(i, entry.bytes);
    if (!part) {
      return Failure{ExitStatus::io, msg("`{0}` in it is not XML", entry.name),
                     msg("save it as .docx with Word or LibreOffice Writer")};
    }
    opened.parts_.push_back(std::move(part));
    body = body || entry.name == "word/document.xml";
  }
  if (!body) {
    return Failure{ExitStatus::io, msg("is not a Word document (.docx)"),
                   msg("save it as .docx with Word or LibreOffice Writer")};
  }
  return opened;
}

std::vector<TemplateFault> WordTemplate::faults(const Shape& shape) const {
  std::vector<TemplateFault> faults;
  for (const auto& part : parts_) {
    part->add_faults(entries_[part->entry()].name, shape, faults);
  }
  return faults;
}

FilledDocument WordTemplate::fill(const Json& context, const Shape& shape,
                                  Language language) const {
  const Json words = shape.in_words(context, language);
  std::vector<ZipEntry> entries = entries_;
  FilledDocument filled;
  for (const auto& part : parts_) {
    Filled text = part->fill(words);
    entries[part->entry()].bytes = std::move(text.text);
    for (std::string& name : text.missing) {
      if (std::find(filled.missing.begin(), filled.missing.end(), name) ==
          filled.missing.end()) {
        filled.missing.push_back(std::move(name));
      }
    }
  }
  filled.bytes = zip(entries);
  return filled;
}

}  // namespace thidua::document
