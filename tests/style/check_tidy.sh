#!/usr/bin/env bash
# clang-tidy over cmd and lib.  check_tidy.sh PROJECT BUILD_DIR
set -euo pipefail
cd "$1"
# clang does not know some of gcc's warnings.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
sed -E 's/ -W(duplicated-(cond|branches)|logical-op)//g' \
  "$2/compile_commands.json" >"$commands/compile_commands.json"
find cmd lib -name '*.cpp' | sort |
  xargs -n 4 -P "$(nproc)" clang-tidy -p "$commands" --quiet
