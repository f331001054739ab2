#include "document/pdf.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/descriptor.hpp"
#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"

namespace thidua::document {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_pdf = std::size_t{256} << 20U;

// Gone with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code none;
    std::string name =
        (fs::temp_directory_path(none) / "thidua-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) {
      path_ = name;
    }
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    if (!path_.empty()) {
      std::error_code none;
      fs::remove_all(path_, none);
    }
  }

  // Empty: there is none, errno says why.
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Failure no_pdf(const Message& why) {
  return {ExitStatus::io, why,
          msg("take --format docx and save it as PDF yourself")};
}

bool write_whole(const fs::path& path, std::string_view bytes) {
  const Descriptor file(
      open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  return file.is_open() && write_bytes(file.number(), bytes);
}

// 0 or errno; the exit status of the process in `status`.
int run_office(const fs::path& folder, int& status) {
  std::string profile =
      fmt::format("-env:UserInstallation=file://{}/profile", folder.string());
  std::string place = folder.string();
  std::string input = (folder / "document.docx").string();
  std::array<std::string, 6> words{"soffice",      profile, "--headless",
                                   "--convert-to", "pdf",   "--outdir"};
  std::array<char*, 9> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    arguments.at(i) = words.at(i).data();
  }
  arguments[6] = place.data();
  arguments[7] = input.data();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  }
  pid_t process = 0;
  const int error = posix_spawnp(&process, "soffice", &actions, nullptr,
                                 arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    return error;
  }
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace

Result<std::string> to_pdf(std::string_view docx) {
  const TemporaryFolder folder;
  if (folder.path().empty() ||
      !write_whole(folder.path() / "document.docx", docx)) {
    return no_pdf(
        msg("there is no place for temporary files: {0}", reason_of(errno)));
  }
  int status = 0;
  if (const int error = run_office(folder.path(), status); error != 0) {
    return no_pdf(
        error == ENOENT
            ? msg("LibreOffice, which makes the PDF, is not installed")
            : msg("LibreOffice cannot be started: {0}", reason_of(error)));
  }
  FileBytes pdf = read_file(AT_FDCWD, (folder.path() / "document.pdf").string(),
                            largest_pdf);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !pdf.ok) {
    return no_pdf(msg("LibreOffice made no PDF of the document"));
  }
  return std::move(pdf.bytes);
}

}  // namespace thidua::document
