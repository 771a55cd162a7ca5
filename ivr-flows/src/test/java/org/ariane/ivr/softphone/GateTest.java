package org.ariane.ivr.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String ME = "<sip:operator-1.web@ariane>";
  private static final String CONTACT = "<sip:operator-1.web@k3.invalid;transport=ws>";
  private final Gate gate = new Gate("operator-1.web");

  @Test
  void registersItsOwnAccount() {
    assertThat(gate.judge(register(ME, ME, CONTACT + ";+sip.ice;reg-id=1;expires=60")))
        .isEqualTo(new Verdict.Pass());
    assertThat(
            gate.judge(
                register(ME, ME, CONTACT + ";+sip.instance=\"<urn:uuid:1>\"")
                    .replace(
                        "Content-Length",
                        "Authorization: Digest algorithm=MD5, username=\"operator-1.web\","
                            + " realm=\"asterisk\"\r\nContent-Length")))
        .isEqualTo(new Verdict.Pass());
  }

  @ParameterizedTest
  @CsvSource({"INVITE", "ACK", "BYE", "INFO"})
  void takesPartInACallThatItWasOffered(String method) {
    assertThat(gate.judge(request(method, ME, "<sip:x@y>;tag=1", CONTACT, "")))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void saysThatItIsStillThere() {
    assertThat(gate.judge("\r\n")).isEqualTo(new Verdict.Pass());
    assertThat(gate.judge("\r\n\r\n")).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aDescriptionOfMediaMayBeLong() {
    String offer = "a=candidate:1 1 udp 2113937151 192.0.2.1 40000 typ host\r\n".repeat(200);

    assertThat(gate.judge(request("INVITE", ME, "<sip:x@y>;tag=1", CONTACT, offer)))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void answersAsItself() {
    assertThat(gate.judge(answer("<sip:operator-1.web@127.0.0.1:4000>;tag=9", CONTACT)))
        .isEqualTo(new Verdict.Pass());
    assertThat(gate.judge(answer("<sip:operator-2.web@127.0.0.1:4000>;tag=9", "")))
        .isEqualTo(new Verdict.Break("other-account"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sip:operator-1@ariane>",
        "<sip:operator-2.web@ariane>",
        "\"operator-1.web\" <sip:operator-2.web@ariane>",
        "<sip:operator-2.web@ariane>;x=<sip:operator-1.web@ariane>",
        "<sip:operator-1.web@ariane>, <sip:operator-2.web@ariane>",
        "<sip:operator-1.web%40x@ariane>",
        "sip:operator-1.web@ariane",
        ""
      })
  void registersNobodyElse(String other) {
    assertThat(gate.judge(register(other, ME, CONTACT))).isInstanceOf(Verdict.Refuse.class);
    assertThat(gate.judge(register(ME, other, CONTACT))).isInstanceOf(Verdict.Refuse.class);
    if (!other.isEmpty()) {
      assertThat(gate.judge(register(ME, ME, other + " "))).isInstanceOf(Verdict.Refuse.class);
    }
  }

  @Test
  void useNoOtherPassword() {
    String message =
        register(ME, ME, CONTACT)
            .replace(
                "Content-Length",
                "Authorization: Digest username=\"operator-2\"\r\nContent-Length");

    assertThat(gate.judge(message)).isInstanceOf(Verdict.Refuse.class);
  }

  @Test
  void placesNoCall() {
    Verdict verdict = gate.judge(request("INVITE", ME, "<sip:0033199000001@ariane>", CONTACT, ""));

    assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
    Verdict.Refuse refused = (Verdict.Refuse) verdict;
    assertThat(refused.why()).isEqualTo("places-a-call");
    assertThat(refused.text())
        .startsWith("SIP/2.0 403 Forbidden\r\nVia: SIP/2.0/WS k3.invalid;branch=z9hG4bK1\r\n")
        .contains("To: <sip:0033199000001@ariane>;tag=door\r\n", "CSeq: 7 INVITE\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"REFER", "MESSAGE", "SUBSCRIBE", "PUBLISH", "UPDATE", "PRACK", "NOTIFY", "CANCEL"})
  void doesNothingElseNotEvenInACall(String method) {
    assertThat(gate.judge(request(method, ME, "<sip:x@y>;tag=1", CONTACT, "")))
        .isInstanceOf(Verdict.Refuse.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refer-To: <sip:1@x>",
        "Route: <sip:1@x;lr>",
        "Replaces: 1;to-tag=2;from-tag=3",
        "f: <sip:operator-2.web@ariane>",
        "From: <sip:operator-2.web@ariane>;tag=1",
        "FROM: <sip:operator-2.web@ariane>;tag=1",
        " folded",
        "P-Asserted-Identity: <sip:112@ariane>",
        "Content-Length: 0",
        "Content-Type: message/sipfrag",
        "no header"
      })
  void whatTwoReadersCouldReadDifferentlyEndsTheConnection(String line) {
    String message =
        request("BYE", ME, "<sip:x@y>;tag=1", CONTACT, "").replace("CSeq", line + "\r\nCSeq");

    assertThat(gate.judge(message)).isInstanceOf(Verdict.Break.class);
  }

  @Test
  void noSecondMessageHidesBehindTheFirst() {
    String bye = request("BYE", ME, "<sip:x@y>;tag=1", CONTACT, "");
    String call = request("INVITE", ME, "<sip:112@ariane>", CONTACT, "");

    assertThat(gate.judge(bye + call)).isEqualTo(new Verdict.Break("not-sip"));
    assertThat(gate.judge(bye.replace("CSeq: 7 BYE", "CSeq: 7 INVITE")))
        .isEqualTo(new Verdict.Break("not-sip"));
    assertThat(gate.judge("\u0000")).isEqualTo(new Verdict.Break("not-sip"));
    assertThat(gate.judge(bye.replace("\r\n", "\n"))).isEqualTo(new Verdict.Break("not-sip"));
  }

  private static String register(String from, String to, String contact) {
    return request("REGISTER", from, to, contact, "");
  }

  private static String request(
      String method, String from, String to, String contact, String body) {
    return String.join(
        "\r\n",
        method + " sip:ariane SIP/2.0",
        "Via: SIP/2.0/WS k3.invalid;branch=z9hG4bK1",
        "Max-Forwards: 69",
        "From: " + from + ";tag=a",
        "To: " + to,
        "Call-ID: 1",
        "CSeq: 7 " + method,
        "Contact: " + contact,
        "Content-Length: " + body.length(),
        "",
        body);
  }

  private static String answer(String to, String contact) {
    return "SIP/2.0 200 OK\r\nVia: SIP/2.0/WS 127.0.0.1;branch=z9hG4bK2\r\nFrom: <sip:3919@x>;tag=1"
        + "\r\nTo: "
        + to
        + "\r\nCall-ID: 2\r\nCSeq: 1 INVITE\r\n"
        + (contact.isEmpty() ? "" : "Contact: " + contact + "\r\n")
        + "Content-Length: 0\r\n\r\n";
  }
}
