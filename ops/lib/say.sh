# shellcheck shell=bash
# What the commands say to a human: everything but READY, test results and the demo goes to stderr.

say() { printf 'ariane: %s\n' "$*" >&2; }

# One clear line and an exit code: 1 cannot go on, 2 asked wrongly.
die() { say "$*"; exit 1; }
die_usage() { say "$*"; exit 2; }

# The end of a log, for the one who has to find out why.
show_tail() {
  local file=$1 lines=${2:-20}
  [[ -s $file ]] || return 0
  say "last lines of $file:"
  tail -n "$lines" "$file" | sed 's/^/  | /' >&2
}
