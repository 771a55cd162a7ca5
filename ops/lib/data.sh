# shellcheck shell=bash
# The data folder: locked by one run at a time, free of what a killed run left, its ports free.

# Descriptor 9 holds the lock. The kernel frees it when we die, however we die.
lock_data() {
  (umask 077 && mkdir -p "$DATA/run" "$DATA/log" "$DATA/redis") 2>/dev/null && [[ -w $DATA/run ]] || die "cannot write to the data folder $DATA."
  exec 9>>"$DATA/run/lock"
  flock -n 9 || die "the data folder $DATA is in use by another ops/run$(lock_holder): stop it first, or choose another folder with --data."
  record_process "$DATA/run/supervisor" $$
}

lock_holder() {
  ! is_recorded_alive "$DATA/run/supervisor" || echo " (pid $(<"$DATA/run/supervisor.pid"))"
}

# In the order of a stop: nobody writes to a Redis that is gone.
clean_leftovers() {
  end_leftover "$DATA/run/server" server
  remove_leftover_container
  end_leftover "$DATA/run/redis" Redis
}

# is_port_taken tcp|udp PORT: some socket listens on it, on any address of this machine.
is_port_taken() {
  local tables=("/proc/net/$1" "/proc/net/${1}6") state=0A
  [[ $1 == tcp ]] || state=07
  awk -v port="$(printf ':%04X' "$2")" -v state="$state" \
    '$4 == state && substr($2, length($2) - 4) == port {found = 1} END {exit !found}' "${tables[@]}" 2>/dev/null
}

need_free_ports() {
  ! is_port_taken tcp "$PORT" || die "port $PORT is in use by another program: choose another with --port."
  [[ -n $TELEPHONY ]] || return 0
  ! is_port_taken udp "$SIP_PORT" || die "SIP port $SIP_PORT is in use by another program: choose another with --sip-port."
}

first_free_port() {
  local kind=$1 port=$2
  while is_port_taken "$kind" "$port"; do port=$((port + 1)); done
  echo "$port"
}

declare -A RUNTIME=()

# KEY=VALUE lines, read and never run.
read_runtime() {
  local key value
  while IFS='=' read -r key value; do
    [[ ! $key =~ ^[A-Z_]+$ ]] || RUNTIME[$key]=$value
  done <"$DATA/runtime.env"
}

# Copied and cut, not renamed: the writers append to the open file and never learn about it.
rotate_logs() {
  local log
  for log in "$DATA"/log/*.log; do
    [[ -f $log ]] && (($(stat -c %s "$log") > 10485760)) || continue
    [[ ! -f $log.1 ]] || mv -f "$log.1" "$log.2"
    cp "$log" "$log.1"
    : >"$log"
  done
}
