package org.ariane.router.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.KnownAlarm;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.Test;

class CallerNotesTest {
  private static final ContactId SHE = new ContactId("co-01JD8Z4T9K0000000000000000");
  private static final PrincipalId ONE = new PrincipalId("operator-1");
  private static final PrincipalId TWO = new PrincipalId("operator-2");
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  private final List<String> told = new ArrayList<>();
  private Optional<KnownAlarm> alarm = Optional.empty();
  private final CallerNotes notes =
      new CallerNotes(
          (operator, news) -> told.add(operator + " " + text(news)), (contact, who) -> alarm);

  @Test
  void keysAreShownInOrderToWhoeverTalksWithHer() {
    notes.pressed(SHE, '1', AT);
    notes.pressed(SHE, '#', AT);
    assertThat(told).isEmpty();

    notes.joined(SHE, ONE);
    notes.pressed(SHE, '2', AT);
    notes.joined(SHE, TWO);
    notes.pressed(SHE, '1', AT);

    assertThat(told)
        .containsExactly("operator-1 1#", "operator-1 1#2", "operator-2 1#2", "operator-2 1#21");
  }

  @Test
  void nobodyIsShownAnythingAfterTheyParted() {
    notes.joined(SHE, ONE);
    notes.parted(SHE);
    notes.pressed(SHE, '1', AT);
    notes.mark(SHE, new CallerNote.WishesCallback());
    assertThat(told).isEmpty();
    assertThat(notes.shownTo(ONE)).isEmpty();

    notes.gone(SHE);
    notes.joined(SHE, TWO);
    assertThat(told).isEmpty();
  }

  @Test
  void marksAndAlarmsAreShownOnceAndAgainOnAPageThatIsOpenedLater() {
    alarm = Optional.of(alarm("critical"));
    notes.mark(SHE, new CallerNote.WishesCallback());
    notes.mark(SHE, new CallerNote.WishesCallback());
    notes.joined(SHE, ONE);
    notes.mark(SHE, new CallerNote.WishesCallback());

    assertThat(told).containsExactly("operator-1 critical", "operator-1 wishes");
    assertThat(notes.shownTo(ONE)).hasSize(2);
    assertThat(notes.shownTo(TWO)).isEmpty();
  }

  @Test
  void anAlarmThatBeginsOrChangesDuringTheTalkIsShownOnce() {
    notes.joined(SHE, ONE);
    notes.refresh();
    alarm = Optional.of(alarm("high"));
    notes.refresh();
    notes.refresh();
    alarm = Optional.of(alarm("critical"));
    notes.refresh();
    assertThat(told).containsExactly("operator-1 high", "operator-1 critical");

    notes.parted(SHE);
    alarm = Optional.of(alarm("normal"));
    notes.refresh();
    assertThat(told).hasSize(2);
  }

  private static KnownAlarm alarm(String urgency) {
    return new KnownAlarm(
        new IncidentId("in-01JD8Z4T9K0000000000000000"),
        AT,
        "open",
        urgency,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Test
  void whatIsNoKeyIsNotShown() {
    notes.joined(SHE, ONE);
    notes.pressed(SHE, 'A', AT);
    notes.pressed(SHE, '\n', AT);
    assertThat(told).isEmpty();
  }

  private static String text(DeskNews news) {
    if (!(news instanceof DeskNews.About about)) {
      return "?";
    }
    return switch (about.note()) {
      case CallerNote.Keys keys -> {
        StringBuilder text = new StringBuilder();
        keys.pressed().forEach(pressed -> text.append(pressed.key()));
        yield text.toString();
      }
      case CallerNote.Alarmed alarmed -> alarmed.alarm().urgency();
      case CallerNote.WishesCallback wishes -> "wishes";
      case CallerNote.AlarmedBySilence silence -> "silence";
    };
  }
}
