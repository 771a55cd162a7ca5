package org.ariane.ops.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// People in browsers before the program as it is started, without a telephone: one of it for all
/// tests of a class.
abstract class PageTest {
  static RunningAriane ariane;
  static People people;

  @BeforeAll
  static void open() {
    people = People.arrive();
    ariane = RunningAriane.withoutTelephony("");
  }

  @AfterAll
  static void close() {
    if (ariane != null) {
      ariane.close();
    }
    people.close();
  }
}
