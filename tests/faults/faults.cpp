// A shim for LD_PRELOAD that makes one call on a plan folder fail, or the
// process die beside it.
//
// It counts the calls that change something below THIDUA_FAULTS_ROOT, and
// those that look into its `.thidua`.  THIDUA_FAULTS_TRACE names a file that
// gets a line for each:
//
//   NUMBER CALL PATH [PATH] ERRNO
//
// and at the call with the number THIDUA_FAULTS_AT happens what
// THIDUA_FAULTS_MODE says:
//
//   fail         it fails with THIDUA_FAULTS_ERRNO
//   fail-on      it and every later one fail
//   short        a write writes half of its bytes, the next one fails
//   kill-before  the process is killed and the call is not made
//   kill-after   the call is made and the process killed
//
// Only what the program calls by name is seen: not the calls that the standard
// library makes inside itself, as for streams.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

using std::string;

string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? string() : string(value);
}

struct Order {
  string root = variable("THIDUA_FAULTS_ROOT");
  string trace = variable("THIDUA_FAULTS_TRACE");
  string mode = variable("THIDUA_FAULTS_MODE");
  int at = std::atoi(variable("THIDUA_FAULTS_AT").c_str());
  int error = std::atoi(variable("THIDUA_FAULTS_ERRNO").c_str());
};

const Order& order() {
  static const Order the_order;
  return the_order;
}

std::atomic<int> counted{0};

template <class Function>
Function* next_of(const char* name, Function* /*type*/) {
  void* found = dlsym(RTLD_NEXT, name);
  Function* function = nullptr;
  static_assert(sizeof found == sizeof function);
  std::memcpy(&function, &found, sizeof function);
  return function;
}
#define NEXT(name) next_of(#name, &name)

string path_of(int descriptor) {
  char link[64];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  char path[PATH_MAX];
  const ssize_t length = readlink(link, path, sizeof path);
  return length < 0 ? string() : string(path, static_cast<size_t>(length));
}

// Absolute, as far as it can be told without asking the disk.
string path_of(int folder, const char* path) {
  if (path[0] == '/') {
    return path;
  }
  if (folder != AT_FDCWD) {
    return path_of(folder) + "/" + path;
  }
  char here[PATH_MAX];
  return getcwd(here, sizeof here) == nullptr ? string(path)
                                              : string(here) + "/" + path;
}

