// What the system refuses is said in the language of the answer.
#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <vector>

#include "folder/system_errors.hpp"

using namespace thidua;

TEST_CASE("an errno has words in both languages") {
  struct Row {
    int error;
    const char* english;
    const char* vietnamese;
  };
  const std::vector<Row> rows{
      {EACCES, "permission denied", "không có quyền"},
      {EPERM, "permission denied", "không có quyền"},
      {ENOSPC, "no space left on device", "đĩa đã đầy"},
      {EDQUOT, "disk quota exceeded", "đã dùng hết dung lượng được cấp"},
      {EROFS, "read-only file system", "ổ đĩa chỉ cho đọc"},
      {ENOENT, "no such file or directory", "không có tệp hay thư mục đó"},
      {ENOTDIR, "not a directory", "không phải là thư mục"},
      {EISDIR, "is a directory", "đó là một thư mục"},
      {EIO, "input/output error", "lỗi đọc ghi đĩa"},
      {ELOOP, "too many levels of symbolic links",
       "liên kết nối tiếp nhau quá nhiều lần"},
      {EXDEV, "invalid cross-device link", "nằm trên hai ổ đĩa khác nhau"},
      {ENAMETOOLONG, "file name too long", "tên tệp quá dài"},
      {EMFILE, "too many open files", "mở quá nhiều tệp cùng lúc"},
      {EEXIST, "file exists", "đã có sẵn"},
      // Nobody has translated it: as the system says it.
      {ENOTEMPTY, "Directory not empty", "Directory not empty"},
  };
  for (const Row& row : rows) {
    INFO(row.english);
    const Message message = msg("{0}", reason_of(row.error));
    CHECK(say(message, Language::en) == row.english);
    CHECK(say(message, Language::vi) == row.vietnamese);
  }
}

TEST_CASE("a folder that cannot be read is named with the reason") {
  const Failure failure = folder::cannot_read_folder("x", ENOENT);
  CHECK(failure.status == ExitStatus::io);
  CHECK(say(failure.what, Language::vi) ==
        "không đọc được thư mục `x`: không có tệp hay thư mục đó");
}
