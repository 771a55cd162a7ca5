# shellcheck shell=bash
# What Maven's test reports add up to. Needs ROOT.

report_files() { find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -type f; }

# Reports of an earlier run would be counted with this one's.
clear_reports() { report_files | xargs -r rm -f; }

# Sets TESTS, FAILED and SKIPPED.
count_reports() {
  read -r TESTS FAILED SKIPPED < <(
    report_files | xargs -r grep -hoE -m 1 '<testsuite [^>]*' | awk '
      function value(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
      {tests += value("tests"); failed += value("errors") + value("failures"); skipped += value("skipped")}
      END {print tests + 0, failed + 0, skipped + 0}'
  )
}

# Tests that passed only when they ran again, one a line.
# shellcheck disable=SC2016
flaky_tests() {
  report_files | xargs -r awk '
    match($0, /<testcase name="[^"]*"/) {test = substr($0, RSTART + 16, RLENGTH - 17)}
    match($0, / classname="[^"]*"/) {class = substr($0, RSTART + 12, RLENGTH - 13)}
    /<flaky(Failure|Error)/ {print class "." test}' | sort -u
}
