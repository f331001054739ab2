#!/bin/sh
# Xem thử: cài gói còn thiếu, dựng chương trình, xem kế hoạch mẫu của huyện
# Nguyên Bình như vào ngày 01/11/2023.
set -eu
cd "$(dirname "$0")/.."

heading() {
  printf '\n== %s\n\n' "$1"
}

thidua() {
  build/release/thidua -C examples/nguyen-binh --today 2023-11-01 "$@"
}

heading 'Cài các gói còn thiếu và dựng chương trình'
sh .ci/install-packages
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release

heading 'Hôm nay 01/11/2023 phải làm gì'
thidua

heading 'Xếp hạng các xã, thị trấn năm 2023'
thidua score --period 2023 --kind commune

heading 'Dịp sơ kết 2023: ai được đề nghị khen'
thidua propose-award --occasion preliminary-2023

heading 'Nội dung báo cáo năm 2023'
thidua report annual --year 2023
