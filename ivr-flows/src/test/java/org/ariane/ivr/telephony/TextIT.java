package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.asterisk.ExerciseLine;
import org.ariane.router.text.TextMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Text messages at the real switch: what comes in, what goes out, what nobody takes.
class TextIT extends PhoneTest {
  private static final String HERS = "+33677777701";
  private static final String FLOODER = "+33699999903";
  private static final String OTHERS = "+33688888802";
  private static final String SECRET = "3367{5}|3368{5}|2.: \\(a|Bonjour";

  private final List<TextMessage> inbox = new CopyOnWriteArrayList<>();
  private TextPhone carrier;

  @BeforeEach
  void open() {
    asterisk().console("dialplan set global ARIANE_TEXT_ALONE 0");
    carrier = new TextPhone(trunkPort(), asterisk().settings().sipPort());
  }

  @AfterEach
  void close() {
    carrier.close();
  }

  @Test
  void wordsComeInWholeGoOutWholeAndStandNowhereInTheSwitch() {
    house.voice().handTextsTo(inbox::add);
    String words = "ok :) voir : x) } fin\r\n2 : (a\n\"b\" \\ ${EPOCH} été, |; مرحبا";
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort())) {
      assertThat(carrier.send("3919", HERS, words)).isEqualTo(202);
      String exercise =
          ExerciseLine.of(new PhoneNumber("3919"), asterisk().settings().amiSecret()).dialled();
      assertThat(carrier.send(exercise, OTHERS, "1")).isEqualTo(202);
      await().atMost(SOON).until(() -> inbox.size() == 2);
      assertThat(inbox.getFirst())
          .isEqualTo(
              new TextMessage(
                  new PhoneNumber(HERS),
                  new PhoneNumber("3919"),
                  Optional.of(words.replace("\r", "")),
                  0,
                  false));
      assertThat(inbox.getLast().exercise()).isTrue();

      // What the switch cannot read comes as nothing: longer than it takes, damaged, empty.
      byte[] damaged = "été".getBytes(StandardCharsets.ISO_8859_1);
      for (byte[] body : List.of("x".repeat(1_400).getBytes(StandardCharsets.UTF_8), damaged)) {
        assertThat(carrier.send("3919", "<sip:" + HERS + "@127.0.0.1>", "", body)).isEqualTo(202);
      }
      await().atMost(SOON).until(() -> inbox.size() == 4);
      assertThat(inbox.subList(2, 4)).allMatch(message -> message.words().isEmpty());

      // Nobody could answer these, or they are no lines: said before anything is accepted.
      byte[] hello = "x".getBytes(StandardCharsets.UTF_8);
      String shown = "<sip:" + HERS + "@127.0.0.1>";
      assertThat(carrier.send("3919", shown, "Privacy: id\n", hello)).isEqualTo(404);
      for (String from :
          List.of(
              "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
              "<sip:+33677777701@anonymous.invalid>",
              "<sip:127.0.0.1>",
              "<sip:0677777701@127.0.0.1>",
              "<sip:trunk@127.0.0.1>")) {
        assertThat(carrier.send("3919", from, "", hello)).as(from).isEqualTo(404);
      }
      assertThat(carrier.send("112", HERS, "x")).isEqualTo(404);
      assertThat(carrier.send("3919", "<sip:operator-1@127.0.0.1>", "", hello)).isEqualTo(401);
      assertThat(inbox).hasSize(4);

      String answer = "Bonjour,\n2e ligne : (a, été; مرحبا";
      assertThat(outbox().send(new PhoneNumber("3919"), new PhoneNumber(HERS), answer)).isTrue();
      await().atMost(SOON).until(() -> carrier.received(HERS).equals(List.of(answer)));
      assertThat(carrier.all().getFirst().from()).startsWith("<sip:3919@127.0.0.1>");
      // Its own test events, which no account of the product hears, name where it sends to.
      assertThat(
              spy.events().stream()
                  .filter(event -> !"TestEvent".equals(event.get("Event")))
                  .toList()
                  .toString())
          .doesNotContainPattern(SECRET);
      assertThat(
              spy.events().stream().filter(event -> event.containsValue("Message/ast_msg_queue")))
          .isNotEmpty();
      assertThat(asterisk().console("core show globals") + asterisk().log())
          .doesNotContainPattern(SECRET);
    }
  }

  private org.ariane.router.text.TextOutbox outbox() {
    return house.voice().texts().orElseThrow();
  }

  @Test
  void floodOfOneTakesNothingFromOthersAndIsCounted() {
    house.voice().handTextsTo(inbox::add);
    byte[] words = "flood".getBytes(StandardCharsets.UTF_8);
    for (int n = 0; n < 600; n++) {
      carrier.post("3919", "<sip:" + FLOODER + "@127.0.0.1>", "", words);
    }
    assertThat(carrier.send("3919", OTHERS, "help")).isEqualTo(202);
    await().atMost(SOON).until(() -> from(OTHERS) == 1);
    assertThat(from(FLOODER)).isBetween(15L, 60L);
    await()
        .atMost(SOON)
        .until(() -> {
          carrier.send("3919", FLOODER, "more");
          return inbox.stream().anyMatch(message -> message.missed() > 100);
        });
    assertThat(inbox)
        .filteredOn(it -> it.from().dialled().equals(OTHERS))
        .allMatch(it -> it.missed() == 0);
  }

  private long from(String number) {
    return inbox.stream().filter(message -> message.from().dialled().equals(number)).count();
  }

  /// Nothing takes them at first, then something does: none is lost, and in order. Nothing for
  /// good: she is told, and what to do in danger.
  @Test
  void switchKeepsThemUntilAServerComesAndAnswersByItselfWhereNoneDoes() {
    IntStream.range(0, 5)
        .forEach(n -> assertThat(carrier.send("3919", HERS, "m" + n)).isEqualTo(202));
    house.voice().handTextsTo(inbox::add);
    await().atMost(SOON).until(() -> inbox.size() == 5);
    assertThat(inbox.stream().map(message -> message.words().orElse("-")))
        .containsExactly("m0", "m1", "m2", "m3", "m4");

    house.voice().close();
    assertThat(carrier.send("3919", OTHERS, "m5")).isEqualTo(202);
    await().atMost(END).until(() -> carrier.received(OTHERS).size() == 1);
    assertThat(carrier.received(OTHERS).getFirst()).contains("112", "114", "perdu");
    assertThat(carrier.received(HERS)).isEmpty();
  }
}
