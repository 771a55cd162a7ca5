# shellcheck shell=bash
# Finds a JDK 25, or installs it where Debian has it (13 and later), or says in one line what to do.

JDK_VERSION=25

is_wanted_jdk() {
  local home=$1
  [[ -x $home/bin/java && -x $home/bin/javac && -r $home/release ]] \
    && grep -qE "^JAVA_VERSION=\"${JDK_VERSION}[.\"-]" "$home/release"
}

jdk_candidates() {
  local java
  [[ -z ${JAVA_HOME:-} ]] || echo "$JAVA_HOME"
  compgen -G '/usr/lib/jvm/*' || :
  java=$(command -v javac) && dirname "$(dirname "$(readlink -f "$java")")"
  compgen -G "${HOME:-/nonexistent}/.sdkman/candidates/java/*" || :
  compgen -G '/opt/*' || :
}

find_jdk() {
  local home homes
  mapfile -t homes < <(jdk_candidates)
  for home in "${homes[@]}"; do
    if is_wanted_jdk "$home"; then
      JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}

apt_has_jdk() {
  can_install || return 1
  has_package_lists || attend "${APT[@]}" update >/dev/null 2>&1 || :
  apt-cache show "openjdk-$JDK_VERSION-jdk-headless" >/dev/null 2>&1
}

need_jdk() {
  if ! find_jdk; then
    ! apt_has_jdk || install_packages "openjdk-$JDK_VERSION-jdk-headless" || :
    find_jdk || die "no JDK $JDK_VERSION found: install one (Debian 13 and later: openjdk-$JDK_VERSION-jdk-headless; elsewhere Eclipse Temurin $JDK_VERSION) and set JAVA_HOME to it."
  fi
  export JAVA_HOME
}
