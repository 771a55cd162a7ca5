package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.ivr.asterisk.Capacity;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.router.dispatch.DutyOfficer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  private static final CentreId CENTRE = new CentreId("fr-94-cic");
  @TempDir private Path folder;

  @Test
  void readsNestedAndDottedKeysAlike() throws IOException {
    String nested =
        """
        dispatch:
          default-centre: fr-59-cic
          centres:
            fr-94-cic: {url: "http://127.0.0.1:9000/x", format: native, secret: s}
        telephony: {trunk: "127.0.0.1:5080", fallback-number: "+33170000000", capacity: {calls: 50, per-second: 7}}
        """;
    String dotted =
        """
        dispatch.default-centre: fr-59-cic
        dispatch.centres.fr-94-cic.url: http://127.0.0.1:9000/x
        dispatch.centres.fr-94-cic.secret: s
        telephony.trunk: 127.0.0.1:5080
        telephony.fallback-number: "+33170000000"
        telephony.capacity.calls: 50
        telephony.capacity.per-second: 7
        """;

    Configuration one = valid(nested);
    Configuration other = valid(dotted);

    assertThat(one).isEqualTo(other);
    assertThat(one.centres()).containsOnlyKeys(CENTRE);
    assertThat(one.trunk()).contains(new HostPort("127.0.0.1", 5080));
    assertThat(one.capacity()).isEqualTo(new Capacity(50, 7));
  }

  @Test
  void namesEveryErrorWithItsLine() throws IOException {
    List<String> problems =
        invalid(
            """
            dispatch:
              centres:
                fr-94-cic: {url: "ftp://x", format: pigeon}
            telephony:
              trunk: nowhere
              tunk: 127.0.0.1:5080
              capacity: {calls: 4, per-second: many}
            directory: missing-folder
            """);

    assertThat(problems)
        .anySatisfy(it ->
            assertThat(it)
                .endsWith(":3: 'dispatch.centres.fr-94-cic.url' must be an http(s) address"))
        .anySatisfy(it ->
            assertThat(it)
                .endsWith(":3: centre 'fr-94-cic' needs a 'secret' to sign what is sent to it"))
        .anySatisfy(it ->
            assertThat(it)
                .endsWith(
                    ":3: 'dispatch.centres.fr-94-cic.format' must be 'native', 'cisu' or 'cap'"))
        .anySatisfy(it -> assertThat(it).endsWith(":5: 'telephony.trunk' must be host:port"))
        .anySatisfy(it -> assertThat(it).endsWith(":6: unknown key 'telephony.tunk'"))
        .anySatisfy(
            it -> assertThat(it).endsWith(":7: 'telephony.capacity.calls' must be 5 to 2000"))
        .anySatisfy(
            it -> assertThat(it).endsWith(":7: 'telephony.capacity.per-second' must be 1 to 500"))
        .anySatisfy(it -> assertThat(it).contains("'directory' names what does not exist"));
  }

  @Test
  void centreMayHaveASystemOrADutyOfficerOrBoth() throws IOException {
    Configuration read =
        valid(
            """
            dispatch.centres:
              fr-94-cic: {url: "https://127.0.0.1/x", secret: s, format: cisu, recipient: fr.police.cic94,
                duty-number: "01 70 00 00 00", duty-pin: "0042"}
              be-bru: {duty-number: "02 555 12 12", duty-pin: 20261121}
              fr-59-cic: {url: "http://127.0.0.1/y", secret: s, format: cap, language: nl, sender: ariane}
            """);

    assertThat(read.centres()).containsOnlyKeys(CENTRE, new CentreId("fr-59-cic"));
    CentreSettings settings = Optional.ofNullable(read.centres().get(CENTRE)).orElseThrow();
    assertThat(settings.format()).isEqualTo(CentreSettings.Format.CISU);
    assertThat(settings.recipient()).contains("fr.police.cic94");
    assertThat(read.dutyOfficers())
        .containsEntry(CENTRE, new DutyOfficer(new PhoneNumber("+33170000000"), "0042"))
        .containsEntry(
            new CentreId("be-bru"), new DutyOfficer(new PhoneNumber("+3225551212"), "20261121"))
        .hasSize(2);
    assertThat(read.dutyOfficers().toString()).doesNotContain("0042", "70000000", "5551212");
  }

  @Test
  void everythingWrongAboutCentresIsSaidAtOnceWithItsLine() throws IOException {
    Files.writeString(folder.resolve("garbage"), "no certificate");
    List<String> problems =
        invalid(
            """
            dispatch.centres:
              fr-94-cic:
                url: http://127.0.0.1/x
                secret: s
                signing-key: whsk_AAAA
                tls.truststore: garbage
                duty-pin: "12"
              fr-59-cic:
                url: https://127.0.0.1/y
                secret: s
                format: cap
                language: tlh
                sender: a,b
                tls:
                  keystore: garbage
                  truststore: missing
              be-lie:
                duty-number: nobody
            """);

    assertThat(problems)
        .anySatisfy(it -> assertThat(it).contains(":5: ", "signing-key", "Ed25519"))
        .anySatisfy(it -> assertThat(it).contains(":6: ", "'tls' needs an https address"))
        .anySatisfy(it -> assertThat(it).contains(":6: ", "no PEM certificates can be read"))
        .anySatisfy(it -> assertThat(it).contains(":7: ", "a PIN of 4 to 12 digits"))
        .anySatisfy(it -> assertThat(it).contains("'fr-94-cic': a duty officer needs"))
        .anySatisfy(it -> assertThat(it).contains(":12: ", "one of fr, nl, de, en"))
        .anySatisfy(it -> assertThat(it).contains(":13: ", "sender"))
        .anySatisfy(it -> assertThat(it).contains("need each other"))
        .anySatisfy(it -> assertThat(it).contains(":16: ", "names what does not exist"))
        .anySatisfy(it -> assertThat(it).contains(":18: ", "a telephone number"))
        .noneSatisfy(it -> assertThat(it).contains("'be-lie' needs a 'url'"));
  }

  @Test
  void keystoreThatCannotBeOpenedIsAnErrorAtStart() throws IOException {
    Files.writeString(folder.resolve("store.p12"), "no store");
    Files.writeString(folder.resolve("password"), "secret-word");
    List<String> problems =
        invalid(
            """
            dispatch.centres.fr-94-cic:
              url: https://127.0.0.1/x
              secret: s
              tls: {keystore: store.p12, password-file: password}
            """);

    assertThat(problems).singleElement().asString().contains(":4: no key can be read from");
    assertThat(problems.toString()).doesNotContain("secret-word");
  }

  @Test
  void brokenYamlIsOneErrorWithItsLine() throws IOException {
    assertThat(invalid("telephony: {trunk\n"))
        .singleElement()
        .asString()
        .containsPattern(":[12]: ");
  }

  @Test
  void nothingSaidIsTheSample() {
    var result = ConfigurationFile.read(Optional.empty(), Path.of("/home"));

    assertThat(result).isInstanceOf(ConfigurationFile.Result.Valid.class);
    Configuration configuration = ((ConfigurationFile.Result.Valid) result).configuration();
    assertThat(configuration.defaultCentre()).isEqualTo(CENTRE);
    assertThat(configuration.directory()).isEqualTo(Path.of("/home/directory/sample"));
  }

  private Configuration valid(String text) throws IOException {
    var result = read(text);
    assertThat(result).isInstanceOf(ConfigurationFile.Result.Valid.class);
    return ((ConfigurationFile.Result.Valid) result).configuration();
  }

  private List<String> invalid(String text) throws IOException {
    var result = read(text);
    assertThat(result).isInstanceOf(ConfigurationFile.Result.Invalid.class);
    return ((ConfigurationFile.Result.Invalid) result).problems();
  }

  private ConfigurationFile.Result read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ariane.yaml"), text);
    return ConfigurationFile.read(Optional.of(file), folder);
  }
}
