package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsteriskConfigurationTest {
  private static final AsteriskSettings SETTINGS =
      new AsteriskSettings(
          5060,
          5038,
          "ami-secret",
          4573,
          8088,
          20_000,
          20_999,
          List.of(
              new SipAccount(new PrincipalId("operator-1"), "secret-one"),
              new SipAccount(new PrincipalId("operator-2"), "secret-two")),
          Optional.of(new HostPort("127.0.0.1", 5070)),
          Optional.of(new HostPort("127.0.0.1", 5072)),
          Optional.of(new PhoneNumber("+33199000099")),
          List.of(new PhoneNumber("3919"), new PhoneNumber("+3280030030")),
          Language.FR,
          Map.of(new PhoneNumber("+3280030030"), List.of(Language.NL, Language.FR)),
          Neighbours.none(),
          Capacity.STANDARD,
          new WebMedia("127.0.0.1", List.of("192.0.2.7")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pjsip.conf",
        "manager.conf",
        "rtp.conf",
        "http.conf",
        "extensions-globals.conf",
        "musiconhold.conf",
        "asterisk-limits.conf"
      })
  void rendersAsShown(String name) throws IOException {
    assertThat(AsteriskConfiguration.render(SETTINGS).get(name)).isEqualTo(golden(name));
  }

  @Test
  void everythingListensOnLoopbackOnly() {
    Map<String, String> files = AsteriskConfiguration.render(SETTINGS);
    assertThat(files.values().stream().flatMap(String::lines))
        .filteredOn(line -> line.startsWith("bind"))
        .hasSize(13)
        .allMatch(line ->
            line.contains("127.0.0.1")
                || line.startsWith("bindport")
                || line.startsWith("bind_rtp_to_media_address"));
  }

  @Test
  void whoHoldsTheSoftphonesPasswordCannotTellTheTelephones() {
    SipAccount account = new SipAccount(new PrincipalId("operator-1"), "secret-one");
    SipAccount other = new SipAccount(new PrincipalId("operator-2"), "secret-one");

    assertThat(account.softphonePassword())
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(other.softphonePassword());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "1.2.3", "1.2.3.4.", "256.1.1.1", "::1", "1.2.3.4\nx=y"})
  void voiceGoesToAnAddress(String text) {
    assertThat(WebMedia.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new WebMedia(text, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space", "line\nbreak", "semi;colon", "[section]"})
  void secretsCannotBreakOutOfTheFile(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SipAccount(new PrincipalId("operator-1"), secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", ":5060", "host:0", "host:70000", "a b:1", "h\n:1", "-h:1"})
  void trunksAreHostAndPort(String text) {
    assertThat(HostPort.parse(text)).isEmpty();
  }

  private static String golden(String name) throws IOException {
    try (var in = AsteriskConfigurationTest.class.getResourceAsStream("/golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
