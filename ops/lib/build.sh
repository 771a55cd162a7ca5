# shellcheck shell=bash
# The Maven build, done only when a source changed. Needs ROOT and JAVA_HOME.

BUILD_STAMP=$ROOT/ops/target/build.stamp
BUILD_LOG=$ROOT/ops/target/build.log

# Content, not dates: a checkout changes every date and no byte. With --version, to rebuild on a new JDK.
sources_hash() {
  (
    cd "$ROOT" || exit
    grep JAVA_VERSION= "$JAVA_HOME/release"
    find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -c1-16
}

ops_jar() { find "$ROOT/ops/target" -maxdepth 1 -name 'ops-*.jar' ! -name '*-tests.jar' ! -name '*-sources.jar' 2>/dev/null; }

is_built() {
  [[ -n $(ops_jar) && -d $ROOT/ops/target/lib && -r $BUILD_STAMP && $(<"$BUILD_STAMP") == "$1" ]]
}

stamp_build() { printf '%s\n' "$1" >"$BUILD_STAMP"; }

# One build at a time in one checkout; the others wait.
lock_build() {
  exec {BUILD_LOCK}<"$ROOT/ops/pom.xml"
  flock -n "$BUILD_LOCK" && return 0
  say "another build of this checkout is at work: waiting for it"
  attend flock "$BUILD_LOCK"
}

unlock_build() { exec {BUILD_LOCK}<&-; }

# ops/test, whose tests start ops/run while Maven is at work, sets ARIANE_SKIP_BUILD.
need_build() {
  local hash
  [[ -z ${ARIANE_SKIP_BUILD:-} ]] || return 0
  hash=$(sources_hash)
  ! is_built "$hash" || return 0
  need_command mvn maven "the build"
  lock_build
  is_built "$hash" || build "$hash"
  unlock_build
}

# A library left from an older build would be on the class path beside its successor.
clear_build() {
  mkdir -p "$ROOT/ops/target" 2>/dev/null && [[ -w $ROOT/ops/target ]] \
    || die "the sources changed and $ROOT/ops/target is not writable: build once as its owner."
  rm -rf "$ROOT/ops/target/lib" "$BUILD_STAMP"
}

build() {
  local started=$SECONDS
  clear_build
  say "building (the first time takes a few minutes)"
  if ! attend mvn -B -ntp -f "$ROOT/pom.xml" -DskipTests package >"$BUILD_LOG" 2>&1; then
    grep -E '^\[ERROR\]' "$BUILD_LOG" | head -n 20 >&2 || show_tail "$BUILD_LOG"
    die "the build failed: see $BUILD_LOG"
  fi
  stamp_build "$1"
  say "built in $((SECONDS - started)) s"
}
