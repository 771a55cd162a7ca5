# shellcheck shell=bash
# Keeps the parts alive: a loop that looks at each of them five times a second and starts again what died.
# A part NAME has start_NAME, which calls `began NAME PID`, and stop_NAME PID. It may have explain_NAME, which
# says why it ended, and watch_NAME, which looks at it while it runs.

declare -a PARTS=()
declare -A PART_PID=() PART_SINCE=() PART_DELAY=() PART_DUE=() PART_FALLS=()

readonly FIRST_DELAY_MS=200 LAST_DELAY_MS=5000 STEADY_MS=10000 FALLS_BEFORE_READY=3
IS_READY=""

now_ms() { NOW=$((${EPOCHREALTIME/[.,]/} / 1000)); }

add_part() {
  PARTS+=("$1")
  PART_DELAY[$1]=$FIRST_DELAY_MS PART_FALLS[$1]=0
  now_ms
  "start_$1"
}

began() {
  PART_PID[$1]=$2 PART_SINCE[$1]=$NOW
  [[ ${3:-} == unrecorded ]] || record_process "$DATA/run/$1" "$2"
}

look_after_parts() {
  local part
  now_ms
  for part in "${PARTS[@]}"; do
    if [[ -z ${PART_PID[$part]} ]]; then
      ((NOW < PART_DUE[$part])) || "start_$part"
    elif ! alive "${PART_PID[$part]}"; then
      fell "$part"
    else
      ! has_part "watch_$part" || "watch_$part"
    fi
  done
}

has_part() { declare -F "$1" >/dev/null; }

fell() {
  local part=$1 status=0 delay
  wait "${PART_PID[$part]}" 2>/dev/null || status=$?
  PART_PID[$part]=""
  ((NOW - PART_SINCE[$part] < STEADY_MS)) || PART_DELAY[$part]=$FIRST_DELAY_MS
  delay=${PART_DELAY[$part]}
  PART_DUE[$part]=$((NOW + delay))
  PART_DELAY[$part]=$((delay * 2 < LAST_DELAY_MS ? delay * 2 : LAST_DELAY_MS))
  PART_FALLS[$part]=$((PART_FALLS[$part] + 1))
  ((delay == LAST_DELAY_MS && PART_FALLS[$part] % 12)) \
    || say "$part ended (status $status): starting it again in $((delay / 1000)).$((delay % 1000 / 100)) s"
  ! has_part "explain_$part" || "explain_$part"
  [[ -n $IS_READY ]] || ((PART_FALLS[$part] < FALLS_BEFORE_READY)) || give_up "$part ends as soon as it starts"
}

give_up() {
  local part
  for part in "${PARTS[@]}"; do show_tail "$DATA/log/$part.log"; done
  die "cannot start: $1. Logs are in $DATA/log."
}

# supervise_until SECONDS WHAT-IS-LATE COMMAND…: looks after the parts until COMMAND succeeds.
supervise_until() {
  local deadline=$((SECONDS + $1)) late=$2
  shift 2
  until "$@"; do
    look_after_parts
    ((SECONDS < deadline)) || give_up "$late"
    snooze 0.2
  done
}

supervise_while() {
  local ticks=0
  while "$@"; do
    look_after_parts
    ((++ticks % 50)) || rotate_logs
    snooze 0.2
  done
}

# The last started first: the server drains while Redis and Asterisk still answer.
stop_parts() {
  local i part
  for ((i = ${#PARTS[@]} - 1; i >= 0; i--)); do
    part=${PARTS[i]}
    [[ -z ${PART_PID[$part]:-} && $part != asterisk ]] || "stop_$part" "${PART_PID[$part]:-0}"
    forget_process "$DATA/run/$part"
  done
  PARTS=()
}
