package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ariane.ivr.asterisk.AsteriskConfiguration;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Recordings of people that a coordinator puts into the data folder, in the container as `ops/run`
/// makes it: the right one is heard, what is wrong is named and not used.
@ExtendWith(NeedsTelephony.class)
class RecordingsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String SOUNDS = "/usr/share/asterisk/sounds/fr/ariane/";
  private static final String MAKE =
      """
      set -euo pipefail
      ROOT=$1 DATA=$2 ASTERISK_IMAGE=$ARIANE_ASTERISK_IMAGE
      source "$ROOT/ops/lib/say.sh"
      source "$ROOT/ops/lib/asterisk.sh"
      create_container "$3"
      docker start "$3"
      """;

  @TempDir private Path data;

  @Test
  void rightOneIsHeardAndWrongOnesAreNamedWithTheReason() throws IOException {
    AsteriskSettings settings = Asterisk.freshSettings();
    AsteriskConfiguration.write(settings, data.resolve("asterisk"));
    record("fr/welcome.wav", wav(8_000, 1));
    record("fr/language.wav", wav(16_000, 2));
    record("fr/choice.wav", "no sound".getBytes(StandardCharsets.US_ASCII));
    record("fr/welcom.wav", wav(8_000, 1));
    record("fr/w.lcome.wav", wav(8_000, 1));
    record("xx/welcome.wav", wav(8_000, 1));
    String name = "ariane-recordings-" + settings.sipPort();
    try (Ear ear = new Ear()) {
      String said = run("bash", "-c", MAKE, "make", ROOT.toString(), data.toString(), name);

      assertThat(said.lines().filter(line -> line.startsWith("ariane: ")))
          .satisfiesExactlyInAnyOrder(
              line -> unusable(line, "fr/language.wav"),
              line -> unusable(line, "fr/choice.wav"),
              line -> unnamed(line, "fr/welcom.wav", "fr"),
              line -> unnamed(line, "fr/w.lcome.wav", "fr"),
              line -> unnamed(line, "xx/welcome.wav", "xx"),
              line -> assertThat(line).isEqualTo("ariane: 1 recordings replace spoken prompts"));
      assertThat(run("docker", "exec", name, "ls", SOUNDS))
          .contains("welcome.wav", "language.wav")
          .doesNotContain("welcom.wav", "w.lcome.wav");
      assertThat(size(name, "welcome.wav")).isEqualTo(wav(8_000, 1).length);
      assertThat(size(name, "language.wav")).isNotEqualTo(wav(16_000, 2).length);

      try (House house = new House(settings)) {
        await().atMost(Duration.ofSeconds(30)).until(() -> house.voice().health().amiConnected());
        try (Sipp caller = Sipp.call(settings.sipPort(), "3919", Script.caller(), ear)) {
          // A second of it, in packets of 20 ms, of which a busy machine may lose some.
          await().atMost(Duration.ofSeconds(15)).until(() -> ear.steadyPackets() > 40);
          assertThat(caller.talks()).isTrue();
        }
      }
    } finally {
      run("docker", "rm", "-f", name);
    }
  }

  private static void unusable(String line, String file) {
    assertThat(line)
        .contains("recordings/" + file + " is no WAV of 16 bit, one channel, 8000 Hz: not used");
  }

  private static void unnamed(String line, String file, String language) {
    assertThat(line)
        .contains("recordings/" + file + " names no prompt of")
        .endsWith(language + ".properties: not used.");
  }

  private void record(String file, byte[] content) throws IOException {
    Path target = data.resolve("recordings").resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, content);
  }

  private static long size(String container, String file) throws IOException {
    return Long.parseLong(
        run("docker", "exec", container, "stat", "-c", "%s", SOUNDS + file).strip());
  }

  /// A second of a tone that no voice has: two values in turn.
  private static byte[] wav(int rate, int channels) {
    int bytes = rate * channels * 2;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) channels).putInt(rate);
    wav.putInt(rate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (int i = 0; i < rate * channels; i++) {
      wav.putShort((short) (i % 8 < 4 ? 8_000 : -8_000));
    }
    return wav.array();
  }

  /// What a command says, all of it.
  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
          .as(said)
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said;
  }
}