bool is_below(const string& path, const string& folder) {
  return path.compare(0, folder.size(), folder) == 0 &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

// The path in the plan folder, or nothing.
string inside(const string& path) {
  const string& root = order().root;
  if (root.empty() || !is_below(path, root)) {
    return {};
  }
  return path.size() == root.size() ? "." : path.substr(root.size() + 1);
}

bool is_staging(const string& path) { return is_below(path, ".thidua"); }

void note(int number, const string& call, int error) {
  if (order().trace.empty()) {
    return;
  }
  const string line =
      std::to_string(number) + " " + call + " " + std::to_string(error) + "\n";
  const long file = syscall(SYS_openat, AT_FDCWD, order().trace.c_str(),
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file >= 0) {
    static_cast<void>(syscall(SYS_write, file, line.data(), line.size()));
    syscall(SYS_close, file);
  }
}

[[noreturn]] void die() {
  kill(getpid(), SIGKILL);
  for (;;) {
    pause();
  }
}

// Makes the call, or what is ordered in its place.
template <class Result, class Call>
Result counting(const string& words, const Call& call,
                Result (*call_short)(const Call&) = nullptr) {
  const int number = ++counted;
  const string& mode = order().mode;
  const int at = order().at;
  const bool here = number == at;
  const bool fails = (mode == "fail" && here) ||
                     (mode == "fail-on" && at > 0 && number >= at) ||
                     (mode == "short" && number == at + 1);
  if (fails) {
    note(number, words, order().error);
    errno = order().error;
    return -1;
  }
  if (here && mode == "kill-before") {
    note(number, words, -1);
    die();
  }
  errno = 0;
  const Result result = here && mode == "short" && call_short != nullptr
                            ? call_short(call)
                            : call();
  const int error = result < 0 ? errno : 0;
  note(number, words, error);
  if (here && mode == "kill-after") {
    die();
  }
  errno = error;
  return result;
}

template <class Call>
int counting_int(const string& words, const Call& call) {
  return counting<int>(words, call);
}

// One path that is changed.
template <class Call>
int on_path(const char* name, int folder, const char* path, const Call& call) {
  const string found = inside(path_of(folder, path));
  return found.empty() ? call() : counting_int(name + (" " + found), call);
}

// Two paths that are changed.
template <class Call>
int on_paths(const char* name, int from_folder, const char* from, int to_folder,
             const char* to, const Call& call) {
  const string source = inside(path_of(from_folder, from));
  const string target = inside(path_of(to_folder, to));
  return source.empty() && target.empty()
             ? call()
             : counting_int(name + (" " + source + " " + target), call);
}

// A file or folder that is open.
template <class Call>
int on_file(const char* name, int file, const Call& call) {
  const string found = inside(path_of(file));
  return found.empty() ? call() : counting_int(name + (" " + found), call);
}

template <class Call>
int opening(int folder, const char* path, int flags, const Call& call) {
  const string found = inside(path_of(folder, path));
  const bool makes = (flags & (O_CREAT | O_TRUNC)) != 0;
  if (found.empty() || !(makes || is_staging(found))) {
    return call();
  }
  return counting_int((makes ? "create " : "open ") + found, call);
}

struct Writing {
  ssize_t (*write)(int, const void*, size_t);
  int file;
  const void* bytes;
  size_t count;

  ssize_t operator()() const { return write(file, bytes, count); }
};

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  static auto* const next = NEXT(open);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(AT_FDCWD, path, flags,
                 [&] { return next(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  static auto* const next = NEXT(open64);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(AT_FDCWD, path, flags,
                 [&] { return next(path, flags, mode); });
}

int openat(int folder, const char* path, int flags, ...) {
  static auto* const next = NEXT(openat);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(folder, path, flags,
                 [&] { return next(folder, path, flags, mode); });
}

int openat64(int folder, const char* path, int flags, ...) {
  static auto* const next = NEXT(openat64);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(folder, path, flags,
                 [&] { return next(folder, path, flags, mode); });
}

// What open and openat become under _FORTIFY_SOURCE.
int __open_2(const char* path, int flags) { return open(path, flags); }
int __openat_2(int folder, const char* path, int flags) {
  return openat(folder, path, flags);
}

int creat(const char* path, mode_t mode) {
  static auto* const next = NEXT(creat);
  return opening(AT_FDCWD, path, O_CREAT, [&] { return next(path, mode); });
}

int close(int file) {
  static auto* const next = NEXT(close);
  const int flags = fcntl(file, F_GETFL);
  if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) {
    return next(file);
  }
  return on_file("close", file, [&] { return next(file); });
}

ssize_t read(int file, void* bytes, size_t count) {
  static auto* const next = NEXT(read);
  const string found = order().root.empty() ? string() : inside(path_of(file));
  const auto call = [&] { return next(file, bytes, count); };
  return found.empty() || !is_staging(found)
             ? call()
             : counting<ssize_t>("read " + found, call);
}

ssize_t write(int file, const void* bytes, size_t count) {
  static auto* const next = NEXT(write);
  const Writing call{next, file, bytes, count};
  const string found = inside(path_of(file));
  if (found.empty()) {
    return call();
  }
  return counting<ssize_t>(
      "write " + found, call, +[](const Writing& whole) {
        Writing half = whole;
        half.count = whole.count / 2;
        return half();
      });
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset) {
  static auto* const next = NEXT(pwrite);
  const string found = inside(path_of(file));
  const auto call = [&] { return next(file, bytes, count, offset); };
  return found.empty() ? call() : counting<ssize_t>("write " + found, call);
}

ssize_t writev(int file, const struct iovec* pieces, int count) {
  static auto* const next = NEXT(writev);
  const string found = inside(path_of(file));
  const auto call = [&] { return next(file, pieces, count); };
  return found.empty() ? call() : counting<ssize_t>("write " + found, call);
}

int fsync(int file) {
  static auto* const next = NEXT(fsync);
  return on_file("fsync", file, [&] { return next(file); });
}

int fdatasync(int file) {
  static auto* const next = NEXT(fdatasync);
  return on_file("fsync", file, [&] { return next(file); });
}

int syncfs(int file) noexcept {
  static auto* const next = NEXT(syncfs);
  return on_file("syncfs", file, [&] { return next(file); });
}

int ftruncate(int file, off_t length) noexcept {
  static auto* const next = NEXT(ftruncate);
  return on_file("ftruncate", file, [&] { return next(file, length); });
}

int fchmod(int file, mode_t mode) noexcept {
  static auto* const next = NEXT(fchmod);
  return on_file("fchmod", file, [&] { return next(file, mode); });
}

int mkdir(const char* path, mode_t mode) noexcept {
  static auto* const next = NEXT(mkdir);
  return on_path("mkdir", AT_FDCWD, path, [&] { return next(path, mode); });
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  static auto* const next = NEXT(mkdirat);
  return on_path("mkdir", folder, path,
                 [&] { return next(folder, path, mode); });
}

int rmdir(const char* path) noexcept {
  static auto* const next = NEXT(rmdir);
  return on_path("rmdir", AT_FDCWD, path, [&] { return next(path); });
}

int unlink(const char* path) noexcept {
  static auto* const next = NEXT(unlink);
  return on_path("unlink", AT_FDCWD, path, [&] { return next(path); });
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  static auto* const next = NEXT(unlinkat);
  return on_path((flags & AT_REMOVEDIR) != 0 ? "rmdir" : "unlink", folder, path,
                 [&] { return next(folder, path, flags); });
}

int rename(const char* from, const char* to) noexcept {
  static auto* const next = NEXT(rename);
  return on_paths("rename", AT_FDCWD, from, AT_FDCWD, to,
                  [&] { return next(from, to); });
}

int renameat(int from_folder, const char* from, int to_folder,
             const char* to) noexcept {
  static auto* const next = NEXT(renameat);
  return on_paths("rename", from_folder, from, to_folder, to,
                  [&] { return next(from_folder, from, to_folder, to); });
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  static auto* const next = NEXT(renameat2);
  return on_paths("rename", from_folder, from, to_folder, to, [&] {
    return next(from_folder, from, to_folder, to, flags);
  });
}

int link(const char* from, const char* to) noexcept {
  static auto* const next = NEXT(link);
  return on_paths("link", AT_FDCWD, from, AT_FDCWD, to,
                  [&] { return next(from, to); });
}

int linkat(int from_folder, const char* from, int to_folder, const char* to,
           int flags) noexcept {
  static auto* const next = NEXT(linkat);
  return on_paths("link", from_folder, from, to_folder, to, [&] {
    return next(from_folder, from, to_folder, to, flags);
  });
}

int symlink(const char* target, const char* path) noexcept {
  static auto* const next = NEXT(symlink);
  return on_path("symlink", AT_FDCWD, path, [&] { return next(target, path); });
}

int symlinkat(const char* target, int folder, const char* path) noexcept {
  static auto* const next = NEXT(symlinkat);
  return on_path("symlink", folder, path,
                 [&] { return next(target, folder, path); });
}

}  // extern "C"
