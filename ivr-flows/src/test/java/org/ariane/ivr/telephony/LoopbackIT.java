package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What listens where, as the kernel knows it: nothing can be reached from another machine.
class LoopbackIT extends PhoneTest {
  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_MAPPED = "0000000000000000FFFF00000100007F";
  private static final String LISTENS = "0A";

  private record Listening(String protocol, String address, int port, String inode) {}

  @Test
  void theSwitchListensOnLoopbackOnly() {
    Sipp caller = call(Script.caller());
    await().atMost(SOON).until(() -> asterisk().channels() > 0);
    Set<String> inodes =
        asterisk()
            .shell("ls -l /proc/1/fd")
            .lines()
            .filter(line -> line.contains("socket:["))
            .map(line -> line.replaceAll(".*socket:\\[(\\d+)\\].*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Listening> all =
        List.of("udp", "udp6", "tcp", "tcp6").stream()
            .flatMap(protocol ->
                listening(protocol, asterisk().shell("cat /proc/net/" + protocol)).stream())
            .filter(socket -> inodes.contains(socket.inode))
            .toList();
    assertThat(caller.talks()).isTrue();

    List<Listening> elsewhere = all.stream().filter(it -> !it.address.equals(LOOPBACK)).toList();
    // The resolver keeps two, to which nobody is answered but a name server.
    assertThat(elsewhere).hasSizeLessThanOrEqualTo(2).allMatch(it -> it.protocol.startsWith("udp"));
    var settings = asterisk().settings();
    List<Integer> control =
        all.stream()
            .filter(it -> it.address.equals(LOOPBACK))
            .map(Listening::port)
            .filter(port -> port < settings.rtpStart() || port > settings.rtpEnd())
            .distinct()
            .sorted()
            .toList();
    assertThat(control).containsExactlyInAnyOrder(settings.sipPort(), settings.amiPort());
    assertThat(all).anyMatch(it -> it.port >= settings.rtpStart() && it.port <= settings.rtpEnd());
  }

  @Test
  void theServerAnswersTheDialplanOnLoopbackOnly() throws IOException {
    int agi = asterisk().settings().agiPort();
    Path net = Path.of("/proc/self/net");
    List<Listening> doors =
        new java.util.ArrayList<>(listening("tcp", Files.readString(net.resolve("tcp"))));
    doors.addAll(listening("tcp6", Files.readString(net.resolve("tcp6"))));
    assertThat(doors)
        .filteredOn(it -> it.port == agi)
        .hasSize(1)
        .allMatch(it -> Set.of(LOOPBACK, LOOPBACK_MAPPED).contains(it.address));
    assertThat(house.voice().health().amiConnected()).isTrue();
    await().atMost(Duration.ofSeconds(5)).until(() -> house.voice().health().agiListening());
  }

  private static List<Listening> listening(String protocol, String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > 9)
        .filter(fields -> protocol.startsWith("udp") || fields[3].equals(LISTENS))
        .map(fields -> {
          int colon = fields[1].indexOf(':');
          return new Listening(
              protocol,
              fields[1].substring(0, colon),
              Integer.parseInt(fields[1].substring(colon + 1), 16),
              fields[9]);
        })
        .toList();
  }
}
