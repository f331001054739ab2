#!/bin/sh
# extract_messages.sh REPO_ROOT: prints every message of the sources as a .pot.
#
# A key is the first argument of msg(), say(), words() or N_().  It is never a
# printf format, whatever per cent signs it has.
set -eu
cd "$1"
for room in lib cmd; do
  if [ -d "$room" ]; then
    find "$room" -name '*.cpp' -o -name '*.hpp'
  fi
done | LC_ALL=C sort |
  xgettext --files-from=- --output=- --language=C++ --from-code=UTF-8 \
    --keyword --keyword=msg:1 --keyword=say:1 --keyword=N_:1 \
    --keyword=words:1 --flag=words:1:no-c-format \
    --flag=msg:1:no-c-format --flag=say:1:no-c-format \
    --flag=N_:1:no-c-format --no-location --sort-output |
  sed '/^#, no-c-format$/d'
