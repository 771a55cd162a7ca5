# shellcheck shell=bash
# The Docker engine: used as found, started only when none answers, stopped only when we started it and
# nobody else uses it.

DOCKERD_FOLDER=/run/ariane
DOCKERD_FILE=$DOCKERD_FOLDER/dockerd
DOCKERD_LOG=/var/log/ariane-dockerd.log
DOCKER_LOCK=""

# A client alone proves nothing: ask for the engine.
docker_answers() { timeout 10 docker info >/dev/null 2>&1; }

# need_docker ADVICE: what to do without one
need_docker() {
  local advice=$1
  if ! docker_answers; then
    ((EUID == 0)) || die "no Docker engine answers this user: run as root, or join the group docker, or $advice."
    [[ -z ${DOCKER_HOST:-} ]] || die "no Docker engine answers at DOCKER_HOST=$DOCKER_HOST: start it, or $advice."
    need_command dockerd docker.io "telephony (or $advice)"
    command -v docker >/dev/null || need_command docker docker-cli "telephony"
    docker_answers || start_dockerd "$advice"
  fi
  use_dockerd
}

start_dockerd() {
  local advice=$1 starting ticks=300 pid
  mkdir -p "$DOCKERD_FOLDER"
  exec {starting}>"$DOCKERD_FILE.starting"
  flock "$starting"
  if ! docker_answers; then
    say "starting the Docker engine"
    setsid dockerd </dev/null >"$DOCKERD_LOG" 2>&1 9>&- {starting}>&- &
    pid=$!
    record_process "$DOCKERD_FILE" "$pid"
    until docker_answers; do
      if ! alive "$pid" || ((--ticks == 0)); then
        end_process "$pid" 10 dockerd
        forget_process "$DOCKERD_FILE"
        show_tail "$DOCKERD_LOG" 5
        die "the Docker engine did not start: see $DOCKERD_LOG, or $advice."
      fi
      snooze 0.1
    done
  fi
  exec {starting}>&-
}

# Everyone who uses an engine of ours holds this lock (descriptor 8) with others; who gets it alone is the last.
use_dockerd() {
  [[ -e $DOCKERD_FILE.pid && -w $DOCKERD_FOLDER ]] || return 0
  exec 8>"$DOCKERD_FILE.users"
  flock -s 8
  DOCKER_LOCK=held
}

leave_dockerd() {
  [[ -n $DOCKER_LOCK ]] || return 0
  # given back first: of two who leave together, one must find itself alone
  flock -u 8
  if is_recorded_alive "$DOCKERD_FILE" && flock -n -x 8 && [[ -z $(timeout 10 docker ps -q 2>/dev/null) ]]; then
    end_process "$(<"$DOCKERD_FILE.pid")" 20 dockerd
    forget_process "$DOCKERD_FILE"
  fi
  exec 8>&-
  DOCKER_LOCK=""
}
