package org.ariane.router.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ariane.router.desk.TransferState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransferCourseTest {
  @ParameterizedTest
  @CsvSource({
    "WARM, CONSULTING, CONSULTING",
    "BLIND, JOINED, JOINED",
    "CONFERENCE, JOINED, JOINED",
  })
  void takenLeadsToATalkAsideOnlyWhereItIsWarm(
      TransferKind kind, TransferPhase phase, TransferState shown) {
    TransferCourse course =
        TransferCourse.of(kind, TransferPhase.RINGING, new TransferEvent.Taken());
    assertThat(course.phase()).isEqualTo(phase);
    assertThat(course.effects())
        .contains(
            new TransferEffect.Note("transfer-taken", kind.wireName()),
            new TransferEffect.Tell(shown, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"busy", "no-answer", "declined", "silent", "unreachable", "lost", "back"})
  void whateverFailsIsToldWithItsCauseAndCounted(String cause) {
    TransferCourse course =
        TransferCourse.of(
            TransferKind.BLIND, TransferPhase.RINGING, new TransferEvent.Returned(cause));
    assertThat(course.phase()).isEqualTo(TransferPhase.OVER);
    assertThat(course.effects())
        .containsExactly(
            new TransferEffect.Note("transfer-returned", cause),
            new TransferEffect.Tell(TransferState.RETURNED, Optional.of(cause)),
            new TransferEffect.Count(cause));
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferPhase.class,
      names = {"RINGING", "CONSULTING", "JOINED"})
  void sheIsTheTargetsOnceTheOperatorLeft(TransferPhase phase) {
    TransferCourse course = TransferCourse.of(TransferKind.WARM, phase, new TransferEvent.Left());
    assertThat(course.phase()).isEqualTo(TransferPhase.OVER);
    assertThat(course.effects())
        .contains(
            new TransferEffect.Moved(),
            new TransferEffect.Tell(TransferState.ACCEPTED, Optional.empty()),
            new TransferEffect.Count("done"));
  }

  @ParameterizedTest
  @EnumSource(TransferStep.class)
  void whatTheOperatorWantsMovesNothingByItself(TransferStep step) {
    for (TransferPhase phase : List.of(TransferPhase.CONSULTING, TransferPhase.JOINED)) {
      TransferCourse course =
          TransferCourse.of(TransferKind.WARM, phase, new TransferEvent.Wanted(step));
      assertThat(course)
          .isEqualTo(new TransferCourse(phase, List.of(new TransferEffect.Order(step))));
    }
  }

  @Test
  void nobodyIsLeftWithATargetThatHasNotTakenHer() {
    for (TransferStep step : List.of(TransferStep.JOIN, TransferStep.LEAVE)) {
      assertThat(
              TransferCourse.of(
                      TransferKind.WARM, TransferPhase.RINGING, new TransferEvent.Wanted(step))
                  .effects())
          .containsExactly(new TransferEffect.Refused(TransferCourse.NOT_TAKEN));
    }
    assertThat(
            TransferCourse.of(
                    TransferKind.WARM,
                    TransferPhase.RINGING,
                    new TransferEvent.Wanted(TransferStep.BACK))
                .effects())
        .containsExactly(new TransferEffect.Order(TransferStep.BACK));
  }

  @Test
  void newsThatComeTwiceOrLateChangeNothing() {
    for (TransferEvent event :
        List.of(
            new TransferEvent.Taken(),
            new TransferEvent.Returned("busy"),
            new TransferEvent.Together(),
            new TransferEvent.Left(),
            new TransferEvent.TargetGone(),
            new TransferEvent.CallerGone())) {
      assertThat(TransferCourse.of(TransferKind.WARM, TransferPhase.OVER, event))
          .isEqualTo(new TransferCourse(TransferPhase.OVER, List.of()));
    }
    assertThat(
            TransferCourse.of(TransferKind.WARM, TransferPhase.JOINED, new TransferEvent.Taken()))
        .isEqualTo(new TransferCourse(TransferPhase.JOINED, List.of()));
    assertThat(
            TransferCourse.of(
                TransferKind.WARM, TransferPhase.JOINED, new TransferEvent.Together()))
        .isEqualTo(new TransferCourse(TransferPhase.JOINED, List.of()));
  }
}
