#!/usr/bin/env bash
# Is every C++ file as clang-format would write it?  check_format.sh PROJECT
set -euo pipefail
cd "$1"
find cmd lib tests -name '*.cpp' -o -name '*.hpp' | sort |
  xargs clang-format --dry-run --Werror
