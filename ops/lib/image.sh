# shellcheck shell=bash
# The Asterisk image, named by the content it is built from. Needs ROOT and a Docker engine.

ASTERISK_SOURCES=$ROOT/ops/asterisk
PROMPT_SOURCES=$ROOT/ivr-flows/src/main/prompts

asterisk_hash() {
  (
    cd "$ROOT" || exit
    find "${ASTERISK_SOURCES#"$ROOT"/}" "${PROMPT_SOURCES#"$ROOT"/}" -type f -print0 2>/dev/null \
      | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -c1-12
}

need_asterisk_image() {
  [[ -r $ASTERISK_SOURCES/Dockerfile ]] || die "ops/asterisk/Dockerfile is missing: this checkout has no telephony, use --no-telephony."
  ASTERISK_IMAGE=ariane-asterisk:$(asterisk_hash)
  has_image "$ASTERISK_IMAGE" || build_asterisk_image
  # a stable name for deployments that don't go through these commands
  docker tag "$ASTERISK_IMAGE" ariane-asterisk:latest
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

build_asterisk_image() {
  local context log base
  base=$(awk 'toupper($1) == "FROM" {print $2; exit}' "$ASTERISK_SOURCES/Dockerfile")
  need_base_image "$base"
  say "building the image $ASTERISK_IMAGE"
  context=$(mktemp -d) log=$(mktemp)
  cp -R "$ASTERISK_SOURCES/." "$context/"
  mkdir -p "$context/prompts"
  [[ ! -d $PROMPT_SOURCES ]] || cp -R "$PROMPT_SOURCES/." "$context/prompts/"
  if ! attend docker build --network host -t "$ASTERISK_IMAGE" "$context" >"$log" 2>&1; then
    show_tail "$log"
    rm -rf "$context" "$log"
    die "the Asterisk image could not be built."
  fi
  rm -rf "$context" "$log"
}

# From a registry if one answers; else from Debian's packages, which gives the same image under the same
# name, so that the Dockerfile need not know.
need_base_image() {
  local image=$1
  has_image "$image" || pull_image "$image" || bootstrap_image "$image"
}

# Without a network a pull tries for minutes: give up when nothing has come after a few seconds.
pull_image() {
  local image=$1 log pid ticks=80 status=0
  log=$(mktemp)
  say "fetching the image $image"
  setsid docker pull "$image" </dev/null >"$log" 2>&1 8>&- 9>&- &
  pid=$!
  STEP_PID=$pid
  while alive "$pid" && ! grep -q 'Pulling from' "$log"; do
    ((--ticks > 0)) || kill -TERM "$pid"
    snooze 0.1
  done
  wait "$pid" || status=$?
  STEP_PID=""
  rm -f "$log"
  return "$status"
}

bootstrap_image() {
  local image=$1 suite log
  [[ $image =~ ^debian:([a-z]+)-slim$ ]] || die "no registry answers, and $image can't be built from Debian's packages."
  suite=${BASH_REMATCH[1]}
  need_command mmdebstrap mmdebstrap "the image $image, since no registry answers"
  say "no registry answers: building $image from Debian's packages"
  log=$(mktemp)
  # a mirror that stands still has lists past their date; the option stays in the image, which needs it too
  # shellcheck disable=SC2016  # the inner shell expands them
  if ! attend bash -c 'set -o pipefail; mmdebstrap --variant=apt --aptopt="Acquire::Check-Valid-Until \"false\"" "$1" | docker import - "$2"' \
    bootstrap "$suite" "$image" >"$log" 2>&1; then
    show_tail "$log"
    rm -f "$log"
    die "the image $image could not be built."
  fi
  rm -f "$log"
}
