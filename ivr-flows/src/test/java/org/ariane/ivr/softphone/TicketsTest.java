package org.ariane.ivr.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private static final Tickets.Bearer BEARER =
      new Tickets.Bearer(
          Principal.of(new PrincipalId("operator-1"), Role.OPERATOR), "token", "page-0001");

  private Instant now = Instant.EPOCH;
  private final Tickets tickets = new Tickets(() -> now, new Random(1));

  @Test
  void openOnce() {
    String ticket = tickets.issue(BEARER);

    assertThat(tickets.redeem(ticket)).contains(BEARER);
    assertThat(tickets.redeem(ticket)).isEmpty();
    assertThat(tickets.redeem("made up")).isEmpty();
  }

  @Test
  void openForHalfAMinute() {
    String ticket = tickets.issue(BEARER);
    now = now.plus(tickets.goodFor());

    assertThat(tickets.redeem(ticket)).isEmpty();
  }

  @Test
  void theOldestGoesWhereTooManyAreOut() {
    String first = tickets.issue(BEARER);
    for (int i = 0; i < 1_000; i++) {
      assertThat(tickets.issue(BEARER)).isNotEqualTo(first);
    }
    assertThat(tickets.redeem(first)).isEmpty();
  }

  @Test
  void sayNothingOfTheTokenInTheirText() {
    assertThat(BEARER).asString().doesNotContain("token");
  }
}
