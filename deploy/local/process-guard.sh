#!/bin/sh
# Ends what a platform started if the platform itself dies without doing so (kill -9, a crashed test run).
# Reads "+ PID SIGNAL" and "- PID" lines; when its standard input closes, every process still listed gets its signal,
# and after GRACE seconds SIGKILL. Two processes that no longer listen to anybody must not hold ports or files.
GRACE="${1:-10}"
watched=""

forget() {
  kept=""
  for entry in $watched; do
    [ "${entry%%:*}" = "$1" ] || kept="$kept $entry"
  done
  watched="$kept"
}

some_alive() {
  for entry in $watched; do
    kill -0 "${entry%%:*}" 2>/dev/null && return 0
  done
  return 1
}

trap '' HUP INT TERM
while read -r change pid signal; do
  case "$change" in
    +) watched="$watched $pid:$signal" ;;
    -) forget "$pid" ;;
  esac
done

for entry in $watched; do
  kill -s "${entry##*:}" "${entry%%:*}" 2>/dev/null
done
tenths=$((GRACE * 10))
while [ "$tenths" -gt 0 ] && some_alive; do
  sleep 0.1
  tenths=$((tenths - 1))
done
for entry in $watched; do
  # The whole group: what a process started dies with it.
  kill -s KILL -- "-${entry%%:*}" 2>/dev/null
done
exit 0
