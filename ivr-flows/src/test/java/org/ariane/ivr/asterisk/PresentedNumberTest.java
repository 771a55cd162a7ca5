package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "||\"Test\" <sip:+33612345678@10.0.0.1:5060>;tag=1",
        "||<sip:0033612345678@carrier.example;user=phone>;tag=1",
        "none||<sip:+336-12.345(678)@carrier.example>",
        "||sip:+33612345678@carrier.example",
        "||<tel:+33612345678>;tag=1",
        "|\"x\" <sip:+33700000000@c.example>;privacy=off|<sip:+33612345678@c.example>",
        "||\"<sip:+33700000000@c.example>\" <sip:+33612345678@c.example>"
      })
  void readsTheNumberThatShePresents(String answer) {
    assertThat(PresentedNumber.of(answer)).isEqualTo(Optional.of(new PhoneNumber("+33612345678")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id||<sip:+33612345678@c.example>",
        "header;user;id||<sip:+33612345678@c.example>",
        "|<sip:+33612345678@c.example>;privacy=full|<sip:+33612345678@c.example>",
        "|<sip:+33612345678@c.example>;party=calling;Privacy=\"uri\"|<sip:+33612345678@c.example>",
        "||\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        "||<sip:+33612345678@Anonymous.invalid>"
      })
  void withheldStaysWithheld(String answer) {
    assertThat(PresentedNumber.of(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "||",
        "||\"x\" <sip:%0d%0aagi_arg_1%3a%20lost,@c.example>",
        "||<sip:operator-1@c.example>",
        "||<sip:17@c.example>",
        "||<sip:0612345678@c.example>",
        "||<sip:+33612345678901234567890123@c.example>",
        "no answer at all"
      })
  void whatIsNoNumberIsNone(String answer) {
    assertThat(PresentedNumber.of(answer)).isEmpty();
  }
}
