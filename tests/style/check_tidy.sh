#!/usr/bin/env bash
# clang-tidy over cmd and lib, or over the files that they are compiled as
# together.  check_tidy.sh PROJECT BUILD_DIR
set -euo pipefail
cd "$1"
# clang does not know some of gcc's warnings.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
sed -E 's/ -W(duplicated-(cond|branches)|logical-op)//g' \
  "$2/compile_commands.json" >"$commands/compile_commands.json"
# A file that puts others together includes them by their names.
grep -oP "\"file\": \"\K($1/(cmd|lib)/.*|$2/CMakeFiles/thidua.*/Unity/.*)(?=\")" \
  "$commands/compile_commands.json" | sort |
  xargs -n 1 -P "$(nproc)" clang-tidy -p "$commands" --quiet \
    --checks=-bugprone-suspicious-include
