package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseTest {
  private long sent;
  private Pulse pulse = Pulse.NONE;

  private Pulse looks(int count, int packetsEach) {
    for (int i = 0; i < count; i++) {
      sent += packetsEach;
      pulse = pulse.next(sent, Pulse.LOOK_EVERY);
    }
    return pulse;
  }

  @Test
  void steadyStreamThatStopsForThreeSecondsIsLost() {
    looks(30, 37);
    assertThat(looks(3, 0).stopped()).isFalse();
    assertThat(pulse.suspect()).isTrue();
    assertThat(looks(1, 0).stopped()).isTrue();
  }

  @Test
  void telephoneThatSendsOnlyKeysIsNeverTakenForLost() {
    looks(1, 10);
    assertThat(looks(1_000, 0).stopped()).isFalse();
  }

  @Test
  void telephoneThatSuppressesSilenceIsNeverTakenForLost() {
    for (int i = 0; i < 50; i++) {
      looks(10, 25);
      assertThat(looks(6, 0).stopped()).isFalse();
    }
  }

  @Test
  void whoSpeaksWithoutAStopOverATelephoneThatSuppressesSilenceIsNotLostWhenSheListens() {
    for (int i = 0; i < 100; i++) {
      looks(1, 37);
      looks(1, i % 5 == 0 ? 30 : 36);
    }
    assertThat(looks(10, 0).stopped()).isFalse();
  }

  @Test
  void slowTelephonesAreSteadyToo() {
    looks(30, 19);
    assertThat(looks(4, 0).stopped()).isTrue();
  }

  @Test
  void shortRecordingIsNoStream() {
    looks(24, 37);
    assertThat(looks(20, 0).stopped()).isFalse();
  }

  @Test
  void holdBeginsTheCountAnew() {
    looks(30, 37);
    looks(2, 0);
    pulse = pulse.held();
    assertThat(looks(5, 0).stopped()).isFalse();
    looks(28, 37);
    assertThat(looks(4, 0).stopped()).isTrue();
  }

  @Test
  void counterThatBeginsAnewIsASignOfLife() {
    looks(30, 37);
    sent = 0;
    assertThat(looks(1, 5).quiet()).isZero();
  }
}
