#!/bin/sh
# update_messages.sh [REPO_ROOT]: brings lib/data/vi.po up to the sources.
#
# New keys come in without a translation, keys that are gone go.  Run it after
# changing a message, translate what is empty, then run check_messages.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${1:-$here/../..}
po=$root/lib/data/vi.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/extract_messages.sh" "$root" > "$work/new.pot"
msgmerge --quiet --no-fuzzy-matching --no-location --sort-output \
  --output-file="$work/merged.po" "$po" "$work/new.pot"
msgattrib --no-obsolete --no-location --sort-output \
  --output-file="$work/sorted.po" "$work/merged.po"
# The date of the extraction would be a change in every run.
sed -e '/^"POT-Creation-Date: /d' -e '/^"Report-Msgid-Bugs-To: /d' \
  "$work/sorted.po" > "$work/vi.po"
cat "$work/vi.po" > "$po"
msgfmt --check --statistics --output-file=/dev/null "$po"
