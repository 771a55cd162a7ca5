package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.router.assignment.Decision;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.transfer.SupervisionMode;
import org.ariane.router.transfer.TransferAnswer;
import org.junit.jupiter.api.Test;

/// A supervisor comes into a talk: never before all in it were told.
@SuppressWarnings("NullAway.Init")
class SuperviseIT extends PhoneTest {
  private ContactId contact;

  @Test
  void supervisorIsAnnouncedThenListensHelpsAndTakesOver() {
    register("operator-1", firstPhone);
    Sipp.register(asterisk().settings().sipPort(), "supervisor-1", Asterisk.PASSWORD, secondPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp caller = call(toTheQueue());
    offers("accepted", 1);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).size() == 1);
    contact = house.switchboard.talks(ContactChannel.CALL).keySet().iterator().next();
    Sipp supervisor = phone(secondPhone, presses("1").after(Duration.ofSeconds(40)).hangsUp());

    told(SupervisionMode.LISTEN);
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> channels().contains("Playback!fr/ariane/supervise-join"));
    assertThat(room()).doesNotContain("supervisor-1");
    assertThat(modes()).isEmpty();
    await().atMost(SOON).until(() -> room().contains("supervisor-1"));
    assertThat(room().lines().filter(line -> line.startsWith("PJSIP/supervisor-1")))
        .singleElement()
        .satisfies(
            line -> assertThat(line.replaceAll(".*supervisor-1-[0-9a-f]+ +", "")).contains("m"));
    assertThat(modes()).containsExactly("listen");

    told(SupervisionMode.HELP);
    await().atMost(SOON).until(() -> channels().contains("ChanSpy"));
    assertThat(channels()).contains("ChanSpy!PJSIP/operator-1-");
    assertThat(room()).doesNotContain("supervisor-1");

    told(SupervisionMode.TAKE_OVER);
    await().atMost(SOON).until(() -> room().contains("supervisor-1"));
    endsWell(operator);
    await().atMost(SOON).until(() -> !room().contains("operator-1"));
    assertThat(caller.talks()).isTrue();
    assertThat(house.switchboard.talksTo(contact)).contains(House.SUPERVISOR);
    assertThat(modes()).containsExactly("listen", "help", "take-over");
    assertThat(house.switchboard.decisions(contact).stream().map(Decision::code))
        .contains("supervised");

    endsWell(supervisor);
    endsWell(caller);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).isEmpty());
  }

  /// Each time another server goes on: she listens, helps, takes over, and leaves.
  @Test
  void supervisorGoesOnWithServersThatComeAfterwards() {
    register("operator-1", firstPhone);
    Sipp.register(asterisk().settings().sipPort(), "supervisor-1", Asterisk.PASSWORD, secondPhone);
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp caller = call(toTheQueue());
    offers("accepted", 1);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).size() == 1);
    contact = house.switchboard.talks(ContactChannel.CALL).keySet().iterator().next();
    Sipp supervisor = phone(secondPhone, presses("1"));
    told(SupervisionMode.LISTEN);
    await().atMost(SOON).until(() -> modes().equals(List.of("listen")));

    freshServer("listen");
    told(SupervisionMode.HELP);
    await().atMost(SOON).until(() -> modes().equals(List.of("listen", "help")));
    assertThat(channels()).contains("ChanSpy!PJSIP/operator-1-");

    freshServer("help");
    told(SupervisionMode.TAKE_OVER);
    endsWell(operator);
    await()
        .atMost(SOON)
        .until(() -> house.switchboard.talksTo(contact).equals(Optional.of(House.SUPERVISOR)));
    assertThat(modes()).containsExactly("help", "take-over");

    freshServer("take-over");
    assertThat(caller.talks() && supervisor.talks()).isTrue();
    told(SupervisionMode.END);
    endsWell(supervisor);
    endsWell(caller);
    await().atMost(SOON).until(() -> house.switchboard.talks(ContactChannel.CALL).isEmpty());
    assertThat(house.supervisions.knows(contact)).isFalse();
  }

  /// Takes the place of the one before, and finds who supervises and how.
  private void freshServer(String mode) {
    house.close();
    house = new House(asterisk().settings());
    await()
        .atMost(SOON)
        .until(() ->
            house.supervisions.standing(contact, House.supervisor()).equals(Optional.of(mode)));
    assertThat(modes()).containsExactly(mode);
  }

  private void told(SupervisionMode mode) {
    assertThat(house.supervisions.ask(contact, House.supervisor(), mode))
        .isEqualTo(new TransferAnswer.Told());
  }

  private List<String> modes() {
    return house.news.stream()
        .filter(DeskNews.Supervised.class::isInstance)
        .map(DeskNews.Supervised.class::cast)
        .map(DeskNews.Supervised::mode)
        .distinct()
        .toList();
  }

  private String room() {
    return asterisk().console("confbridge list " + contact);
  }

  private static String channels() {
    return asterisk().console("core show channels concise");
  }
}
