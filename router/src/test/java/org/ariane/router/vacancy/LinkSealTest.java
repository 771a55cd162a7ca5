package org.ariane.router.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.ariane.directory.service.ServiceId;
import org.junit.jupiter.api.Test;

/// What opens as a link of ours, and what does not.
class LinkSealTest {
  private static final LinkClaim CLAIM =
      new LinkClaim(
          new ServiceId("sample-fr-59-02"), 29_766_000, Instant.parse("2027-11-24T10:00:00Z"));
  private final LinkSeal seal = new LinkSeal(TestKey.fresh());

  @Test
  void aLinkOpensAsWhatWasSealedAndFitsIntoATextMessage() {
    String token = seal.seal(CLAIM);

    assertThat(seal.open(token)).contains(CLAIM);
    assertThat(token).matches("[A-Za-z0-9_-]{40,90}");
    LinkClaim longest = new LinkClaim(new ServiceId("a".repeat(64)), 1, CLAIM.until());
    assertThat(seal.open(seal.seal(longest))).contains(longest);
    assertThat(seal.seal(longest).length()).isLessThanOrEqualTo(LinkSeal.LONGEST);
  }

  @Test
  void nothingOpensWithAnotherKey() {
    assertThat(new LinkSeal(TestKey.fresh()).open(seal.seal(CLAIM))).isEmpty();
  }

  @Test
  void noChangedLetterAndNoShorterOrLongerOneOpens() {
    String token = seal.seal(CLAIM);
    for (int at = 0; at < token.length() - 1; at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(seal.open(token.substring(0, at) + other + token.substring(at + 1)))
          .as("letter %d", at)
          .isEmpty();
      assertThat(seal.open(token.substring(0, at))).isEmpty();
    }
    assertThat(seal.open(token + "AAAA")).isEmpty();
  }

  @Test
  void whatIsNoLinkAtAllIsRefusedWithoutAFault() {
    Random random = new Random(20_261_124L);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int letters = random.nextInt(120); letters > 0; letters--) {
        text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x300) : 'A' + letters % 26));
      }
      assertThat(seal.open(text.toString())).isEmpty();
    }
    assertThat(seal.open("A".repeat(10_000))).isEmpty();
  }
}
