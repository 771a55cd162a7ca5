package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.ariane.ivr.telephony.NeedsTelephony;
import org.ariane.ivr.telephony.Ports;
import org.ariane.ivr.telephony.TextPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody who cannot speak writes to a line, from her carrier to the operator's desk and back,
/// also while the server is killed with `KILL`.
@ExtendWith(NeedsTelephony.class)
class TextJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String HERS = "+33677777701";
  private static final String SECRET = "77777701";

  @Test
  void sheIsAnsweredByAHumanAlarmsThePoliceAndIsNotLostWithTheServer() throws IOException {
    int trunk = Ports.udp();
    try (RunningAriane ariane =
            RunningAriane.withTelephony("telephony:\n  trunk: 127.0.0.1:" + trunk + "\n");
        TextPhone carrier = new TextPhone(trunk, ariane.sipPort())) {
      try {
        journey(ariane, carrier);
      } catch (AssertionError | RuntimeException e) {
        System.err.println(ariane.log());
        throw e;
      }
    }
  }

  private static void journey(RunningAriane ariane, TextPhone carrier) throws IOException {
    String contact;
    try (OpenDesk desk = new OpenDesk(ariane, "operator-1")) {
      assertThat(carrier.send("3919", HERS, "Aidez-moi :) svp : vite")).isEqualTo(202);
      reads(carrier, "Une personne, pas une machine");
      JsonObject offer = desk.accepts();
      contact = offer.getString("contact");
      assertThat(offer.getString("medium")).isEqualTo("text-message");
      assertThat(desk.all()).contains("Aidez-moi :) svp : vite");
      desk.writes(contact, "o1", "Je vous lis :) où : ici ?");
      desk.writes(contact, "o1", "Je vous lis :) où : ici ?");
      reads(carrier, "Je vous lis :) où : ici ?");
      assertThat(stored(ariane)).doesNotContain(SECRET, "Aidez-moi", "Je vous lis");

      carrier.send("3919", HERS, "1");
      reads(carrier, "Personne ne peut venir");
      carrier.send("3919", HERS, "94700");
      // No centre listens here, and she is told so.
      reads(carrier, "Appelez vous-même");
      JsonObject danger = desk.hears("danger", frame -> frame.containsKey("incident"));
      assertThat(ariane.as("dispatcher-1").get("/v1/incidents?state=open").text())
          .contains(danger.getString("incident"));
      assertThat(desk.all()).doesNotContain(SECRET);
    }

    ariane.kill("server");
    assertThat(carrier.send("3919", HERS, "encore là")).isEqualTo(202);
    reads(carrier, "Notre connexion a été interrompue");
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> ariane.asNobody().get("/health/live").status() == 200);
    try (OpenDesk desk = new OpenDesk(ariane, "operator-1")) {
      JsonObject offer = desk.accepts();
      assertThat(offer.getString("contact")).isEqualTo(contact);
      assertThat(offer.getString("danger")).isEqualTo("alerted");
      await().atMost(SOON).until(() -> desk.all().contains("encore là"));
      assertThat(desk.all()).doesNotContain("Aidez-moi", SECRET);
      desk.writes(contact, "o2", "Je suis de nouveau là");
      reads(carrier, "Je suis de nouveau là");
      desk.say(new JsonObject().put("type", "end").put("contact", contact));
      reads(carrier, "La conversation est terminée");
    }
    assertThat(carrier.received(HERS).stream().filter(text -> text.startsWith("Je "))).hasSize(2);
    assertThat(ariane.log()).doesNotContain(SECRET, "Aidez-moi", "encore là");
    assertThat(ariane.asNobody().get("/metrics").text())
        .contains("ariane_chat_texts_total")
        .doesNotContain(SECRET);
  }

  private static void reads(TextPhone carrier, String part) {
    await("reads " + part)
        .atMost(SOON)
        .until(() -> carrier.received(HERS).stream().anyMatch(text -> text.contains(part)));
  }

  /// All that Redis wrote to disk.
  private static String stored(RunningAriane ariane) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(ariane.data())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".aof")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString()).contains("{text-chat}:ids");
    return all.toString();
  }
}
