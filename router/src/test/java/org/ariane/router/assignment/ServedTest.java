package org.ariane.router.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedTest {
  private static Served served(int ended, int minutes) {
    return new Served(ended, Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @CsvSource({
    // ended, operators' minutes, place, operators, minutes said
    // 1 - (100/(100+t))^10 >= 0.8 from t = 17.46 on, where the mean is 10
    "10, 100, 1, 1, 18",
    "10, 100, 1, 2, 9",
    "10, 100, 3, 1, 48",
    "10, 100, 3, 5, 10",
    // the same mean on more evidence is said shorter, on less longer
    "100, 1000, 1, 1, 17",
    "5, 50, 1, 1, 19",
    // never less than a minute
    "50, 50, 1, 50, 1",
    "6, 600, 50, 1, 120",
  })
  void fourInFiveAreServedInTheMinutesThatAreSaid(
      int ended, int spent, int place, int operators, int minutes) {
    assertThat(served(ended, spent).wait(place, operators))
        .isEqualTo(Optional.of(Duration.ofMinutes(minutes)));
  }

  @Test
  void nothingIsSaidOnLittleEvidenceOrWithNobodyThere() {
    assertThat(served(4, 40).wait(1, 1)).isEmpty();
    assertThat(served(10, 100).wait(1, 0)).isEmpty();
    assertThat(new Served(10, Duration.ZERO).wait(1, 1)).isEmpty();
  }

  @Test
  void probabilitiesStayRightWhereNumbersAreLarge() {
    assertThat(served(10, 100).servedWithin(17.46 * 60, 1, 1)).isCloseTo(0.8, within(0.001));
    assertThat(served(2_000, 20_000).servedWithin(60, 500, 10)).isCloseTo(0, within(1e-9));
    assertThat(served(2_000, 20_000).servedWithin(7_200 * 60.0, 500, 10))
        .isCloseTo(1, within(0.01));
    assertThat(served(2_000, 2).wait(1_000, 1)).isPresent();
  }

  /// Operators who are all busy, talks of random length: what was said must hold for four in five,
  /// also where it rests on the least evidence that is taken.
  @ParameterizedTest
  @CsvSource({"5, 1, 1", "5, 3, 4", "20, 2, 5", "60, 6, 10"})
  void whatIsSaidIsNotTooLow(int evidence, int operators, int place) {
    Random random = new Random(20_261_124);
    int held = 0;
    int told = 0;
    for (int i = 0; i < 4_000; i++) {
      Line line = new Line(operators, random);
      Duration spent = line.serve(evidence);
      Optional<Duration> said = new Served(evidence, spent).wait(place, operators);
      if (said.filter(most -> most.toMinutes() < Served.MINUTES_AT_MOST).isPresent()) {
        told++;
        held += line.next(place) <= said.get().toSeconds() ? 1 : 0;
      }
    }
    assertThat((double) held / told).isGreaterThan(0.79);
  }

  /// Talks of ten minutes on average, exponentially long, one after the other.
  private static final class Line {
    private final PriorityQueue<Double> ends = new PriorityQueue<>();
    private final Random random;
    private final int operators;
    private double now;

    Line(int operators, Random random) {
      this.operators = operators;
      this.random = random;
      for (int i = 0; i < operators; i++) {
        ends.add(length());
      }
    }

    private double length() {
      return -Math.log(1 - random.nextDouble()) * 600;
    }

    /// Operators' time until so many talks have ended.
    Duration serve(int talks) {
      for (int i = 0; i < talks; i++) {
        end();
      }
      return Duration.ofMillis((long) (now * operators * 1_000));
    }

    private void end() {
      now = ends.remove();
      ends.add(now + length());
    }

    /// Seconds until so many more have ended.
    double next(int talks) {
      double from = now;
      for (int i = 0; i < talks; i++) {
        end();
      }
      return now - from;
    }
  }
}
