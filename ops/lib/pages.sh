# shellcheck shell=bash
# Tests of what the pages know: plain modules in Node, without a browser or packages. Needs ROOT.

# Old ones cannot say it in a form that can be counted.
node_can_test() { [[ $(node --help) == *--test-reporter* ]]; }

# Sets PAGE_TESTS. Files are named one by one: newer versions of Node take no folders.
test_pages() {
  local log status=0
  log=$(mktemp)
  attend node --test --test-reporter=tap \
    "$ROOT"/chat/src/test/web/*.test.mjs "$ROOT"/ops/src/test/web/*.test.mjs >"$log" 2>&1 || status=1
  PAGE_TESTS=$(awk '$1 == "#" && $2 == "tests" {tests = $3} END {print tests + 0}' "$log")
  ((PAGE_TESTS > 0)) || status=1
  ((status == 0)) || show_failures "$log"
  rm -f "$log"
  return "$status"
}

# Of each test that failed, its name and why; of a run that broke off, its end.
show_failures() {
  if grep -q '^ *not ok ' "$1"; then
    sed -n -e '/^# .*Error/ s/^/  | /p' -e '/^ *not ok /,/^ *\.\.\.$/ s/^/  | /p' "$1" >&2
  else
    show_tail "$1"
  fi
}
