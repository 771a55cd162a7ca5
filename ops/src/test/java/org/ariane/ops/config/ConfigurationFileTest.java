package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.ivr.asterisk.HostPort;
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
        telephony: {trunk: "127.0.0.1:5080", fallback-number: "+33170000000"}
        """;
    String dotted =
        """
        dispatch.default-centre: fr-59-cic
        dispatch.centres.fr-94-cic.url: http://127.0.0.1:9000/x
        dispatch.centres.fr-94-cic.secret: s
        telephony.trunk: 127.0.0.1:5080
        telephony.fallback-number: "+33170000000"
        """;

    Configuration one = valid(nested);
    Configuration other = valid(dotted);

    assertThat(one).isEqualTo(other);
    assertThat(one.centres()).containsOnlyKeys(CENTRE);
    assertThat(one.trunk()).contains(new HostPort("127.0.0.1", 5080));
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
                .endsWith(":3: centre 'fr-94-cic': only the format 'native' exists so far"))
        .anySatisfy(it -> assertThat(it).endsWith(":5: 'telephony.trunk' must be host:port"))
        .anySatisfy(it -> assertThat(it).endsWith(":6: unknown key 'telephony.tunk'"))
        .anySatisfy(it -> assertThat(it).contains("'directory' names what does not exist"));
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
