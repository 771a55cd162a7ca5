# shellcheck shell=bash
# Asterisk in its container, as a part of the supervisor. The container outlives its crash, so that the
# registrations of the operators' phones, which it keeps, survive a restart.

# One name for a data folder: the lock makes it unique, and a killed run's container is found again.
container_name() { echo "ariane-$(printf '%s' "$DATA" | sha256sum | cut -c1-10)"; }

remove_leftover_container() {
  [[ -e $DATA/run/container ]] || return 0
  if command -v docker >/dev/null && docker_answers; then
    timeout 30 docker rm -f "$(<"$DATA/run/container")" >/dev/null 2>&1 || :
  fi
  rm -f "$DATA/run/container"
  forget_process "$DATA/run/asterisk"
}

# A host that cannot resolve its own name would stall every call in DNS.
#
# What `prepare` rendered goes to /etc/ariane, which the image's own configuration includes. It travels as
# a stream that changes owner and mode: Asterisk runs there as another user, and our files stay ours alone.
create_container() {
  local name=$1
  timeout 30 docker create --name "$name" --network host --add-host "$(uname -n):127.0.0.1" --cap-drop ALL --security-opt no-new-privileges \
    --ulimit core=0 --log-opt max-size=5m --log-opt max-file=2 "$ASTERISK_IMAGE" >/dev/null || return 1
  tar -C "$DATA/asterisk" --owner=0 --group=0 --mode=a+rX --transform='s,^\.,ariane,' -cf - . \
    | timeout 30 docker cp - "$name:/etc" || return 1
  copy_recordings "$name"
}

# Recordings of people, in DATA/recordings/LANGUAGE/PROMPT.wav, replace what a machine speaks. Only those
# that name a prompt and that the switch can play: 16 bit, one channel, 8000 Hz.
copy_recordings() {
  local name=$1 file prompts=$ROOT/ivr-flows/src/main/prompts language key good=()
  for file in "$DATA"/recordings/*/*.wav; do
    [[ -f $file ]] || continue
    language=$(basename "$(dirname "$file")") key=$(basename "$file" .wav)
    if ! [[ $key =~ ^[a-z0-9-]+$ ]] || ! grep -qs "^$key=" "$prompts/$language.properties"; then
      say "$file names no prompt of ivr-flows/src/main/prompts/$language.properties: not used."
    elif ! is_playable "$file"; then
      say "$file is no WAV of 16 bit, one channel, 8000 Hz: not used (sox IN -r 8000 -c 1 -b 16 OUT)."
    else
      good+=("$language/$key.wav")
    fi
  done
  ((${#good[@]})) || return 0
  say "${#good[@]} recordings replace spoken prompts"
  tar -C "$DATA/recordings" --owner=0 --group=0 --mode=a+rX --transform='s,^\([^/]*\)/,sounds/\1/ariane/,' -cf - "${good[@]}" \
    | timeout 30 docker cp - "$name:/usr/share/asterisk"
}

# RIFF, WAVE, PCM, one channel, 8000 Hz, 16 bit: bytes 0, 8, 20-25, 34.
is_playable() {
  local head
  head=$(od -An -v -tx1 -N36 "$1" | tr -d ' \n')
  [[ $head =~ ^52494646.{8}57415645.{16}01000100401f0000.{12}1000$ ]]
}

# Runs until the container ends. A child of the supervisor, so that a slow engine delays nobody else.
run_container() {
  local name=$1 pid started status
  started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  if ! timeout 30 docker start "$name" >/dev/null 2>&1; then
    timeout 30 docker rm -f "$name" >/dev/null 2>&1 || :
    create_container "$name" && timeout 30 docker start "$name" >/dev/null || return 1
  fi
  pid=$(docker inspect -f '{{.State.Pid}}' "$name")
  record_process "$DATA/run/asterisk" "$pid"
  docker logs --follow --since "$started" "$name" || :
  status=$(docker wait "$name") || status=1
  return "$status"
}

start_asterisk() {
  local name
  name=$(container_name)
  printf '%s\n' "$name" >"$DATA/run/container"
  run_container "$name" </dev/null >>"$DATA/log/asterisk.log" 2>&1 8>&- 9>&- &
  began asterisk $! unrecorded
}

stop_asterisk() {
  local name
  name=$(container_name)
  timeout 20 docker stop -t 5 "$name" >/dev/null 2>&1 || :
  await_end "$1" 5 || kill -KILL "$1" 2>/dev/null || :
  timeout 20 docker rm -f "$name" >/dev/null 2>&1 || say "the container $name could not be removed"
  rm -f "$DATA/run/container"
}
