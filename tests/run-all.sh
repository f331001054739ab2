#!/usr/bin/env bash
# Everything that must hold before a change lands: a sanitised build with
# warnings as errors, clang-tidy, clang-format, and all tests.
set -euo pipefail
cd "$(dirname "$0")/.."

sh .ci/install-packages --tests

# The tests of faults in commits run on the release build.
echo "== build (AddressSanitizer, UBSan, warnings are errors)"
cmake --preset asan -DTHIDUA_PLAIN_BUILD="$PWD/build/release" >/dev/null
cmake --build --preset asan

echo "== benchmark (release build)"
cmake --preset release -DBUILD_TESTING=ON \
  -DCMAKE_COMPILE_WARNING_AS_ERROR=ON >/dev/null
cmake --build --preset release \
  --target thidua thidua_bench thidua_faults commit_cli
python3 tests/bench/make_folder.py build/bench-folder --records 10000 --git
build/release/tests/bench/thidua_bench build/bench-folder build/release/thidua \
  --runs 3

echo "== tests"
ctest --preset asan
