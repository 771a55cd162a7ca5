package org.ariane.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What slips into a log message in spite of all care is masked by the configuration that ships.
class MaskingTest {
  @Test
  void numbersPositionsAndTokensNeverReachTheLog() throws Exception {
    String line =
        logged(
            "called +33612345678 or 06 12 34 56 78 at 48.80651 2.43802 with"
                + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl");

    assertThat(line)
        .contains("called [masked] or [masked] at [masked] [masked] with [masked]")
        .doesNotContain("612345678", "48.80651", "eyJ");
  }

  @Test
  void idsAndCodesStayReadable() throws Exception {
    assertThat(logged("incident in-01JD8Z4TA2ABCDEFGHJKMNPQRS critical 83 in 12.5 ms"))
        .contains("incident in-01JD8Z4TA2ABCDEFGHJKMNPQRS critical 83 in 12.5 ms");
  }

  private static String logged(String message) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(MaskingTest.class.getResource("/logback.xml")));
      context.getLogger("test").info(message);
    } finally {
      // The log is written later, by a thread of its own: stopping waits for it.
      context.stop();
      System.setOut(console);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
