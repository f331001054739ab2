#include "document/zip.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>

namespace thidua::document {
namespace {

constexpr std::uint64_t most_bytes = 64ULL << 20U;
constexpr std::uint16_t first_of_1980 = (1U << 5U) | 1U;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

// libzip fails on what we make ourselves only where memory has run out.
void demand(bool done) {
  if (!done) {
    throw std::runtime_error("libzip could not write an archive in memory");
  }
}

Source source_of(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  zip_error_fini(&error);
  demand(source != nullptr);
  return source;
}

Archive open_archive(Source source, int flags) {
  // The archive takes the source over; where it cannot be opened it does not.
  zip_error_t error;
  zip_error_init(&error);
  Archive archive(zip_open_from_source(source.get(), flags, &error));
  zip_error_fini(&error);
  if (archive) {
    static_cast<void>(source.release());
  }
  return archive;
}

bool read_entry(zip_t* archive, zip_uint64_t index, std::uint64_t& room,
                ZipEntry& entry) {
  zip_stat_t about;
  if (zip_stat_index(archive, index, 0, &about) != 0 || about.size > room) {
    return false;
  }
  room -= about.size;
  entry.name = about.name;
  entry.bytes.resize(about.size);
  const File file(zip_fopen_index(archive, index, 0));
  return file && zip_fread(file.get(), entry.bytes.data(), about.size) ==
                     static_cast<zip_int64_t>(about.size);
}

void add_entry(zip_t* archive, const ZipEntry& entry) {
  Source source = source_of(entry.bytes);
  const zip_int64_t index =
      zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  demand(index >= 0);
  static_cast<void>(source.release());
  demand(zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0,
                              first_of_1980, 0) == 0);
}

std::string bytes_of(zip_source_t* source) {
  demand(zip_source_open(source) == 0);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  demand(zip_source_read(source, bytes.data(), bytes.size()) ==
         static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  return bytes;
}

}  // namespace

Result<std::vector<ZipEntry>> unzip(std::string_view bytes) {
  const Failure refused{
      ExitStatus::io, msg("is not a Word document (.docx)"),
      msg("save it as .docx with Word or LibreOffice Writer")};
  const Archive archive = open_archive(source_of(bytes), ZIP_RDONLY);
  if (!archive) {
    return refused;
  }
  const auto count =
      static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  std::vector<ZipEntry> entries;
  std::uint64_t room = most_bytes;
  for (zip_uint64_t i = 0; i < count; ++i) {
    ZipEntry entry;
    if (!read_entry(archive.get(), i, room, entry)) {
      return refused;
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string zip(const std::vector<ZipEntry>& entries) {
  Source made = source_of({});
  zip_source_keep(made.get());
  Source shared(made.get());
  Archive archive = open_archive(std::move(shared), ZIP_TRUNCATE);
  demand(archive != nullptr);
  for (const ZipEntry& entry : entries) {
    add_entry(archive.get(), entry);
  }
  demand(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());
  return bytes_of(made.get());
}

}  // namespace thidua::document
