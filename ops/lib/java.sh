# shellcheck shell=bash
# How Java is started. G1 rather than ZGC: on two cores and 1 GB its pauses of a few milliseconds cost less
# than ZGC's barriers and the pointers it can't compress. A full heap ends the process and the supervisor
# starts it anew; no heap dump, no core: they would hold what people told us.

JVM_FLAGS=(
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  "-Dariane.home=$ROOT"
  -Xmx1g
  -XX:+UseG1GC
  -XX:MaxGCPauseMillis=50
  -XX:+ExitOnOutOfMemoryError
  -XX:-CreateCoredumpOnCrash
)

# java_command CLASS-PATH ARGUMENT… fills JAVA_COMMAND. ARIANE_JAVA_OPTS adds flags. Needs ROOT, where the
# program finds its sample directory.
java_command() {
  local extra=() class_path=$1
  shift
  read -ra extra <<<"${ARIANE_JAVA_OPTS:-}"
  JAVA_COMMAND=("$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" "${extra[@]}" "-Dariane.home=$ROOT" -cp "$class_path" org.ariane.ops.Main "$@")
}
