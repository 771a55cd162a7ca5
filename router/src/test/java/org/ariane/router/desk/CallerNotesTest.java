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
    notes.handed(SHE, TWO);
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

  /// A colleague sees no more than she agreed to: neither what she pressed before, nor her alarm,
  /// nor where it is. A supervisor who takes the talk over from there sees the same.
  @Test
  void whoIsPassedOnIsShownAsFarAsSheAgreed() {
    alarm = Optional.of(placed("critical"));
    "94700".chars().forEach(key -> notes.pressed(SHE, (char) key, AT));
    notes.mark(SHE, new CallerNote.WishesCallback());
    notes.mark(SHE, new CallerNote.AlarmedBySilence());
    notes.joined(SHE, ONE);
    told.clear();

    notes.passedOn(SHE, new PassedOn(false, false));
    notes.handed(SHE, TWO);
    notes.refresh();
    assertThat(notes.shownTo(TWO)).isEmpty();
    notes.pressed(SHE, '1', AT);
    notes.mark(SHE, new CallerNote.AlarmedBySilence());
    assertThat(told).containsExactly("operator-2 1");

    notes.passedOn(SHE, new PassedOn(false, true));
    notes.handed(SHE, ONE);
    assertThat(told).contains("operator-1 critical", "operator-1 silence");
    assertThat(placesShownTo(ONE)).isEmpty();
    notes.passedOn(SHE, new PassedOn(true, true));
    notes.handed(SHE, TWO);
    assertThat(placesShownTo(TWO)).containsExactly("94700 Maisons-Alfort");
  }

  @Test
  void whoTakesHerFromTheQueueAgainIsShownAll() {
    alarm = Optional.of(placed("critical"));
    notes.joined(SHE, ONE);
    notes.pressed(SHE, '1', AT);
    notes.passedOn(SHE, new PassedOn(false, false));
    notes.handed(SHE, TWO);
    notes.parted(SHE);
    told.clear();

    notes.joined(SHE, ONE);
    assertThat(told).containsExactly("operator-1 critical", "operator-1 1");
  }

  /// Fifty keys are kept: those of before do not come into view as they are pushed out.
  @Test
  void keysOfBeforeStayHiddenHoweverManyFollow() {
    notes.joined(SHE, ONE);
    for (int i = 0; i < 49; i++) {
      notes.pressed(SHE, '9', AT);
    }
    notes.passedOn(SHE, new PassedOn(false, false));
    notes.handed(SHE, TWO);
    told.clear();
    for (int i = 0; i < 4; i++) {
      notes.pressed(SHE, '1', AT);
    }
    assertThat(told)
        .containsExactly("operator-2 1", "operator-2 11", "operator-2 111", "operator-2 1111");
  }

  private List<String> placesShownTo(PrincipalId operator) {
    return notes.shownTo(operator).stream()
        .flatMap(news ->
            news instanceof DeskNews.About about
                    && about.note() instanceof CallerNote.Alarmed alarmed
                ? alarmed.alarm().place().stream()
                : java.util.stream.Stream.empty())
        .toList();
  }

  private static KnownAlarm placed(String urgency) {
    return new KnownAlarm(
        new IncidentId("in-01JD8Z4T9K0000000000000000"),
        AT,
        "open",
        urgency,
        Optional.of("94700 Maisons-Alfort"),
        Optional.empty(),
        false);
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
