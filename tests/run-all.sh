#!/usr/bin/env bash
# Everything that must hold before a change lands: a sanitised build with
# warnings as errors, clang-tidy, clang-format, and all tests.
set -euo pipefail
cd "$(dirname "$0")/.."

sh .ci/install-packages --tests

echo "== build (AddressSanitizer, UBSan, warnings are errors)"
cmake --preset asan >/dev/null
cmake --build --preset asan

echo "== build (release, for the benchmark)"
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release

echo "== tests"
ctest --preset asan
