#!/bin/sh
# Holds the includes against the rooms: each knows those below it and no other, none
# is more than a third of the code, and no file is longer than 500 lines. Run in the
# folder of the sources.
set -eu
allowed="nutrition:
labels:nutrition
workbook:nutrition labels
calc:nutrition labels workbook
portable:nutrition labels workbook
compile:nutrition labels
ui:nutrition labels workbook calc portable"
status=0
all=$(cat src/*/*.?xx | wc -l)
for room in $(ls src --file-type | sed -n 's,/$,,p'); do
  below=$(echo "$allowed" | sed -n "s/^$room://p")
  echo "$allowed" | grep -q "^$room:" || { echo "src/$room is no room: tests/rooms.sh lists them"; status=1; }
  wrong=$(grep -n '#include "' src/$room/*.?xx | grep -vE "#include \"($(echo $room $below | tr ' ' '|'))/" || true)
  lines=$(cat src/$room/*.?xx | wc -l)
  [ $((lines * 3)) -le "$all" ] || { echo "src/$room is more than a third of the code"; status=1; }
  [ -z "$wrong" ] || { echo "These includes don't lead downwards:"; echo "$wrong"; status=1; }
done
for source in src/*/*.?xx; do
  lines=$(wc -l < "$source")
  [ "$lines" -le 500 ] || { echo "$source has $lines lines, more than 500"; status=1; }
done
exit $status
