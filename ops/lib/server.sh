# shellcheck shell=bash
# Our own server, as a part of the supervisor.

# What runs is a copy: a build beside it would pull the classes from under a running server.
install_server() {
  # from here on everything written is for us alone
  umask 077
  rm -rf "$DATA/app"
  mkdir -p "$DATA/app"
  cp "$(ops_jar)" "$ROOT"/ops/target/lib/*.jar "$DATA/app/"
  JVM_FLAGS+=("-XX:ErrorFile=$DATA/log/crash-%p.txt")
}

server_arguments() {
  SERVER_ARGUMENTS=(--data "$DATA" --port "$PORT" --sip-port "$SIP_PORT")
  [[ -z $CONFIG ]] || SERVER_ARGUMENTS+=(--config "$CONFIG")
  [[ -n $TELEPHONY ]] || SERVER_ARGUMENTS+=(--no-telephony)
}

# Checks the configuration and writes everything the parts need; its own lines say what is wrong.
prepare() {
  local status=0
  java_command "$DATA/app/*" prepare "${SERVER_ARGUMENTS[@]}" "$@"
  attend "${JAVA_COMMAND[@]}" >&2 || status=$?
  ((status == 0)) || exit "$status"
  [[ -r $DATA/runtime.env ]] || die "the server prepared no $DATA/runtime.env."
  read_runtime
}

start_server() {
  java_command "$DATA/app/*" serve "${SERVER_ARGUMENTS[@]}"
  setsid "${JAVA_COMMAND[@]}" \
    </dev/null >>"$DATA/log/server.log" 2>&1 8>&- 9>&- &
  began server $!
}

stop_server() { end_process "$1" 10 "the server"; }

# Bash speaks enough HTTP for a probe: no further package on a bare machine.
server_ready() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$PORT" || exit 1
    printf 'GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$PORT" >&3
    read -rt 2 answer <&3 && [[ $answer == "HTTP/1.1 200"* ]]
  ) 2>/dev/null
}
