# shellcheck shell=bash
# Processes: run a long step so that a signal is obeyed at once, recognise our own processes after a
# crash (pid and start time, never a name), end one within a limit.

STEP_PID=""
exec {SNOOZE_FD}<> <(:)

# Sleeps without starting a process: the supervisor does this five times a second, for months.
snooze() { read -rt "$1" -u "$SNOOZE_FD" || :; }

# Runs an external command in a session of its own. Bash runs traps only between foreground commands, so
# a build in the foreground would hold back a SIGTERM for minutes; and Ctrl-C must reach only us. The locks
# (descriptors 8 and 9) are ours alone: a child that outlives us must not hold them.
attend() {
  local status=0
  setsid "$@" </dev/null 8>&- 9>&- &
  STEP_PID=$!
  wait "$STEP_PID" || status=$?
  STEP_PID=""
  return "$status"
}

end_step() {
  [[ -n $STEP_PID ]] || return 0
  kill -TERM -- "-$STEP_PID" 2>/dev/null || :
  await_end "$STEP_PID" 5 || kill -KILL -- "-$STEP_PID" 2>/dev/null || :
  STEP_PID=""
}

# State letter and start time in clock ticks of a process; fails when there is none.
process_stat() {
  local line fields
  { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  # the name, in parentheses, may hold anything: count the fields after it
  read -ra fields <<<"${line##*) }"
  STAT_STATE=${fields[0]} STAT_BORN=${fields[19]}
}

# A zombie is dead: below a PID 1 that doesn't reap, it would otherwise look alive for ever.
alive() { process_stat "$1" && [[ $STAT_STATE != [ZX] ]]; }

await_end() {
  local pid=$1 ticks=$(($2 * 10))
  while alive "$pid"; do
    ((ticks-- > 0)) || return 1
    snooze 0.1
  done
}

end_process() {
  local pid=$1 grace=$2 name=$3
  alive "$pid" || return 0
  kill -TERM "$pid" 2>/dev/null || :
  await_end "$pid" "$grace" && return 0
  say "$name did not stop within $grace s: killed"
  kill -KILL "$pid" 2>/dev/null || :
  # where bash would report the death of its child once more
  await_end "$pid" 5 2>/dev/null || :
}

# A pid alone is no proof of identity: the system gives it to another process later.
record_process() {
  local file=$1 pid=$2
  process_stat "$pid" || return 0
  printf '%s %s\n' "$(</proc/sys/kernel/random/boot_id)" "$STAT_BORN" >"$file.born"
  # whole or not at all: others read it
  printf '%s\n' "$pid" >"$file.pid.new"
  mv -f "$file.pid.new" "$file.pid"
}

forget_process() { rm -f "$1.pid" "$1.born"; }

is_recorded_alive() {
  local file=$1 pid boot born
  { read -r pid <"$file.pid" && read -r boot born <"$file.born"; } 2>/dev/null || return 1
  [[ $boot == "$(</proc/sys/kernel/random/boot_id)" ]] && alive "$pid" && [[ $STAT_BORN == "$born" ]]
}

end_leftover() {
  local file=$1 name=$2
  if is_recorded_alive "$file"; then
    say "an earlier run left its $name behind: stopping it"
    end_process "$(<"$file.pid")" 10 "$name"
  fi
  forget_process "$file"
}
