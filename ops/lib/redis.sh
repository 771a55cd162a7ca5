# shellcheck shell=bash
# Redis, as a part of the supervisor. An installed Redis 7 or newer is preferred; the binary inside the
# embedded-redis library needs neither root nor packages.

redis_major() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  [[ $version =~ v=([0-9]+)\. ]] && echo "${BASH_REMATCH[1]}"
}

is_wanted_redis() { (($(redis_major "$1" || echo 0) >= 7)); }

installed_redis() {
  local binary
  binary=$(command -v redis-server) && is_wanted_redis "$binary" && echo "$binary"
}

embedded_redis() {
  local folder=$1 jar entry system
  jar=$(find "$ROOT/ops/target/lib" -maxdepth 1 -name 'embedded-redis-*.jar' 2>/dev/null | head -n 1)
  [[ -n $jar ]] || return 1
  case $(uname -m) in
    x86_64) system=linux-amd64 ;;
    aarch64) system=linux-arm64 ;;
    *) return 1 ;;
  esac
  entry=$("$JAVA_HOME/bin/jar" tf "$jar" | grep -E "^redis-server-.*$system\$" | head -n 1)
  [[ -n $entry ]] || return 1
  mkdir -p "$folder"
  (cd "$folder" && "$JAVA_HOME/bin/jar" xf "$jar" "$entry" && mv -f "$entry" redis-server && chmod 700 redis-server)
  redis_major "$folder/redis-server" >/dev/null && echo "$folder/redis-server"
}

# Sets REDIS_SERVER; keeps the unpacked binary, if it must be that one, in FOLDER.
need_redis() {
  local folder=$1
  REDIS_SERVER=$(installed_redis) && return 0
  if can_install && install_redis_package && REDIS_SERVER=$(installed_redis); then return 0; fi
  REDIS_SERVER=$(embedded_redis "$folder") \
    || die "no Redis: install redis-server 7 or newer, or set 'redis' in the configuration."
  say "no redis-server 7 or newer is installed: using $("$REDIS_SERVER" --version | grep -oE 'v=[0-9.]+') from the embedded-redis library"
}

# What durability and privacy rest on is repeated here, where a line in the file can't change it.
start_redis() {
  setsid "$REDIS_SERVER" "$DATA/redis.conf" \
    --bind 127.0.0.1 --port "${RUNTIME[REDIS_PORT]}" --protected-mode yes --daemonize no \
    --dir "$DATA/redis" --appendonly yes --appendfsync always --save '' \
    </dev/null >>"$DATA/log/redis.log" 2>&1 8>&- 9>&- &
  began redis $!
}

stop_redis() { end_process "$1" 10 Redis; }

redis_listens() { is_port_taken tcp "${RUNTIME[REDIS_PORT]}"; }
