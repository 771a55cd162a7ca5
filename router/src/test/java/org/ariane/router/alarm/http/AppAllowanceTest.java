package org.ariane.router.alarm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.junit.jupiter.api.Test;

class AppAllowanceTest {
  private static final PrincipalId APP = new PrincipalId("app-1");
  private Instant now = Instant.parse("2026-11-21T21:41:08Z");

  @Test
  void floodOfOnePhoneIsRefusedButNeverTheFirstAlarmOfAnother() {
    AppAllowance allowance = new AppAllowance(() -> now);
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

  private Alarm alarm(String phone, int i) {
    String body = "{\"id\":\"%d\",\"phone\":\"%s\"}".formatted(i, phone);
    return new AlarmReader()
        .read(new AlarmSource.App("app-1"), body.getBytes(StandardCharsets.UTF_8), now);
  }
}
