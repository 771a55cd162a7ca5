# shellcheck shell=bash
# Redis, as a part of the supervisor. An installed Redis 7 or newer is preferred; the binary inside the
# embedded-redis library needs neither root nor packages.

REDIS_LOG_FROM=0 REDIS_LOADING="" REDIS_SAID="" REDIS_SAID_AT=0

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
  REDIS_LOG_FROM=$(stat -c %s "$DATA/log/redis.log" 2>/dev/null || echo 0) REDIS_LOADING=yes
  setsid "$REDIS_SERVER" "$DATA/redis.conf" \
    --bind 127.0.0.1 --port "${RUNTIME[REDIS_PORT]}" --protected-mode yes --daemonize no \
    --dir "$DATA/redis" --appendonly yes --appendfsync always --save '' \
    </dev/null >>"$DATA/log/redis.log" 2>&1 8>&- 9>&- &
  began redis $!
}

# What Redis wrote since it was last started; all of the log when that was cut meanwhile.
redis_last_words() {
  local size
  size=$(stat -c %s "$DATA/log/redis.log" 2>/dev/null) || return 0
  ((size >= REDIS_LOG_FROM)) || REDIS_LOG_FROM=0
  tail -c "+$((REDIS_LOG_FROM + 1))" "$DATA/log/redis.log"
}

# Why Redis ended, in one line for people; nothing where its log does not tell.
redis_trouble() {
  local refused="alarms are answered 503 with the emergency number until then"
  case $(redis_last_words) in
    *"No space left on device"*) echo "the disk of $DATA/redis is FULL: make room; $refused." ;;
    *"Read-only file system"* | *"Permission denied"*) echo "$DATA/redis can NOT BE WRITTEN: make it writable; $refused." ;;
    *"Input/output error"*) echo "the disk of $DATA/redis is BROKEN: move the data folder to another one; $refused." ;;
    *"reading the append only file"* | *"Unexpected end of file"* | *"Unrecoverable error"* | *"Internal error in RDB"* | \
      *"Wrong signature"* | *"Can't handle RDB format"* | *"RDB CRC error"* | *"rdb file reading failure"* | \
      *"AOF manifest"* | *"doesn't exist"* | *"Fatal error loading"*)
      echo "the alarms in $DATA/redis are DAMAGED and Redis refuses them: see 'Damaged data' in ops/docs/runbook.md; $refused."
      ;;
  esac
}

# Said once, then each minute while it lasts, for the one who looks at the end of the log.
explain_redis() {
  local trouble
  trouble=$(redis_trouble)
  [[ -n $trouble ]] || return 0
  [[ $trouble == "$REDIS_SAID" ]] && ((NOW - REDIS_SAID_AT < 60000)) && return 0
  REDIS_SAID=$trouble REDIS_SAID_AT=$NOW
  say "$trouble"
}

# A file whose end is cut off is loaded, but never in silence.
watch_redis() {
  local words
  if [[ -z $REDIS_LOADING ]]; then
    [[ -z $REDIS_SAID ]] || ((NOW - PART_SINCE["redis"] < STEADY_MS)) || redis_recovered
    return 0
  fi
  words=$(redis_last_words)
  [[ $words == *"Ready to accept connections"* ]] || return 0
  REDIS_LOADING=""
  [[ $words == *"short read while loading"* || $words == *"Truncating the AOF"* ]] || return 0
  say "the end of the alarms' file in $DATA/redis was CUT OFF: what came before is loaded, what came after is gone. See 'Damaged data' in ops/docs/runbook.md."
  rewrite_redis || say "Redis could not be asked to write its file anew."
}

# Redis cuts a file at the last whole command, which may lie within a transaction. What it appends then stands
# behind a MULTI without an EXEC, and `redis-check-aof --fix` would throw all of it away: so write it anew.
rewrite_redis() {
  local password answer
  password=$(sed -n 's/^requirepass //p' "$DATA/redis.conf")
  (
    exec 3<>"/dev/tcp/127.0.0.1/${RUNTIME[REDIS_PORT]}" || exit 1
    printf 'AUTH %s\r\nBGREWRITEAOF\r\n' "$password" >&3
    read -rt 5 answer <&3 && [[ $answer == +OK* ]] && read -rt 5 answer <&3 && [[ $answer == +* ]]
  ) 2>/dev/null
}

redis_recovered() {
  REDIS_SAID=""
  say "Redis runs again."
}

stop_redis() { end_process "$1" 10 Redis; }

redis_listens() { is_port_taken tcp "${RUNTIME[REDIS_PORT]}"; }
