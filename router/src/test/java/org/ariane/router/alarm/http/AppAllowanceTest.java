package org.ariane.router.alarm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.junit.jupiter.api.Test;

class AppAllowanceTest {
  private static final PrincipalId APP = new PrincipalId("app-1");
  private Instant now = Instant.parse("2026-11-21T21:41:08Z");

  @Test
  void floodOfOnePhoneIsRefusedButNeverTheFirstAlarmOfAnother() {
    AppAllowance allowance = new AppAllowance(() -> now, app -> AppTerms.STANDARD);
    int admitted = 0;
    for (int i = 0; i < 5_000; i++) {
      admitted += allowance.admits(APP, alarm("+33612345678", i)) ? 1 : 0;
    }
    assertThat(admitted).isEqualTo(2_000);
    assertThat(allowance.admits(APP, alarm("+33612345679", 1))).isTrue();
    assertThat(allowance.admits(APP, alarm("+33612345679", 2))).isFalse();
    assertThat(allowance.admits(new PrincipalId("app-2"), alarm("+33612345678", 1))).isTrue();
    now = now.plusSeconds(1);
    assertThat(allowance.admits(APP, alarm("+33612345678", 1))).isTrue();
  }

  @Test
  void eachAppHasTheRateThatWasAgreed() {
    AppAllowance allowance =
        new AppAllowance(
            () -> now, app -> app.equals(APP) ? new AppTerms(2, 10, false) : AppTerms.STANDARD);
    assertThat(admitted(allowance, APP, 100)).isEqualTo(10);
    assertThat(admitted(allowance, new PrincipalId("app-2"), 100)).isEqualTo(100);
    now = now.plusSeconds(2);
    assertThat(admitted(allowance, APP, 100)).isEqualTo(4);
    assertThat(allowance.admits(APP, alarm("+33612345699", 1))).isTrue();
  }

  private int admitted(AppAllowance allowance, PrincipalId app, int of) {
    int admitted = 0;
    for (int i = 0; i < of; i++) {
      admitted += allowance.admits(app, alarm("+33612345678", i)) ? 1 : 0;
    }
    return admitted;
  }

  private Alarm alarm(String phone, int i) {
    String body = "{\"id\":\"%d\",\"phone\":\"%s\"}".formatted(i, phone);
    return new AlarmReader()
        .read(new AlarmSource.App("app-1"), body.getBytes(StandardCharsets.UTF_8), now);
  }
}
