package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever calls in may say anything. It starts nothing, is stored nowhere, and the next call
/// works.
class HostileCallsIT extends PhoneTest {
  private static final String LINE = "sip:3919@127.0.0.1";
  private static final String MARK = "HOSTILE";
  private static final String ME = RawSip.caller();

  /// Variables that the switch itself sets on a call that was taken in.
  private static final Set<String> OWN =
      Set.of(
          "SIPDOMAIN",
          "READSTATUS",
          "AGISTATUS",
          "PLAYBACKSTATUS",
          "HANGUPCAUSE",
          "GOSUB_RETVAL",
          "ORIGINATE_STATUS",
          "DIALSTATUS",
          "DIALEDPEERNAME",
          "DIALEDPEERNUMBER",
          "DIALEDTIME",
          "DIALEDTIME_MS",
          "ANSWEREDTIME",
          "ANSWEREDTIME_MS",
          "PROGRESSTIME",
          "PROGRESSTIME_MS",
          "RINGTIME",
          "RINGTIME_MS",
          "CHANNEL(language)",
          "EXITCONTEXT");

  @Test
  void hostileCallersStartNothingAndTheNextCallWorks() {
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort());
        RawSip sip = new RawSip(asterisk().settings().sipPort())) {
      for (String from : hostileCallers()) {
        sip.invite(LINE, from, "", RawSip.SDP);
        sip.end(from);
        nextCallWorks();
      }
      for (String headers : hostileHeaders()) {
        sip.invite(LINE, ME, headers, RawSip.SDP);
        sip.end(ME);
        nextCallWorks();
      }
      for (String body : hostileBodies()) {
        sip.invite(LINE, ME, "", body);
        sip.end(ME);
        nextCallWorks();
      }
      nothingButOurOwn(spy);
    }
    assertThat(house.alarms).isEmpty();
  }

  @Test
  void onlyTheLinesCanBeCalledByAnyone() {
    try (RawSip sip = new RawSip(asterisk().settings().sipPort())) {
      for (String uri : hostileTargets()) {
        assertThat(sip.invite(uri, ME, "", RawSip.SDP).orElse(404)).as(uri).isBetween(400, 499);
        assertThat(sip.invite(uri, "<sip:trunk@127.0.0.1>", "", RawSip.SDP).orElse(404))
            .as(uri)
            .isBetween(400, 499);
      }
      for (String uri : List.of(LINE, "sip:operator-2@127.0.0.1", "sip:0033199000001@127.0.0.1")) {
        assertThat(sip.inviteAs("operator-1", Asterisk.PASSWORD, uri)).as(uri).contains(404);
      }
      nextCallWorks();
    }
  }

  @Test
  void nobodyIsTransferredByRequest() {
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort());
        RawSip sip = new RawSip(asterisk().settings().sipPort())) {
      assertThat(sip.invite(LINE, ME, "", RawSip.SDP)).contains(200);
      for (String target : List.of("sip:+33199000001@127.0.0.1", "sip:operator-1@127.0.0.1")) {
        // No answer at all is the switch's way to say that it knows no such request.
        assertThat(sip.within("REFER", ME, "Refer-To: <" + target + ">\r\n", "").orElse(408))
            .isBetween(400, 599);
      }
      sip.within("INFO", ME, "Content-Type: text/plain\r\n", MARK);
      sip.end(ME);
      nothingButOurOwn(spy);
      nextCallWorks();
    }
  }

  @Test
  void fiveHundredKeysAreKeys() {
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort());
        RawSip sip = new RawSip(asterisk().settings().sipPort())) {
      assertThat(sip.invite(LINE, ME, "", RawSip.SDP)).contains(200);
      String keys = "*#ABCD0*9";
      for (int i = 0; i < 500; i++) {
        sip.within(
            "INFO",
            ME,
            "Content-Type: application/dtmf-relay\r\n",
            "Signal=" + keys.charAt(i % keys.length()) + "\r\nDuration=40\r\n");
      }
      sip.end(ME);
      nothingButOurOwn(spy);
      nextCallWorks();
    }
    assertThat(house.alarms).isEmpty();
  }

  private void nextCallWorks() {
    try (RawSip honest = new RawSip(asterisk().settings().sipPort())) {
      assertThat(honest.invite(LINE, ME, "", RawSip.SDP)).contains(200);
      honest.end(ME);
    }
  }

  /// From the switch's own account of what happened.
  private static void nothingButOurOwn(SwitchSpy spy) {
    await().atMost(SOON).until(() -> asterisk().channels() == 0);
    List<Map<String, String>> events = spy.events();
    assertThat(events).hasSizeGreaterThan(20);
    assertThat(values(events, "Channel"))
        .allMatch(
            it -> it.matches("none|PJSIP/(anonymous|trunk)-.*|Local/s@ariane-(trunk-)?watch-.*"));
    assertThat(values(events, "Context")).allMatch(it -> it.startsWith("ariane-"));
    assertThat(values(events, "Event"))
        .doesNotContain("OriginateResponse", "BridgeCreate", "Reload", "Shutdown");
    // A caller who says nothing for long enough is led on to the service; nobody else is rung.
    assertThat(values(events, "DialString"))
        .allMatch(it ->
            it.equals(House.SERVICE.dialled() + "@trunk")
                || it.matches("s@ariane-(trunk-)?watch/n"));
    assertThat(values(events, "Variable"))
        .allMatch(it ->
            it.matches(
                    "(LOCAL\\(|SHARED\\()?(ARIANE|ARG|RTP|READ|AGI|AJ_AGI|GOSUB)[A-Za-z0-9_]*\\)?")
                || OWN.contains(it));
    assertThat(events.toString()).doesNotContain(MARK);
    assertThat(asterisk().log()).doesNotContain(MARK);
  }

  private static Set<String> values(List<Map<String, String>> events, String field) {
    return events.stream()
        .flatMap(event -> Optional.ofNullable(event.get(field)).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> hostileCallers() {
    return List.of(
        "\"${SHELL(touch /tmp/HOSTILE)}\" <sip:+33612345678@127.0.0.1>",
        "\"HOSTILE,1,Dial(PJSIP/1@trunk)&x|y;z\" <sip:+33612345678@127.0.0.1>",
        "<sip:${EVAL(HOSTILE)}@127.0.0.1>",
        "<sip:HOSTILE%0d%0aAction%3a%20Originate%0d%0aChannel%3a%20PJSIP%2f1@127.0.0.1>",
        "\"HOSTILE\\\"' OR 1=1 --\" <sip:+336%00HOSTILE@127.0.0.1>",
        "\"a\u0000HOSTILE\" <sip:+33612345678@127.0.0.1>",
        "\"" + "HOSTILE".repeat(300) + "\" <sip:+33612345678@127.0.0.1>",
        "<sip:" + "3".repeat(3_000) + "HOSTILE@127.0.0.1>",
        "<tel:+33612345678;phone-context=HOSTILE>",
        "\"\u0001\u001b[31mHOSTILE\u007f\u00ff\" <sip:,,,@127.0.0.1>",
        "\"\" <sip:@127.0.0.1>");
  }

  private static List<String> hostileHeaders() {
    return List.of(
        "Replaces: HOSTILE;to-tag=a;from-tag=b\r\nRequire: replaces\r\n",
        "Replaces: HOSTILE;to-tag=a;from-tag=b\r\n",
        "Diversion: <sip:${HOSTILE}@127.0.0.1>;reason=unconditional\r\n",
        "History-Info: <sip:HOSTILE@127.0.0.1>;index=1\r\n",
        "P-Asserted-Identity: \"${HOSTILE}\" <sip:HOSTILE@127.0.0.1>\r\n",
        "Remote-Party-ID: \"HOSTILE\" <sip:HOSTILE@127.0.0.1>;privacy=off\r\n",
        "Privacy: ${HOSTILE(,&)}\r\n",
        "X-HOSTILE: " + "x".repeat(20_000) + "\r\n",
        "X-HOSTILE: a\r\n b\r\n\tc\r\n",
        "Contact: <sip:HOSTILE@127.0.0.1:9;transport=carrier-pigeon>\r\n",
        "Route: <sip:127.0.0.1:9;lr>\r\nRecord-Route: <sip:HOSTILE@127.0.0.1>\r\n",
        "Expires: -1\r\nSession-Expires: 0;refresher=HOSTILE\r\nMin-SE: 99999999999999999999\r\n");
  }

  private static List<String> hostileBodies() {
    return List.of(
        "HOSTILE",
        "v=0\r\nm=audio HOSTILE RTP/AVP 0\r\n",
        RawSip.SDP.replace("m=audio 9", "m=audio 99999999999"),
        RawSip.SDP.replace("127.0.0.1", "media.invalid"),
        RawSip.SDP + "m=video 9 RTP/AVP 31\r\n".repeat(60),
        RawSip.SDP + "a=HOSTILE:${EVAL(1)}\u0000\r\n",
        RawSip.SDP.replace("0 101", "0".repeat(500)));
  }

  private static List<String> hostileTargets() {
    return List.of(
        "sip:0033199000001@127.0.0.1",
        "sip:+33199000001@127.0.0.1",
        "sip:operator-1@127.0.0.1",
        "sip:s@127.0.0.1",
        "sip:ask@127.0.0.1",
        "sip:rescue@127.0.0.1",
        "sip:trunk@127.0.0.1",
        "sip:Local%2fs%40ariane-police-dial@127.0.0.1",
        "sip:3919,1@127.0.0.1",
        "sip:3919%26PJSIP%2f1@127.0.0.1",
        "sip:${ARIANE_LINE}@127.0.0.1",
        "sip:_X.@127.0.0.1",
        "sip:%0d%0a3919@127.0.0.1",
        "sip:" + "9".repeat(2_000) + "@127.0.0.1");
  }
}
