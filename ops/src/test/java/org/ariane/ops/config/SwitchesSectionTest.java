package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.SwitchId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchesSectionTest {
  @TempDir private Path folder;

  @Test
  void readsEachSwitchWithItsPortsOrTheUsualOnes() throws IOException {
    var result =
        read(
            """
            telephony.switches:
              b: {sip: "10.0.0.2:5060", ami-port: 5039}
              c2: {sip: "127.0.0.1:5070", ami-port: "6038", media-ports: 20000-29999}
            """);

    assertThat(result).isInstanceOf(ConfigurationFile.Result.Valid.class);
    assertThat(((ConfigurationFile.Result.Valid) result).configuration().switches())
        .isEqualTo(
            Map.of(
                new SwitchId("b"),
                new SwitchPlace(new HostPort("10.0.0.2", 5060), 5039, 10_000, 19_999),
                new SwitchId("c2"),
                new SwitchPlace(new HostPort("127.0.0.1", 5070), 6038, 20_000, 29_999)));
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() throws IOException {
    List<String> problems =
        problems(
            """
            telephony.switches:
              local: {sip: "127.0.0.1:5070", ami-port: 6038}
              Big-One: {sip: "127.0.0.1:5071", ami-port: 6039}
              c: {ami-port: 6040}
              d: {sip: nowhere, ami-port: 0}
              e: {sip: "127.0.0.1:5074", ami-port: 6041, media-ports: 20000}
              f: {sip: "127.0.0.1:5075", ami-port: 6042, media-ports: 29999-20000}
              g: {sip: "127.0.0.1:5076", ami-port: 6043, media-ports: 60000-70000}
              h: {sip: "127.0.0.1:5077", ami-port: 6044, password: x}
            """);

    said(problems, ":2: 'local' cannot name a switch");
    said(problems, ":3: 'Big-One' cannot name a switch");
    said(problems, ":4: switch 'c' needs 'sip' and 'ami-port'");
    said(problems, ":5: 'telephony.switches.d.sip' must be host:port");
    said(problems, ":5: 'telephony.switches.d.ami-port' must be a port, 1 to 65535");
    said(problems, ":6: 'telephony.switches.e.media-ports' must be two ports, as 10000-19999");
    said(problems, ":7: 'telephony.switches.f.media-ports' must be two ports");
    said(problems, ":8: 'telephony.switches.g.media-ports' must be two ports");
    said(problems, ":9: unknown key 'telephony.switches.h.password'");
  }

  @Test
  void twoSwitchesAreAtTwoPlaces() throws IOException {
    List<String> problems =
        problems(
            """
            telephony.switches:
              b: {sip: "127.0.0.1:5070", ami-port: 6038}
              c: {sip: "127.0.0.1:5070", ami-port: 6039}
              d: {sip: "127.0.0.1:5071", ami-port: 6038}
            """);

    said(problems, ":3: switch 'c' has the 'sip' of another one");
    said(problems, ":4: switch 'd' has the 'ami-port' of another one");
    assertThat(problems).hasSize(2);
  }

  private static void said(List<String> problems, String end) {
    assertThat(problems).anySatisfy(it -> assertThat(it).contains(end));
  }

  private List<String> problems(String text) throws IOException {
    var result = read(text);
    assertThat(result).isInstanceOf(ConfigurationFile.Result.Invalid.class);
    return ((ConfigurationFile.Result.Invalid) result).problems();
  }

  private ConfigurationFile.Result read(String text) throws IOException {
    return ConfigurationFile.read(
        Optional.of(Files.writeString(folder.resolve("ariane.yaml"), text)), folder);
  }
}
